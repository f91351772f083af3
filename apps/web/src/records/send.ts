import type { Verdict } from '@seek-justice/domain/records/verdict.ts';
import { type Answer, call } from '../local/api.ts';
import type { OutboxEntry } from '../local/database.ts';
import type { Outbox } from './outbox.ts';

const BATCH = 50;
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

export interface Sending {
  outbox: Outbox;
  owner: string;
  patience: Patience;
  /** Who the server says is signed in now; null for nobody or no answer. */
  signedIn: () => Promise<string | null>;
  post?: (records: unknown[]) => Promise<Answer<{ verdicts: Verdict[] }>>;
}

const postRecords: NonNullable<Sending['post']> = (records) => call('POST', '/api/records', { records });

async function believe(sending: Sending, batch: readonly OutboxEntry[], verdicts: readonly Verdict[]): Promise<number> {
  let answered = 0;
  for (const { id } of batch) {
    const said = verdicts.find((verdict) => verdict.id === id);
    if (said?.verdict === 'stored' || said?.verdict === 'duplicate') await sending.outbox.change(id, { state: 'delivered' });
    // Another person may have signed in between in another tab: then the refusal is not about this record.
    else if (said?.verdict === 'refused' && (said.code !== 'not_permitted' || (await sending.signedIn()) === sending.owner))
      await sending.outbox.change(id, { state: 'refused', code: said.code });
    else continue;
    answered += 1;
  }
  return answered;
}

function loseFaith(patience: Patience, batch: readonly OutboxEntry[]): void {
  patience.refusals += 1;
  if (patience.refusals < PATIENCE) return;
  patience.refusals = 0;
  if (batch.length === 1) for (const { id } of batch) patience.setAside.add(id);
  else patience.size = Math.floor(batch.length / 2);
}

async function nextBatch({ outbox, owner, patience }: Sending): Promise<OutboxEntry[]> {
  const waiting = (await outbox.all()).filter((entry) => entry.owner === owner && entry.state === 'waiting' && !patience.setAside.has(entry.id));
  return waiting.sort((a, b) => a.envelope.deviceSeq - b.envelope.deviceSeq).slice(0, patience.size);
}

/**
 * Sends what waits of one person, oldest first. Only HTTP 200 with JSON and a verdict that names the id changes
 * an entry; whatever else comes back leaves it waiting.
 */
export async function send(sending: Sending): Promise<Sent> {
  const { patience, post = postRecords } = sending;
  for (;;) {
    const batch = await nextBatch(sending);
    if (batch.length === 0) return patience.setAside.size > 0 ? 'later' : 'done';
    const answer = await post(batch.map((entry) => entry.envelope));
    if (answer.ok && answer.status === 200 && Array.isArray(answer.body?.verdicts)) {
      patience.refusals = 0;
      if ((await believe(sending, batch, answer.body.verdicts)) < batch.length) return 'later';
    } else {
      if (answer.status === 401) return 'sign-in';
      if (isAboutBatch(answer.status)) loseFaith(patience, batch);
      return 'later';
    }
  }
}
