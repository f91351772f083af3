import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Blob as NodeBlob } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import type { Verdict } from '@seek-justice/domain/records/verdict.ts';
import { changeProfile, enterProfile, profileOf } from '../src/auth/profile/profiles.ts';
import { database, type OutboxEntry } from '../src/local/database.ts';
import { kept } from '../src/local/kept.ts';
import { deliver, forgive, type Signed } from '../src/records/deliver.ts';
import { addRecord, allEntries, changeEntries, takeOver } from '../src/records/outbox.ts';
import { A, B, envelopeOf, fact, fillDisk, freshPhone, isSignedBy, type Kind, sealTo, outsideOf } from './phone.ts';

interface Asked {
  path: string;
  token: string | null;
  /** Whether the browser sends the session's cookie along. */
  cookie: boolean;
  ids: string[];
}

/** The installation, as strict as the real one about who may hand in what. */
const server = {
  asked: [] as Asked[],
  /** Who has the session of this browser's cookie. */
  session: null as string | null,
  tokens: new Map<string, string>(),
  feed: 'f1',
  down: false,
  given: 0,
};

const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

async function bodyOf({ body, headers }: RequestInit): Promise<{ opened?: string; records?: unknown[] }> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(await (body as Blob).arrayBuffer());
  const packed = (headers as Record<string, string>)['content-encoding'] === 'gzip';
  return JSON.parse((packed ? gunzipSync(bytes) : bytes).toString());
}

/** What is signed is its phone's word, whoever brings it; what is not is the session's, and a token vouches for nothing. */
function verdictOn(record: unknown, token: string | null): Verdict {
  const { actor, sig } = envelopeOf(record);
  const id = outsideOf(record);
  return sig !== undefined || (token === null && actor === server.session) ? { id, verdict: 'stored' } : { id, verdict: 'refused', code: 'not_permitted' };
}

async function serve(path: string, init: RequestInit): Promise<Response> {
  const { opened, records = [] } = await bodyOf(init);
  const token = (init.headers as Record<string, string>).authorization?.slice('Bearer '.length) ?? null;
  const cookie = init.credentials !== 'omit';
  server.asked.push({ path, token, cookie, ids: records.map((record) => envelopeOf(record).id) });
  if (server.down) throw new TypeError('Failed to fetch');
  const who = token === null ? (cookie ? server.session : null) : server.tokens.get(token);
  if (!who) return json(401, { code: 'not_signed_in' });
  if (path === '/api/records') return json(200, { verdicts: records.map((record) => verdictOn(record, token)), feed: server.feed });
  if (token !== null || !opened || JSON.parse(opened).subject !== who || !isSignedBy(opened, JSON.parse(opened))) return json(403, { code: 'not_allowed' });
  const fresh = `token-${(server.given += 1)}`;
  server.tokens.set(fresh, who);
  return json(200, { token: fresh });
}

globalThis.fetch = (input, init) => serve(input as string, init ?? {});
// jsdom's own cannot be read as a stream, which every browser's can.
Object.assign(globalThis, { Blob: NodeBlob });

const add = async (owner: string): Promise<OutboxEntry> => (await addRecord(fact(owner), undefined, sealTo)).entry;
const as = (person: string | null): Signed => ({ person, confirm: async () => server.session });
const stateOf = async ({ id, rid }: { id: string; rid?: string | undefined }): Promise<string | undefined> => (await allEntries()).find((entry) => entry.id === id || entry.id === rid)?.state;
const recordsSent = (): Asked[] => server.asked.filter(({ path, ids }) => path === '/api/records' && ids.length > 0);

function signIn(person: string | null): Signed {
  server.session = person;
  return as(person);
}

/** A reader whose phone the server knows. */
async function bound(person: string): Promise<string> {
  await enterProfile(person, null);
  await deliver(signIn(person));
  const token = (await profileOf(person))?.token;
  server.session = null;
  server.asked = [];
  return token ?? '';
}

