import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openDB } from 'idb';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { envelopeFault } from '@seek-justice/domain/records/envelope.ts';
import type { Verdict } from '@seek-justice/domain/records/verdict.ts';
import { changeProfile, closeProfiles, enterProfile, profileOf } from '../src/auth/profile/profiles.ts';
import { ownKept } from '../src/auth/profile/vault.ts';
import type { Answer } from '../src/local/api.ts';
import { database, type OutboxEntry } from '../src/local/database.ts';
import { atomically, read } from '../src/local/tables.ts';
import { hearFeed } from '../src/records/feed-name.ts';
import { addRecord, allEntries, changeEntries, OWN_COPY, sweep, takeOver } from '../src/records/outbox.ts';
import type { Handed } from '../src/records/post.ts';
import { type Lane, newPatience, send } from '../src/records/send.ts';
import { A, B, envelopeOf, fact, fillDisk, freshPhone, isSignedBy, type Kind, newPage, outsideOf, sealTo, unseal } from './phone.ts';

type Reply = Answer<Handed>;
const answered = (verdicts: Verdict[]): Reply => ({ ok: true, status: 200, body: { verdicts, feed: 'f1' } });
const idOf = outsideOf;
const yes = (records: readonly unknown[]): Reply => answered(records.map((record) => ({ id: idOf(record), verdict: 'stored' })));
const refusing = (records: readonly unknown[]): Reply => answered(records.map((record) => ({ id: idOf(record), verdict: 'refused', code: 'not_permitted' })));

function sender(owner: string, reply: (records: unknown[]) => Reply, now: string | null = owner) {
  const sent: unknown[][] = [];
  const lane: Lane = {
    owner,
    token: null,
    sure: async () => now === owner,
    patience: newPatience(),
    heard: async () => undefined,
    post: async (records) => {
      sent.push(records);
      return reply(records);
    },
  };
  return { sent, round: () => send(lane) };
}

const add = async (owner: string, lesson?: string): Promise<OutboxEntry> => (await addRecord(fact(owner, lesson), undefined, sealTo)).entry;
const states = async (): Promise<string[]> => (await allEntries()).map(({ state }) => state).sort();
const numbersOf = (records: readonly unknown[]): number[] => records.map((record) => envelopeOf(record).deviceSeq);
const upFrom = (first: number, many: number): number[] => Array.from({ length: many }, (_, at) => first + at);

