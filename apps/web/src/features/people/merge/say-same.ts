import type { OutboxEntry } from '../../../local/database.ts';
import { append } from '../../../records/append.ts';
import { type RecordsStatus, useRecords } from '../../../records/status.ts';
import type { Row } from '../shapes.ts';

/** What became of something that was said of two people. */
export type Said = 'waiting' | 'delivered' | 'refused';

/** Of two people the one who is written about: who has a card, else the first. */
export function aboutWhom<T extends Pick<Row, 'id' | 'origin'>>(one: T, other: T): [T, T] {
  return one.origin === 'joined' && other.origin === 'card' ? [other, one] : [one, other];
}

/** Says that two people are one. @returns null when nobody is signed in any more. */
export function saySame(one: Row, other: Row): Promise<OutboxEntry | null> {
  const [subject, second] = aboutWhom(one, other);
  return append('people.merged', { other: second.id }, { subject: subject.id });
}

/** Takes a record back that said so. */
export function sayDifferent(record: { id: string; subject: string }): Promise<OutboxEntry | null> {
  return append('record.voided', { record: record.id, reason: 'mistake' }, { subject: record.subject });
}

/** How far records are that were said just now: all delivered, one refused, or still waiting. */
export function progressOf(mine: RecordsStatus['mine'], ids: readonly string[]): Said {
  const states = ids.map((id) => mine.find((entry) => entry.id === id)?.state ?? 'waiting');
  return states.includes('refused') ? 'refused' : states.every((state) => state === 'delivered') ? 'delivered' : 'waiting';
}

/** The same, followed by a screen. */
export function useSaid(ids: readonly string[]): Said {
  return progressOf(useRecords().mine, ids);
}