async function phone(kind?: Kind): Promise<void> {
  await freshPhone(kind);
  forgive();
  Object.assign(server, { asked: [], session: null, feed: 'f1', down: false });
  server.tokens.clear();
}
beforeEach(() => phone());

describe('binding a phone (SPEC D5, D7)', () => {
  test('happens at the first contact with a session, also when nothing waits', async () => {
    await enterProfile(A, null);
    expect(await deliver(signIn(A))).toBe('done');
    expect(server.asked).toMatchObject([{ path: '/api/devices', token: null, cookie: true }]);
    expect(server.tokens.get((await profileOf(A))?.token ?? '')).toBe(A);
    // Once is enough; only the feed is asked for its name, by the token.
    server.asked = [];
    await deliver(as(A));
    expect(server.asked.filter(({ path }) => path === '/api/devices')).toEqual([]);
  });

  test('serves also while the phone has no room to keep the token', async () => {
    const one = await add(A);
    const makeRoom = fillDisk();
    try {
      await deliver(signIn(A));
      expect(recordsSent().map(({ ids }) => ids)).toEqual([[one.id]]);
    } finally {
      makeRoom();
    }
    expect((await profileOf(A))?.token ?? null).toBeNull();
  });

  test('comes before the records, which then go by the token alone: no cookie beside it', async () => {
    const one = await add(A);
    expect(await deliver(signIn(A))).toBe('done');
    expect(server.asked.map(({ path }) => path)).toEqual(['/api/devices', '/api/records']);
    expect(recordsSent()).toEqual([{ path: '/api/records', token: (await profileOf(A))?.token, cookie: false, ids: [one.id] }]);
    expect(await stateOf(one)).toBe('delivered');
  });

  test('waits with the records when it does not work, and is tried again', async () => {
    const one = await add(A);
    server.down = true;
    expect(await deliver(signIn(A))).toBe('later');
    expect(await stateOf(one)).toBe('waiting');
    server.down = false;
    expect(await deliver(as(A))).toBe('done');
    expect(await stateOf(one)).toBe('delivered');
  });

  test('is of nobody but who is signed in', async () => {
    await enterProfile(A, null);
    await enterProfile(B, null);
    await deliver(signIn(B));
    expect((await profileOf(A))?.token).toBeUndefined();
    expect(server.tokens.get((await profileOf(B))?.token ?? '')).toBe(B);
  });
});

describe('records go as their owner’s (SPEC D7)', () => {
  test('by their own phone’s token while somebody else is signed in', async () => {
    const token = await bound(A);
    await bound(B);
    const [one, other] = [await add(A), await add(B)];
    expect(await deliver(signIn(B))).toBe('done');
    const sent = recordsSent();
    expect(sent.find(({ ids }) => ids.includes(one.id))).toEqual({ path: '/api/records', token, cookie: false, ids: [one.id] });
    expect(sent.find(({ ids }) => ids.includes(other.id))).toMatchObject({ token: (await profileOf(B))?.token, ids: [other.id] });
    expect([await stateOf(one), await stateOf(other)]).toEqual(['delivered', 'delivered']);
  });

  test('by the token when nobody is signed in: in the service worker', async () => {
    await bound(A);
    const one = await add(A);
    expect(await deliver()).toBe('done');
    expect(await stateOf(one)).toBe('delivered');
    expect(server.asked.every(({ cookie }) => !cookie)).toBe(true);
  });

  test('or wait: without a token and a session of theirs nothing is sent', async () => {
    const one = await add(A);
    expect(await deliver()).toBe('done');
    await deliver(signIn(B));
    expect(recordsSent()).toEqual([]);
    expect(await stateOf(one)).toBe('waiting');
  });

  test('after a dead network the rest follows, and nobody else’s trouble holds it up', async () => {
    await bound(A);
    const [one, two] = [await add(A), await add(B)];
    server.down = true;
    expect(await deliver(as(null))).toBe('later');
    server.down = false;
    // B has never been bound and is not here: that is nothing that A could mend.
    expect(await deliver(signIn(A))).toBe('done');
    expect([await stateOf(one), await stateOf(two)]).toEqual(['delivered', 'waiting']);
  });

  test('packed over the line, once it is worth it', async () => {
    await bound(A);
    for (let made = 0; made < 3; made += 1) await add(A);
    await deliver();
    expect(recordsSent()).toHaveLength(1);
    expect(recordsSent()[0]?.ids).toHaveLength(3);
  });
});

