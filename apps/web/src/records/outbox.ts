import { newId } from '@seek-justice/domain/kernel/ids.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import type { Mark } from '@seek-justice/domain/assessment/score.ts';
import type { SealingKey } from '@seek-justice/domain/records/sealed.ts';
import { enterProfile, passingProfile, profileOf, signed } from '../auth/profile/profiles.ts';
import { closed, vaultName } from '../auth/profile/vault.ts';
import type { OutboxEntry, Profile } from '../local/database.ts';
import { atomically, readAll } from '../local/tables.ts';
import { seal } from './seal.ts';

/** What happened, before the phone gives it an id, a device and a number. */
export type Fact = Pick<Envelope, 'subject' | 'actor' | 'type' | 'v' | 'occurredAt' | 'body'>;

/** A reader's own copy of a record: the outbox's can be read by the installation alone. */
export interface OwnCopy {
  envelope: Envelope;
  /** Of a quiz: what it was worth when it was handed in, to be shown at once. */
  mark?: Mark | undefined;
}

export const OWN_COPY = 'record/';

interface Made {
  entry: OutboxEntry;
  copy: OwnCopy;
  profile: Profile;
  /** The copy as it lies in the vault; undefined while that is closed. */
  own: unknown;
}

/** What could not be written down because the phone is full: it lasts as long as the page, and goes first when there is room. */
const spare: Made[] = [];
/** Profiles whose numbers went on meanwhile. */
const spareProfiles = new Map<string, Profile>();

async function make(fact: Fact, mark: Mark | undefined, to: SealingKey | undefined): Promise<Made> {
  const owner = fact.actor;
  const profile = spareProfiles.get(owner) ?? (await profileOf(owner)) ?? (await enterProfile(owner, null).catch(() => passingProfile(owner)));
  const envelope: Envelope = { id: newId(), ...fact, device: profile.device, deviceSeq: profile.nextSeq, after: profile.after ?? null };
  const text = await signed(envelope, profile.keys);
  // Unsigned it is the session's word, which has to see what it sends.
  // The outside has a name of its own: who carries it must not be able to claim the record's.
  const rid = newId();
  const sealed = profile.keys ? await seal(rid, text, to) : null;
  const entry: OutboxEntry = { id: envelope.id, owner, seq: envelope.deviceSeq, at: Date.now(), state: 'waiting', ...(sealed ? { sealed, rid } : { envelope: JSON.parse(text) as Envelope }) };
  const copy = { envelope, mark };
  return { entry, copy, profile, own: await closed(owner, copy) };
}

function advanced(now: Profile | undefined, to: Profile): Profile {
  if (!now) return to;
  return now.device === to.device ? { ...now, nextSeq: Math.max(now.nextSeq, to.nextSeq) } : now;
}

/** Writes a record and counts its number in one step, with what found no room before. @returns false when another tab took the number meanwhile. */
async function write(made: Made): Promise<boolean> {
  const { owner, nextSeq } = made.profile;
  const next = new Map(spareProfiles).set(owner, { ...made.profile, nextSeq: nextSeq + 1 });
  return atomically(['outbox', 'profiles', 'vault'], async (does) => {
    const now = await does.get('profiles', owner);
    if (now && !spareProfiles.has(owner) && now.nextSeq !== nextSeq) return false;
    for (const [who, profile] of next) does.put('profiles', who, advanced(await does.get('profiles', who), profile));
    for (const { entry, profile, own } of [...spare, made]) {
      does.put('outbox', entry.id, entry);
      if (own !== undefined) does.put('vault', vaultName(profile.owner, OWN_COPY + entry.id), own);
    }
    return true;
  });
}

async function add(fact: Fact, mark: Mark | undefined, to: SealingKey | undefined): Promise<Made & { kept: boolean }> {
  for (;;) {
    const made = await make(fact, mark, to);
    try {
      if (!(await write(made))) continue;
      spare.length = 0;
      spareProfiles.clear();
      return { ...made, kept: true };
    } catch {
      spare.push(made);
      spareProfiles.set(made.profile.owner, { ...made.profile, nextSeq: made.profile.nextSeq + 1 });
      return { ...made, kept: false };
    }
  }
}

