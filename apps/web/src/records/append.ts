import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { Mark } from '@seek-justice/domain/assessment/score.ts';
import { writer } from '../auth/session.ts';
import type { OutboxEntry } from '../local/database.ts';
import { sealingKey } from '../local/page-data.ts';
import { askToStay } from '../local/stay.ts';
import { addRecord } from './outbox.ts';
import { noteSpare, refreshStatus, rememberCopy } from './status.ts';
import { syncSoon } from './sync-loop.ts';

/** NFC once, where the record is made: everything after it keeps the bytes as they are. */
function nfc(value: Json): Json {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(nfc);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.normalize('NFC'), nfc(member)]));
  return value;
}

interface About {
  /** Of a quiz: what it was worth when it was handed in, to be shown at once. */
  mark?: Mark | undefined;
  /** Another person than the reader. */
  subject?: string;
}

/**
 * Writes down what the signed-in person did. The fact is safe on the phone when this resolves; sending follows by itself.
 * @returns null for a visitor, and while it is not certain who reads: without a person there is no record.
 */
export async function append(type: string, body: { [key: string]: Json }, { mark, subject }: About = {}): Promise<OutboxEntry | null> {
  const me = await writer();
  if (!me) return null;
  const { id } = me.person;
  const fact = { subject: subject ?? id, actor: id, type, v: 1, occurredAt: new Date().toISOString(), body: nfc(body) as { [key: string]: Json } };
  const { entry, copy, kept } = await addRecord(fact, mark, sealingKey());
  // The first record is worth asking for: before it there is nothing to lose.
  askToStay();
  rememberCopy(entry.id, copy);
  noteSpare(!kept);
  await refreshStatus();
  syncSoon();
  return entry;
}
