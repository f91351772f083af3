import type { Verdict } from '@seek-justice/domain/records/verdict.ts';
import type { Answer } from '../local/api.ts';
import type { OutboxEntry } from '../local/database.ts';
import { allEntries, changeEntries } from './outbox.ts';
import { type Handed, postRecords } from './post.ts';

const BATCH = 50;
const SMALLEST_BATCH = 5;
/** After so many refusals of whole requests in a row, smaller ones are tried: one record may be what the server chokes on. */
const PATIENCE = 3;

/** How a round of sending ended: everything answered, try later, or somebody has to sign in. */
export type Sent = 'done' | 'later' | 'sign-in';

/** What earlier rounds have taught: how much to send at once, and which records to pass over for now. */
export interface Patience {
  size: number;
  refusals: number;
  setAside: Set<string>;
}

/** Whether a failure may be about what was sent. Busy (429, 503) and what stands before the server (502, 504) are not. */
function isAboutBatch(status: number): boolean {
  return status === 500 || (status >= 400 && status < 500 && status !== 429);
}

export function newPatience(): Patience {
  return { size: BATCH, refusals: 0, setAside: new Set() };
}

/** Whose records are sent, and by what right. */
export interface Lane {
  /** Whose profile made them; null for what is carried for others. */
  owner: string | null;
  /** The device's token; null where the session's cookie has to do. */
  token: string | null;
  /** Whether a refusal for want of permission is about the record: by cookie, another person may have signed in meanwhile. */
  sure: () => Promise<boolean>;
  /** Which of their records; all where it is not said. */
  only?: (entry: OutboxEntry) => boolean;
  patience: Patience;
  /** Is told the name of the server's feed with each answer. */
  heard: (feed: string) => Promise<void>;
  post?: (records: unknown[], token: string | null) => Promise<Answer<Handed>>;
}

async function believe(lane: Lane, batch: readonly OutboxEntry[], verdicts: readonly Verdict[]): Promise<number> {
  const delivered: string[] = [];
  let refused = 0;
  for (const { id, rid = id } of batch) {
    const said = verdicts.find((verdict) => verdict.id === rid);
    if (said?.verdict === 'stored' || said?.verdict === 'duplicate') delivered.push(id);
    // A group that takes nobody now may do so later: nothing behind it waits for that.
    else if (said?.code === 'not_yet') lane.patience.setAside.add(id);
    else if (said?.verdict === 'refused' && (said.code !== 'not_permitted' || (await lane.sure()))) {
      await changeEntries([id], { state: 'refused', code: said.code });
      refused += 1;
    }
  }
  if (delivered.length > 0) await changeEntries(delivered, { state: 'delivered' });
  return delivered.length + refused;
}

function loseFaith(patience: Patience, batch: readonly OutboxEntry[]): void {
  patience.refusals += 1;
  if (patience.refusals < PATIENCE) return;
  patience.refusals = 0;
  if (batch.length === 1) for (const { id } of batch) patience.setAside.add(id);
  else patience.size = Math.floor(batch.length / 2);
}

async function nextBatch({ owner, patience, only = () => true }: Lane): Promise<OutboxEntry[]> {
  const waiting = (await allEntries()).filter((entry) => entry.owner === owner && entry.state === 'waiting' && only(entry) && !patience.setAside.has(entry.id));
  return waiting.sort((a, b) => a.seq - b.seq).slice(0, patience.size);
}

/**
 * Sends what waits in one lane, oldest first. Only HTTP 200 with JSON and a verdict that names the id changes an entry;
 * whatever else comes back leaves it waiting.
 */
export async function send(lane: Lane): Promise<Sent> {
  const { patience, post = postRecords } = lane;
  for (;;) {
    const batch = await nextBatch(lane);
    if (batch.length === 0) return patience.setAside.size > 0 ? 'later' : 'done';
    const answer = await post(batch.map((entry) => entry.sealed ?? entry.envelope), lane.token);
    if (answer.ok && answer.status === 200 && Array.isArray(answer.body?.verdicts)) {
      patience.refusals = 0;
      patience.size = Math.min(BATCH, patience.size * 2);
      const answered = await believe(lane, batch, answer.body.verdicts);
      if (typeof answer.body.feed === 'string') await lane.heard(answer.body.feed);
      if (answered < batch.length) return 'later';
    } else {
      if (answer.status === 401) return 'sign-in';
      if (isAboutBatch(answer.status)) loseFaith(patience, batch);
      // A line that is cut before the end has room for less.
      else if (answer.status === 0) patience.size = Math.max(SMALLEST_BATCH, Math.floor(patience.size / 2));
      return 'later';
    }
  }
}
