import { changeProfile, profileOf, profiles } from '../auth/profile/profiles.ts';
import { call } from '../local/api.ts';
import type { OutboxEntry, Profile } from '../local/database.ts';
import { keep, kept } from '../local/kept.ts';
import { hearFeed } from './feed-name.ts';
import { completeJoin, isJoin } from './join.ts';
import { allEntries, sweep } from './outbox.ts';
import { postRecords } from './post.ts';
import { type Lane, newPatience, type Patience, send, type Sent } from './send.ts';

/** Who is signed in, for what a token cannot do; nobody in the service worker. */
export interface Signed {
  person: string | null;
  /** Asks the server who it is now. */
  confirm: () => Promise<string | null>;
}

const NOBODY: Signed = { person: null, confirm: async () => null };
const patience = new Map<string | null, Patience>();
const DAY_MS = 86_400_000;

/** Lets records that were passed over be tried again. */
export function forgive(): void {
  for (const one of patience.values()) one.setAside.clear();
}

/** One at a time on this phone where the browser can see to it; elsewhere the server tells doubles from new ones. */
async function alone(work: () => Promise<Sent>): Promise<Sent> {
  const { locks } = navigator as Navigator & { locks?: LockManager };
  return locks ? locks.request('lessons-send', { ifAvailable: true }, (lock) => (lock ? work() : 'later' as const)) : work();
}

/** Binds this phone's profile to its person, who is signed in. @returns the token; null while that did not work. */
async function bind({ owner, opened }: Profile): Promise<string | null> {
  if (!opened) return null;
  const answer = await call<{ token: string }>('POST', '/api/devices', { opened });
  if (!answer.ok || typeof answer.body?.token !== 'string') return null;
  // A phone that is full cannot keep the token and has it all the same: it is asked for again next time.
  await changeProfile(owner, { token: answer.body.token }).catch(() => undefined);
  return answer.body.token;
}

/** By what right a person's records can go now; null when somebody has to sign in first. */
async function laneOf(owner: string, signed: Signed): Promise<Pick<Lane, 'token' | 'sure'> | 'later' | 'wait' | null> {
  const profile = await profileOf(owner);
  if (profile?.token) return { token: profile.token, sure: async () => true };
  const joining = (await allEntries()).find((entry) => entry.owner === owner && isJoin(entry));
  if (joining) {
    const token = await completeJoin(owner, joining);
    if (token !== null) return { token, sure: async () => true };
    // There is no card that this reader could sign in with: a refused code is corrected, everything else is tried again.
    return joining.state === 'refused' ? 'wait' : 'later';
  }
  if (signed.person !== owner) return null;
  // What is signed counts once the phone is known; what is not goes by the session.
  if (!profile?.keys) return { token: null, sure: async () => (await signed.confirm()) === owner };
  const token = await bind(profile);
  return token === null ? 'later' : { token, sure: async () => true };
}

/** Whether an entry needs its person's session: without a signature it is nobody's word. So is all that the first release has left. */
function isPlain({ sealed, envelope }: OutboxEntry): boolean {
  return sealed === undefined && envelope?.sig === undefined;
}

async function sendPlain(owner: string, signed: Signed): Promise<Sent> {
  if (signed.person !== owner) return 'sign-in';
  return send({ owner, token: null, sure: async () => (await signed.confirm()) === owner, only: isPlain, patience: patienceOf(owner), heard: hearFeed });
}

async function sendSigned(owner: string, signed: Signed): Promise<Sent> {
  const right = await laneOf(owner, signed);
  if (right === 'later') return 'later';
  if (right === 'wait') return 'done';
  if (right === null) return 'sign-in';
  const sent = await send({ owner, ...right, only: (entry) => !isPlain(entry), patience: patienceOf(owner), heard: hearFeed });
  if (sent !== 'sign-in' || right.token === null) return sent;
  // The server does not know the token (any more): the next sign-in binds the phone anew.
  await changeProfile(owner, { token: null });
  return signed.person === owner ? 'later' : 'sign-in';
}

function patienceOf(owner: string | null): Patience {
  const known = patience.get(owner) ?? newPatience();
  patience.set(owner, known);
  return known;
}

/** Sends what is carried for others, by whatever right anybody on this phone has. */
async function sendCarried(signed: Signed): Promise<Sent> {
  const bearer = (await profiles()).find(({ token }) => token);
  if (!bearer && signed.person === null) return 'sign-in';
  const sent = await send({ owner: null, token: bearer?.token ?? null, sure: async () => true, patience: patienceOf(null), heard: hearFeed });
  if (sent !== 'sign-in' || !bearer) return sent;
  // A token that the server does not know holds nobody up: the next right is tried.
  await changeProfile(bearer.owner, { token: null });
  return sendCarried(signed);
}

/** Once a day, also when nothing waits: was the server put back to an earlier day? */
async function askFeed(): Promise<void> {
  const asked = (await kept<number>('feed-asked')) ?? 0;
  const token = (await profiles()).find((profile) => profile.token)?.token;
  // Either way: a clock that ran ahead must not keep it from asking for years.
  if (!token || Math.abs(Date.now() - asked) < DAY_MS) return;
  const answer = await postRecords([], token);
  if (!answer.ok || typeof answer.body?.feed !== 'string') return;
  await hearFeed(answer.body.feed);
  await keep('feed-asked', Date.now());
}

/** Each owner once for what is signed, and once for what is not. */
function lanesOf(waiting: readonly OutboxEntry[]): [owner: string | null, plain: boolean][] {
  const lanes = new Map(waiting.map((entry) => [`${entry.owner} ${isPlain(entry)}`, [entry.owner, isPlain(entry)] as [string | null, boolean]]));
  return [...lanes.values()];
}

const WORST: readonly Sent[] = ['later', 'sign-in', 'done'];

let swept: Promise<void> | undefined;

async function round(signed: Signed): Promise<Sent> {
  await (swept ??= sweep());
  await askFeed();
  const waiting = (await allEntries()).filter(({ state }) => state === 'waiting');
  // A profile that is not bound yet is bound also when nothing waits: later there may be no session.
  if (signed.person !== null && !waiting.some((entry) => entry.owner === signed.person && !isPlain(entry))) await laneOf(signed.person, signed);
  const sent: Sent[] = [];
  for (const [owner, plain] of lanesOf(waiting)) {
    const one = owner === null ? await sendCarried(signed) : await (plain ? sendPlain : sendSigned)(owner, signed);
    // Another reader's missing sign-in is nothing that this one could mend.
    sent.push(one === 'sign-in' && owner !== signed.person ? 'done' : one);
  }
  return WORST.find((one) => sent.includes(one)) ?? 'done';
}

/** Sends all that waits on this phone: each reader's records as theirs, whoever has it in hand. Also the service worker does. */
export function deliver(signed: Signed = NOBODY): Promise<Sent> {
  return alone(() => round(signed));
}
