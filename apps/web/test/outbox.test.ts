import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Verdict } from '@seek-justice/domain/records/verdict.ts';
import { envelopeFault } from '@seek-justice/domain/records/envelope.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { Answer } from '../src/local/api.ts';
import { database, forgetDatabase } from '../src/local/database.ts';
import { type Fact, forgetOutbox, inMemory, type Outbox, outbox } from '../src/records/outbox.ts';
import { newPatience, send } from '../src/records/send.ts';

const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';

function fact(owner: string): Fact {
  return { subject: owner, actor: owner, type: 'lesson.finished', v: 1, occurredAt: new Date().toISOString(), body: { lesson: 'abc123' } };
}

type Posted = { id: string; subject: string; deviceSeq: number };
type Reply = Answer<{ verdicts: Verdict[] }>;
const yes = (records: readonly Posted[]): Reply => ({
  ok: true,
  status: 200,
  body: { verdicts: records.map(({ id }) => ({ id, verdict: 'stored' })) },
});

function sender(box: Outbox, owner: string, reply: (records: Posted[]) => Reply, now: string | null = owner) {
  const sent: Posted[][] = [];
  const sending = {
    outbox: box,
    owner,
    patience: newPatience(),
    signedIn: async () => now,
    post: async (records: unknown[]) => {
      sent.push(records as Posted[]);
      return reply(records as Posted[]);
    },
  };
  return { sent, round: () => send(sending) };
}

const statesOf = async (box: Outbox): Promise<string[]> => (await box.all()).map((entry) => entry.state).sort();

beforeEach(async () => {
  (await database())?.close();
  forgetDatabase();
  forgetOutbox();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('lessons').onsuccess = resolve;
  });
});

describe.each([
  ['IndexedDB', () => outbox()],
  ['memory', async () => inMemory()],
])('an outbox in %s', (_, open) => {
  test('numbers records without gaps or repeats, also when they are made at once', async () => {
    const box = await open();
    const made = await Promise.all(Array.from({ length: 20 }, () => box.add(fact(A))));
    expect(made.map((entry) => entry.envelope.deviceSeq).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (__, i) => i));
    expect(new Set(made.map((entry) => entry.id)).size).toBe(20);
    expect(new Set(made.map((entry) => entry.envelope.device)).size).toBe(1);
    for (const { envelope } of made) expect(envelopeFault(envelope as unknown as Json)).toBeNull();
  });

  test('gives each person on the phone a device of their own', async () => {
    const box = await open();
    const [a, b] = [await box.add(fact(A)), await box.add(fact(B))];
    expect(a.envelope.device).not.toBe(b.envelope.device);
    expect([a.envelope.deviceSeq, b.envelope.deviceSeq]).toEqual([0, 0]);
  });

  test('sends one person’s records alone, in order, fifty at a time', async () => {
    const box = await open();
    for (let i = 0; i < 60; i += 1) await box.add(fact(A));
    await box.add(fact(B));
    const { sent, round } = sender(box, A, yes);
    expect(await round()).toBe('done');
    expect(sent.map((batch) => batch.length)).toEqual([50, 10]);
    expect(sent.flat().map((record) => record.deviceSeq)).toEqual(Array.from({ length: 60 }, (__, i) => i));
    expect(sent.flat().every((record) => record.subject === A)).toBe(true);
    expect((await box.all()).filter((entry) => entry.state === 'waiting').map((entry) => entry.owner)).toEqual([B]);
  });

  test.each<[string, Reply, string]>([
    ['no network', { ok: false, status: 0, problem: null }, 'later'],
    ['a captive portal’s page', { ok: false, status: 0, problem: null }, 'later'],
    ['a server error', { ok: false, status: 503, problem: null }, 'later'],
    ['a lost session', { ok: false, status: 401, problem: null }, 'sign-in'],
    ['200 without verdicts', { ok: true, status: 200, body: {} as { verdicts: Verdict[] } }, 'later'],
    ['verdicts on other records', { ok: true, status: 200, body: { verdicts: [{ id: A, verdict: 'stored' }] } }, 'later'],
  ])('%s changes nothing', async (__, reply, outcome) => {
    const box = await open();
    await box.add(fact(A));
    expect(await sender(box, A, () => reply).round()).toBe(outcome);
    expect(await statesOf(box)).toEqual(['waiting']);
  });

  test('keeps what was refused with its reason, and goes on with the rest', async () => {
    const box = await open();
    const bad = await box.add(fact(A));
    await box.add(fact(A));
    const { round } = sender(box, A, (records) => ({
      ok: true,
      status: 200,
      body: { verdicts: records.map(({ id }) => (id === bad.id ? { id, verdict: 'refused', code: 'malformed' } : { id, verdict: 'duplicate' })) },
    }));
    expect(await round()).toBe('done');
    expect((await box.all()).find((entry) => entry.id === bad.id)).toMatchObject({ state: 'refused', code: 'malformed' });
    expect(await statesOf(box)).toEqual(['delivered', 'refused']);
  });

  test('does not believe a refusal that was meant for somebody else’s session', async () => {
    const box = await open();
    await box.add(fact(A));
    const refuse = (records: Posted[]): Reply => ({
      ok: true,
      status: 200,
      body: { verdicts: records.map(({ id }) => ({ id, verdict: 'refused', code: 'not_permitted' })) },
    });
    expect(await sender(box, A, refuse, B).round()).toBe('later');
    expect(await statesOf(box)).toEqual(['waiting']);
    await sender(box, A, refuse, A).round();
    expect(await statesOf(box)).toEqual(['refused']);
  });

  test.each([400, 500])('finds the one record that the server chokes on (%i) and sends the others', async (status) => {
    const box = await open();
    for (let i = 0; i < 8; i += 1) await box.add(fact(A));
    const poison = (records: Posted[]): Reply => (records.some((record) => record.deviceSeq === 3) ? { ok: false, status, problem: null } : yes(records));
    const { round } = sender(box, A, poison);
    for (let i = 0; i < 40; i += 1) await round();
    expect((await box.all()).filter((entry) => entry.state === 'waiting').map((entry) => entry.envelope.deviceSeq)).toEqual([3]);
  });

  test.each([429, 502, 503, 504])('is patient with a server that is busy (%i): nothing is split', async (status) => {
    const box = await open();
    for (let i = 0; i < 8; i += 1) await box.add(fact(A));
    const { sent, round } = sender(box, A, () => ({ ok: false, status, problem: null }));
    for (let i = 0; i < 10; i += 1) expect(await round()).toBe('later');
    expect(sent.map((batch) => batch.length)).toEqual(Array.from({ length: 10 }, () => 8));
  });
});

test('records outlive the page', async () => {
  const made = await (await outbox()).add(fact(A));
  (await database())?.close();
  forgetDatabase();
  forgetOutbox();
  const again = await outbox();
  expect((await again.all()).map((entry) => entry.id)).toEqual([made.id]);
  expect((await again.add(fact(A))).envelope.deviceSeq).toBe(1);
});