let turn: Promise<unknown> = Promise.resolve();

/** Writes down what happened: numbered, signed and sealed. No number is used twice or left out. @returns it, and whether it outlives the page. */
export function addRecord(fact: Fact, mark: Mark | undefined, to: SealingKey | undefined): Promise<{ entry: OutboxEntry; copy: OwnCopy; kept: boolean }> {
  // One after another: what finds no room is numbered by this page alone.
  const mine = turn.then(() => add(fact, mark, to));
  turn = mine.catch(() => undefined);
  return mine;
}

/** What became of entries and could not be noted either: it holds for this page, or what has arrived would go again and again. */
const unnoted = new Map<string, Partial<OutboxEntry>>();

/** Everything that this phone holds for delivery. */
export async function allEntries(): Promise<OutboxEntry[]> {
  const stored = (await readAll('outbox').catch(() => [])).map((entry) => ({ ...entry, ...unnoted.get(entry.id) }));
  return [...stored, ...spare.map(({ entry }) => entry).filter(({ id }) => !stored.some((one) => one.id === id))];
}

/** Takes sealed records over from another phone. @returns how many were new here. */
export async function takeOver(entries: readonly { id: string; sealed: string }[]): Promise<number> {
  return atomically(['outbox'], async (does) => {
    let taken = 0;
    // The phone's own have another name on their outside than inside.
    const known = new Set((await does.all('outbox')).flatMap((entry) => [entry.id, entry.rid ?? entry.id]));
    for (const [seq, { id, sealed }] of entries.entries()) {
      if (known.has(id)) continue;
      does.put('outbox', id, { id, owner: null, seq, at: Date.now(), sealed, state: 'waiting' });
      taken += 1;
    }
    return taken;
  });
}

/** What became of entries, in one step. */
export async function changeEntries(ids: readonly string[], change: Pick<OutboxEntry, 'state'> & Partial<OutboxEntry>): Promise<void> {
  for (const { entry } of spare) if (ids.includes(entry.id)) Object.assign(entry, change);
  const dated = change.state === 'delivered' ? { deliveredAt: Date.now(), ...change } : change;
  try {
    await atomically(['outbox'], async (does) => {
      for (const id of ids) {
        const entry = await does.get('outbox', id);
        if (entry) does.put('outbox', id, { ...entry, ...dated });
      }
    });
    for (const id of ids) unnoted.delete(id);
  } catch {
    for (const id of ids) unnoted.set(id, change);
  }
}

/** Notes what was handed on to be carried, unless it has arrived meanwhile. */
export async function noteHanded(ids: readonly string[], handedAt = Date.now()): Promise<void> {
  await atomically(['outbox'], async (does) => {
    for (const id of ids) {
      const entry = await does.get('outbox', id);
      if (entry?.state === 'waiting') does.put('outbox', id, { ...entry, handedAt });
    }
  }).catch(() => undefined);
}

/** How long what was delivered is kept, sealed, in case that the server's database is put back to an earlier day. */
const KEEP_MS = 90 * 86_400_000;

/** Lets go of what was delivered long ago. */
export async function sweep(now = Date.now()): Promise<void> {
  await atomically(['outbox', 'vault'], async (does) => {
    for (const entry of await does.all('outbox')) {
      // A joining is kept as long as its profile: it is how the phone gets its token again.
      if (entry.state !== 'delivered' || entry.seq < 0) continue;
      // Counted from its delivery; from today where nobody has written that down.
      if (entry.deliveredAt === undefined) does.put('outbox', entry.id, { ...entry, deliveredAt: now });
      if (now - (entry.deliveredAt ?? now) < KEEP_MS) continue;
      does.remove('outbox', entry.id);
      if (entry.owner) does.remove('vault', vaultName(entry.owner, OWN_COPY + entry.id));
    }
  }).catch(() => undefined);
}