describe.each<[Kind, first: number]>([
  // With cryptography the profile’s own first record has number 0.
  ['whole', 1],
  ['no cryptography', 0],
  ['no database', 0],
])('an outbox (%s)', (kind, first) => {
  beforeEach(() => freshPhone(kind));

  test('numbers records without gaps or repeats, also when they are made at once (SPEC D9)', async () => {
    const made = await Promise.all(upFrom(0, 20).map(() => add(A)));
    expect(numbersOf(made).sort((a, b) => a - b)).toEqual(upFrom(first, 20));
    expect(made.map(({ seq }) => seq)).toEqual(numbersOf(made));
    expect(new Set(made.map(({ id }) => id)).size).toBe(20);
    expect(new Set(made.map((entry) => envelopeOf(entry).device)).size).toBe(1);
    for (const entry of made) expect(envelopeFault(envelopeOf(entry) as unknown as Json)).toBeNull();
  });

  test('gives each person on the phone a device of their own', async () => {
    const [a, b] = [await add(A), await add(B)];
    expect(envelopeOf(a).device).not.toBe(envelopeOf(b).device);
    expect(numbersOf([a, b])).toEqual([first, first]);
  });

  test('sends one person’s records alone, in order, fifty at a time', async () => {
    for (let made = 0; made < 60; made += 1) await add(A);
    await add(B);
    const { sent, round } = sender(A, yes);
    expect(await round()).toBe('done');
    expect(sent.map((batch) => batch.length)).toEqual([50, 10]);
    expect(numbersOf(sent.flat())).toEqual(upFrom(first, 60));
    expect(sent.flat().every((record) => envelopeOf(record).subject === A)).toBe(true);
    expect((await allEntries()).filter(({ state }) => state === 'waiting').map(({ owner }) => owner)).toEqual([B]);
  });

  test.each<[string, Reply, string]>([
    ['no network', { ok: false, status: 0, problem: null }, 'later'],
    ['a captive portal’s page', { ok: false, status: 0, problem: null }, 'later'],
    ['a server error', { ok: false, status: 503, problem: null }, 'later'],
    ['a lost session', { ok: false, status: 401, problem: null }, 'sign-in'],
    ['200 without verdicts', { ok: true, status: 200, body: {} as Handed }, 'later'],
    ['201 with verdicts', { ok: true, status: 201, body: { verdicts: [], feed: 'f1' } }, 'later'],
    ['verdicts on other records', answered([{ id: A, verdict: 'stored' }]), 'later'],
    ['a verdict on no record', answered([{ id: null, verdict: 'refused', code: 'malformed' }]), 'later'],
  ])('%s changes nothing', async (_what, reply, outcome) => {
    await add(A);
    expect(await sender(A, () => reply).round()).toBe(outcome);
    expect(await states()).toEqual(['waiting']);
  });

  test('keeps what was refused with its reason, and goes on with the rest', async () => {
    const bad = await add(A);
    await add(A);
    const { round } = sender(A, (records) => answered(records.map(idOf).map((id) => (id === (bad.rid ?? bad.id) ? { id, verdict: 'refused', code: 'malformed' } : { id, verdict: 'duplicate' }))));
    expect(await round()).toBe('done');
    expect((await allEntries()).find(({ id }) => id === bad.id)).toMatchObject({ state: 'refused', code: 'malformed' });
    expect(await states()).toEqual(['delivered', 'refused']);
  });

  test('does not believe a refusal that was meant for somebody else’s session', async () => {
    await add(A);
    expect(await sender(A, refusing, B).round()).toBe('later');
    expect(await states()).toEqual(['waiting']);
    await sender(A, refusing, A).round();
    expect(await states()).toEqual(['refused']);
  });

  test.each([400, 500])('finds the one record that the server chokes on (%i) and sends the others', async (status) => {
    for (let made = 0; made < 8; made += 1) await add(A);
    const poison = first + 3;
    const { round } = sender(A, (records) => (numbersOf(records).includes(poison) ? { ok: false, status, problem: null } : yes(records)));
    for (let rounds = 0; rounds < 40; rounds += 1) await round();
    expect((await allEntries()).filter(({ state }) => state === 'waiting').map(({ seq }) => seq)).toEqual([poison]);
  });

  test.each([429, 502, 503, 504])('is patient with a server that is busy (%i): nothing is split', async (status) => {
    for (let made = 0; made < 8; made += 1) await add(A);
    const { sent, round } = sender(A, () => ({ ok: false, status, problem: null }));
    for (let rounds = 0; rounds < 10; rounds += 1) expect(await round()).toBe('later');
    expect(sent.map((batch) => batch.length)).toEqual(Array.from({ length: 10 }, () => 8));
  });

  test('sends less at once over a line that is cut, five at least, and more again when it holds', async () => {
    for (let made = 0; made < 60; made += 1) await add(A);
    let holds = false;
    const { sent, round } = sender(A, (records) => (holds ? yes(records) : { ok: false, status: 0, problem: null }));
    for (let rounds = 0; rounds < 6; rounds += 1) await round();
    expect(sent.map((batch) => batch.length)).toEqual([50, 25, 12, 6, 5, 5]);
    holds = true;
    expect(await round()).toBe('done');
    // 5 + 10 + 20 + 25 = 60.
    expect(sent.slice(6).map((batch) => batch.length)).toEqual([5, 10, 20, 25]);
  });
});

describe.each<[Kind, first: number]>([['whole', 1], ['no cryptography', 0]])('records (%s)', (kind, first) => {
  beforeEach(() => freshPhone(kind));

  test('outlive the page', async () => {
    const made = await add(A);
    await newPage();
    expect((await allEntries()).map(({ id }) => id)).toEqual([made.id]);
    expect((await add(A)).seq).toBe(first + 1);
  });

  test('are numbered without gaps or repeats by two tabs at once (SPEC D9)', async () => {
    await add(A);
    jest.resetModules();
    const other = await import('../src/records/outbox.ts');
    expect(other.addRecord).not.toBe(addRecord);
    const made = await Promise.all(upFrom(0, 16).map((at) => (at % 2 === 0 ? addRecord : other.addRecord)(fact(A), undefined, sealTo)));
    expect(numbersOf(made.map(({ entry }) => entry)).sort((a, b) => a - b)).toEqual(upFrom(first + 1, 16));
    expect(await allEntries()).toHaveLength(17);
    (await (await import('../src/local/database.ts')).database())?.close();
  });
});