describe('a token that the server does not know (any more) (SPEC D7)', () => {
  test('is forgotten; the next sign-in binds the phone anew, and what waited goes', async () => {
    await bound(A);
    const one = await add(A);
    server.tokens.clear();
    await deliver();
    expect((await profileOf(A))?.token).toBeNull();
    expect(await stateOf(one)).toBe('waiting');
    server.asked = [];
    expect(await deliver(signIn(A))).toBe('done');
    expect(server.asked.map(({ path }) => path)).toEqual(['/api/devices', '/api/records']);
    expect(await stateOf(one)).toBe('delivered');
  });

  test('is replaced at once where its owner is signed in', async () => {
    const old = await bound(A);
    const one = await add(A);
    server.tokens.clear();
    expect(await deliver(signIn(A))).toBe('later');
    expect(await deliver(as(A))).toBe('done');
    expect(await stateOf(one)).toBe('delivered');
    expect((await profileOf(A))?.token).not.toBe(old);
  });

  test('does not hold up what is carried, nor another reader’s', async () => {
    await bound(A);
    await bound(B);
    const carried = await fromElsewhere();
    const one = await add(B);
    for (const [token, who] of server.tokens) if (who === A) server.tokens.delete(token);
    await deliver();
    await deliver();
    expect([await stateOf(carried), await stateOf(one)]).toEqual(['delivered', 'delivered']);
  });
});

/** Somebody else's record, brought from a phone that this one does not know. */
async function fromElsewhere(): Promise<{ id: string; rid?: string | undefined }> {
  const stranger = '00000000-0000-4000-8000-00000000000c';
  const entry = await add(stranger);
  const db = await database();
  await db?.delete('outbox', entry.id);
  await db?.delete('profiles', stranger);
  await takeOver([{ id: entry.rid ?? '', sealed: entry.sealed ?? '' }]);
  return entry;
}

describe('what is carried for others (SPEC D8)', () => {
  test('goes by anybody’s token', async () => {
    const one = await fromElsewhere();
    const token = await bound(A);
    // Not of A, who has gone: any token will do.
    await deliver();
    expect(await stateOf(one)).toBe('delivered');
    expect(token).not.toBe('');
  });

  test('goes by a session where the phone has no token', async () => {
    await phone();
    const one = await fromElsewhere();
    await deliver(signIn(B));
    expect(recordsSent()).toMatchObject([{ token: null, cookie: true, ids: [one.id] }]);
    expect(await stateOf(one)).toBe('delivered');
  });

  test('waits where there is neither', async () => {
    const one = await fromElsewhere();
    expect(await deliver()).toBe('sign-in');
    expect(server.asked).toEqual([]);
    expect(await stateOf(one)).toBe('waiting');
  });
});

