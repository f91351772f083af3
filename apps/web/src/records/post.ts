import type { Verdict } from '@seek-justice/domain/records/verdict.ts';
import { type Answer, call } from '../local/api.ts';

export interface Handed {
  verdicts: Verdict[];
  /** Names the server's feed. */
  feed: string;
}

/** Hands records in: by a device's token, or by the session's cookie where there is none. */
export function postRecords(records: unknown[], token: string | null): Promise<Answer<Handed>> {
  return call('POST', '/api/records', { records }, { token, pack: true });
}