describe('what is written down (SPEC D)', () => {
  beforeEach(() => freshPhone());

  test('is signed by the profile’s key and sealed, and says inside what happened (SPEC D2–D4)', async () => {
    const { entry } = await addRecord(fact(A, 'k7f2qd'), undefined, sealTo);
    expect(entry).not.toHaveProperty('envelope');
    const envelope = envelopeOf(entry);
    expect(envelope).toMatchObject({ id: entry.id, subject: A, actor: A, type: 'lesson.finished', deviceSeq: 1, after: null, body: { lesson: 'k7f2qd' } });
    const { opened = '', device } = (await profileOf(A)) ?? {};
    expect(envelope.device).toBe(device);
    expect(isSignedBy(opened, envelope)).toBe(true);
    expect(isSignedBy(opened, { ...envelope, body: { lesson: 'p3x9vr' } })).toBe(false);
    // The profile’s first record names the key, and is signed by it.
    expect(JSON.parse(opened)).toMatchObject({ type: 'profile.opened', v: 1, subject: A, actor: A, device, deviceSeq: 0 });
    expect(isSignedBy(opened, JSON.parse(opened))).toBe(true);
  });

  test('is signed and plain where the page has no key to seal to', async () => {
    const { entry } = await addRecord(fact(A), undefined, undefined);
    expect(entry).not.toHaveProperty('sealed');
    expect(isSignedBy((await profileOf(A))?.opened ?? '', envelopeOf(entry))).toBe(true);
  });

  test('is plain and unsigned without cryptography', async () => {
    await freshPhone('no cryptography');
    const { entry } = await addRecord(fact(A), undefined, sealTo);
    expect(entry).not.toHaveProperty('sealed');
    expect(entry.envelope).not.toHaveProperty('sig');
    expect((await profileOf(A))?.keys).toBeUndefined();
  });

  test('names the last place of the feed that the phone has seen', async () => {
    await enterProfile(A, null);
    await changeProfile(A, { after: 'k3Jq9TzP.1' });
    expect(envelopeOf(await add(A)).after).toBe('k3Jq9TzP.1');
  });

  test('lies on the phone in no form that the phone could read while the profile is closed (SPEC D12)', async () => {
    await enterProfile(A, '274913');
    const { entry } = await addRecord(fact(A, 'zq7k2m'), { right: 9, of: 10, percent: 90, passed: true }, sealTo);
    expect(await ownKept(A, OWN_COPY + entry.id)).toMatchObject({ envelope: { body: { lesson: 'zq7k2m' } }, mark: { percent: 90 } });
    await closeProfiles(false);
    expect(await ownKept(A, OWN_COPY + entry.id)).toBeUndefined();
    const all = await everything();
    expect(all).toContain(entry.id);
    expect(all).toContain(A);
    for (const secret of ['zq7k2m', 'lesson.finished', '274913']) expect(all).not.toContain(secret);
    // What is written down meanwhile is sealed, and no copy of it is left to read.
    const later = await addRecord(fact(A, 'zq7k2m'), undefined, sealTo);
    expect(await everything()).not.toContain('zq7k2m');
    expect(JSON.parse(unseal(later.entry.sealed ?? ''))).toMatchObject({ body: { lesson: 'zq7k2m' } });
  });
});

/** All that lies in the phone’s database, as one text: binary parts letter by letter. */
async function everything(): Promise<string> {
  const db = await database();
  const found: unknown[] = [];
  for (const name of db?.objectStoreNames ?? []) found.push(...((await db?.getAllKeys(name)) ?? []), ...((await db?.getAll(name)) ?? []));
  return JSON.stringify(found, (_key, value: unknown) => {
    if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1');
    return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
  });
}