describe('what bears no signature (SPEC D7)', () => {
  test('goes by the session of its own person, without cryptography', async () => {
    await phone('no cryptography');
    const one = await add(A);
    await deliver(signIn(B));
    expect(await stateOf(one)).toBe('waiting');
    expect(await deliver(signIn(A))).toBe('done');
    expect(recordsSent()).toEqual([{ path: '/api/records', token: null, cookie: true, ids: [one.id] }]);
    expect(await stateOf(one)).toBe('delivered');
  });

  test('of the first release is delivered by the session, and what is signed by the token', async () => {
    const old = await plain('5f0c7a52-3a7e-4a14-9c1f-7d6b2f0e8a91');
    const fresh = await add(A);
    expect(await deliver(signIn(A))).toBe('done');
    expect([await stateOf(old), await stateOf(fresh)]).toEqual(['delivered', 'delivered']);
    const token = (await profileOf(A))?.token;
    expect(recordsSent().map(({ ids, token: by }) => [ids, by])).toEqual(expect.arrayContaining([[[old.id], null], [[fresh.id], token]]));
  });

  test('waits for its person’s sign-in while what is signed goes', async () => {
    await bound(A);
    const old = await plain('5f0c7a52-3a7e-4a14-9c1f-7d6b2f0e8a92');
    const fresh = await add(A);
    await deliver(signIn(B));
    expect([await stateOf(old), await stateOf(fresh)]).toEqual(['waiting', 'delivered']);
    await deliver(signIn(A));
    expect(await stateOf(old)).toBe('delivered');
  });
});

/** A record as the first release has left it. */
async function plain(id: string): Promise<{ id: string }> {
  const envelope = { id, ...fact(A), device: 'c2a8f1d7-6e34-4b59-a0c3-9f17e5d482b6', deviceSeq: 0, after: null };
  await (await database())?.put('outbox', { id, owner: A, seq: 0, at: Date.now(), state: 'waiting', envelope });
  return { id };
}

describe('a database that was put back (SPEC D10)', () => {
  test('is offered everything again that is still here', async () => {
    await bound(A);
    const [one, two] = [await add(A), await add(A)];
    await deliver();
    expect([await stateOf(one), await stateOf(two)]).toEqual(['delivered', 'delivered']);
    server.asked = [];
    server.feed = 'f2';
    const three = await add(A);
    expect(await deliver()).toBe('done');
    expect(recordsSent().map(({ ids }) => ids)).toEqual([[three.id], [one.id, two.id, three.id]]);
    expect(await kept('feed')).toBe('f2');
  });

  test.each([
    ['a day ago', -86_400_001],
    ['in two years, by a clock that ran ahead', 63_072_000_000],
  ])('is found out about once a day, also when nothing waits; asked last: %s', async (_, at) => {
    const token = await bound(A);
    const one = await add(A);
    await deliver();
    server.feed = 'f2';
    server.asked = [];
    await deliver();
    expect(server.asked).toEqual([]);
    await (await database())?.put('kept', Date.now() + at, 'feed-asked');
    await deliver();
    expect(server.asked).toEqual([
      { path: '/api/records', token, cookie: false, ids: [] },
      { path: '/api/records', token, cookie: false, ids: [one.id] },
    ]);
  });
});

describe('two tabs', () => {
  const locks = new Set<string>();
  afterEach(() => void Reflect.deleteProperty(navigator, 'locks'));

  test('send one at a time: who comes second tries later', async () => {
    const request = async (name: string, _options: unknown, work: (lock: object | null) => Promise<unknown>): Promise<unknown> => {
      if (locks.has(name)) return work(null);
      locks.add(name);
      return work({ name }).finally(() => locks.delete(name));
    };
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
    await changeProfile(A, {});
    const one = await add(A);
    signIn(A);
    expect(await Promise.all([deliver(as(A)), deliver(as(A))])).toEqual(['done', 'later']);
    expect(recordsSent().map(({ ids }) => ids)).toEqual([[one.id]]);
    expect(await deliver(as(A))).toBe('done');
    expect(recordsSent()).toHaveLength(1);
  });
});

test('a refusal is kept with its reason; what was delivered is not sent again', async () => {
  await bound(A);
  const [one, two] = [await add(A), await add(A)];
  await changeEntries([one.id], { state: 'delivered' });
  await deliver();
  expect(recordsSent().flatMap(({ ids }) => ids)).toEqual([two.id]);
});
