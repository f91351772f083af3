import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { call } from '../../../local/api.ts';

const PATIENCE_MS = 3_000;

/** The numbers as they stand at this moment, where the network says so soon; else those that the phone has. */
export async function latestContacts(known: readonly Contact[]): Promise<readonly Contact[]> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const answer = await Promise.race([call<{ contacts: Contact[] }>('GET', '/api/contacts'), late]);
  return answer?.ok && Array.isArray(answer.body?.contacts) ? answer.body.contacts : known;
}

/** The site's time zone; undefined (the phone's own) where the network does not say it soon. */
export async function siteZone(): Promise<string | undefined> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const answer = await Promise.race([call<{ site?: { timeZone?: string } }>('GET', '/api/curriculum'), late]);
  return answer?.ok ? answer.body?.site?.timeZone : undefined;
}