describe('on a full phone', () => {
  let makeRoom = (): void => undefined;
  beforeEach(() => freshPhone());
  afterEach(() => makeRoom());

  test('a record is still sent, and goes into the store when there is room', async () => {
    await add(A);
    makeRoom = fillDisk();
    const tight = [await addRecord(fact(A, 'tight1'), undefined, sealTo), await addRecord(fact(A, 'tight2'), undefined, sealTo)];
    expect(tight.map(({ kept }) => kept)).toEqual([false, false]);
    expect(numbersOf(await allEntries())).toEqual([1, 2, 3]);
    makeRoom();
    const { sent, round } = sender(A, (records) => answered(records.map(idOf).map((id) => ({ id, verdict: id === tight[1]?.entry.rid ? 'refused' : 'stored', code: 'malformed' }))));
    expect(await round()).toBe('done');
    expect(numbersOf(sent.flat())).toEqual([1, 2, 3]);
    expect(await (await database())?.count('outbox')).toBe(1);
    const next = await addRecord(fact(A), undefined, sealTo);
    expect(next.kept).toBe(true);
    await newPage();
    const stored = (await (await database())?.getAll('outbox'))?.sort((a, b) => a.seq - b.seq);
    expect(stored?.map(({ seq, state }) => [seq, state])).toEqual([[1, 'delivered'], [2, 'delivered'], [3, 'refused'], [4, 'waiting']]);
    expect((await add(A)).seq).toBe(5);
  });

  test('what has arrived and cannot even be noted is not sent again by this page', async () => {
    await add(A);
    makeRoom = fillDisk();
    const { sent, round } = sender(A, yes);
    expect([await round(), await round()]).toEqual(['done', 'done']);
    expect(sent.length).toBe(1);
    expect(await states()).toEqual(['delivered']);
  });

  test('records made at once have numbers of their own', async () => {
    await add(A);
    makeRoom = fillDisk();
    const made = await Promise.all(upFrom(0, 6).map(() => add(A)));
    expect(numbersOf(made).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7]);
    makeRoom();
    expect((await add(A)).seq).toBe(8);
    expect((await (await database())?.getAll('outbox'))?.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(upFrom(1, 8));
  });

  test('two readers’ numbers go on where they were', async () => {
    await add(A);
    await add(B);
    makeRoom = fillDisk();
    await add(A);
    makeRoom();
    expect((await add(B)).seq).toBe(2);
    expect((await add(A)).seq).toBe(3);
  });

  test('somebody whose profile has no room either still writes down, as their session’s word', async () => {
    makeRoom = fillDisk();
    const { entry, kept } = await addRecord(fact(A, 'k7f2qd'), undefined, sealTo);
    expect(kept).toBe(false);
    // Nobody could ever vouch for a key that is gone with the page.
    expect(envelopeOf(entry)).not.toHaveProperty('sig');
    expect((await allEntries()).map(({ id }) => id)).toEqual([entry.id]);
    makeRoom();
    const next = await add(A);
    expect(numbersOf(await allEntries()).sort((a, b) => a - b)).toEqual([entry.seq, next.seq]);
    expect(next.seq).toBe(entry.seq + 1);
  });
});


describe('what was delivered (SPEC D10, D11)', () => {
  const DAY = 86_400_000;
  beforeEach(() => freshPhone());

  test('waits again when the server’s feed has another name: its database was put back', async () => {
    const [one, refused] = [await add(A), await add(A)];
    await hearFeed('f1');
    await changeEntries([one.id], { state: 'delivered' });
    await changeEntries([refused.id], { state: 'refused', code: 'malformed' });
    await hearFeed('f1');
    expect(await states()).toEqual(['delivered', 'refused']);
    await hearFeed('f2');
    expect(await states()).toEqual(['refused', 'waiting']);
    await changeEntries([one.id], { state: 'delivered' });
    await hearFeed('f2');
    expect(await states()).toEqual(['delivered', 'refused']);
  });

  test('does not wait again on the first contact, which knows no name before', async () => {
    const one = await add(A);
    await changeEntries([one.id], { state: 'delivered' });
    await hearFeed('f1');
    expect(await states()).toEqual(['delivered']);
  });

  test('is let go of after 90 days with the reader’s copy; what waits or was refused never is', async () => {
    const [gone, kept, waiting, refused] = [await add(A), await add(A), await add(A), await add(A)];
    const now = Date.now();
    const at = now - 90 * DAY;
    await changeEntries([gone.id], { state: 'delivered', deliveredAt: at });
    await changeEntries([kept.id], { state: 'delivered', at: at - DAY, deliveredAt: at + 60_000 });
    await changeEntries([waiting.id], { state: 'waiting', at });
    await changeEntries([refused.id], { state: 'refused', code: 'malformed', at });
    await sweep(now);
    expect((await allEntries()).map(({ id }) => id).sort()).toEqual([kept.id, waiting.id, refused.id].sort());
    expect(await ownKept(A, OWN_COPY + gone.id)).toBeUndefined();
    expect(await ownKept(A, OWN_COPY + kept.id)).toMatchObject({ envelope: { id: kept.id } });
  });
});

