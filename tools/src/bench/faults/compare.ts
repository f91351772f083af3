import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { addRecord, emptyState } from '@seek-justice/domain/records/state.ts';
import type { Feed, Told } from './feed.ts';
import type { FaultyPhone } from './phone.ts';

/** What is wrong after everything has come to rest: all of it should be 0 but `records`. */
export interface Outcome {
  /** Records that a phone has. */
  records: number;
  /** Promised by a phone, or in its outbox, and not on the server. */
  lost: number;
  /** On the server twice: by id, by a phone's number, or without its phone knowing of it. */
  doubled: number;
  /** Records of which their phone does not know what became. */
  verdicts_unknown: number;
  /** People of whom server, feed and phone do not say the same. */
  progress_differs: number;
  /** In words, of what is wrong. */
  faults: string[];
}

/** Holds what the phones know against what the server has. */
export async function compare(phones: readonly FaultyPhone[], feed: Feed, url: string): Promise<Outcome> {
  const outcome: Outcome = { records: 0, lost: 0, doubled: feed.doubled, verdicts_unknown: 0, progress_differs: 0, faults: [] };
  const bySubject = Map.groupBy(feed.values(), ({ record }) => record.subject);
  for (const phone of phones) await compareOne(phone, bySubject.get(phone.person) ?? [], url, outcome);
  return outcome;
}

async function compareOne(phone: FaultyPhone, told: readonly Told[], url: string, outcome: Outcome): Promise<void> {
  const note = (count: number, what: string): number => {
    if (count > 0) outcome.faults.push(`${phone.login}: ${count} ${what}`);
    return count;
  };
  const entries = await phone.entries();
  const known = new Set([...entries.map(({ id }) => id), ...phone.promised]);
  const stored = new Set(told.map(({ record }) => record.id));
  outcome.records += known.size;
  outcome.lost += note([...known].filter((id) => !stored.has(id)).length, `lost; refused: ${entries.flatMap(({ code }) => code ?? []).join(', ') || 'none'}`);
  outcome.lost += note(entries.filter(({ owner }) => owner !== phone.person).length, 'of nobody or of another person');
  const ours = told.filter(({ record }) => (record as unknown as Envelope).type !== 'profile.opened');
  const numbers = new Set(told.map(({ record }) => `${record.device} ${record.deviceSeq}`));
  outcome.doubled += note(told.length - numbers.size, 'with a number that another has');
  outcome.doubled += note(ours.filter(({ record }) => !known.has(record.id)).length, 'that the phone knows nothing of');
  outcome.verdicts_unknown += note(entries.filter(({ state }) => state === 'waiting').length, 'still wait');
  const fold = emptyState();
  for (const { record, received } of told) addRecord(fold, record as unknown as Envelope, received);
  const expected = canonical(fold as unknown as Json);
  const answer = await fetch(`${url}/api/people/${phone.person}/progress`, { headers: { cookie: await phone.cookie() } });
  const progress = (await answer.json()) as { state: Json; devices: { missing: number }[] };
  const seen = await phone.progress();
  const wrong = [
    canonical(progress.state ?? null) === expected ? '' : 'the server says something else than its feed',
    seen.state === expected ? '' : 'the phone sees something else than the server',
    seen.readable === entries.length ? '' : `the phone can read ${seen.readable} of its ${entries.length} records`,
    (progress.devices ?? []).every(({ missing }) => missing === 0) ? '' : 'the server misses numbers',
  ].filter(Boolean);
  outcome.progress_differs += note(wrong.length > 0 ? 1 : 0, wrong.join('; '));
}