describe('what was made on another phone (SPEC D8)', () => {
  beforeEach(() => freshPhone());

  test('is taken over once, in its order, as nobody’s here', async () => {
    const brought = [1, 2, 3].map((n) => ({ id: `00000000-0000-4000-8000-00000000001${n}`, sealed: `text ${n}` }));
    expect(await takeOver(brought.slice(0, 2))).toBe(2);
    expect(await takeOver(brought)).toBe(1);
    const all = (await allEntries()).sort((a, b) => a.id.localeCompare(b.id));
    expect(all.map(({ owner, state, sealed }) => [owner, state, sealed])).toEqual([[null, 'waiting', 'text 1'], [null, 'waiting', 'text 2'], [null, 'waiting', 'text 3']]);
  });

  test('changes nothing of what the phone has itself', async () => {
    const own = await add(A);
    await changeEntries([own.id], { state: 'delivered' });
    expect(await takeOver([{ id: own.rid ?? '', sealed: own.sealed ?? '' }])).toBe(0);
    expect((await allEntries()).map(({ owner, state }) => [owner, state])).toEqual([[A, 'delivered']]);
  });
});

test('a step on the tables that fails half-way leaves nothing behind', async () => {
  await freshPhone();
  const half = atomically(['kept', 'outbox'], async (does) => {
    does.put('kept', 'a', 1);
    await does.get('kept', 'a');
    does.put('kept', 'b', () => 'what no store holds');
  });
  await expect(half).rejects.toThrow(/clone/);
  expect(await read('kept', 'a')).toBeUndefined();
});

test('a phone of the first release keeps what waits', async () => {
  await freshPhone();
  const before = await firstRelease();
  const all = (await allEntries()).sort((a, b) => a.seq - b.seq);
  expect(all).toMatchObject([
    { id: before[0]?.id, owner: A, seq: 0, state: 'delivered', at: Date.parse('2026-11-02T08:00:00.000Z') },
    { id: before[1]?.id, owner: A, seq: 1, state: 'waiting', envelope: before[1]?.envelope },
    { id: before[2]?.id, owner: A, seq: 2, state: 'refused', code: 'malformed' },
  ]);
  expect([...((await database())?.objectStoreNames ?? [])]).toEqual(['kept', 'outbox', 'profiles', 'vault']);
  const { sent, round } = sender(A, yes);
  expect(await round()).toBe('done');
  expect(sent).toEqual([[before[1]?.envelope]]);
});

/** The database as the first release made it, with three records. */
async function firstRelease(): Promise<{ id: string; envelope: unknown }[]> {
  const db = await openDB('lessons', 1, {
    upgrade(made) {
      made.createObjectStore('outbox', { keyPath: 'id' }).createIndex('owner', 'owner');
      made.createObjectStore('devices', { keyPath: 'owner' });
      made.createObjectStore('kept');
    },
  });
  const device = 'c2a8f1d7-6e34-4b59-a0c3-9f17e5d482b6';
  const entries = ['delivered', 'waiting', 'refused'].map((state, deviceSeq) => {
    const id = `5f0c7a52-3a7e-4a14-9c1f-7d6b2f0e8a9${deviceSeq}`;
    const envelope = { id, ...fact(A), device, deviceSeq, after: null, occurredAt: `2026-11-0${deviceSeq + 2}T08:00:00.000Z` };
    return { id, owner: A, envelope, state, ...(state === 'refused' ? { code: 'malformed' } : {}) };
  });
  for (const entry of entries) await db.put('outbox', entry);
  await db.put('devices', { owner: A, device, nextSeq: 3 });
  db.close();
  return entries;
}
