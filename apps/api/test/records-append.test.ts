import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { personOf, Phone, quizOf, send } from './support/records.ts';

let api: TestApi;
let pastor: Browser;
let phone: Phone;
beforeAll(async () => {
  api = await startTestApi();
  pastor = await api.as('DEMO-0001');
  phone = new Phone(await personOf(pastor));
});
afterAll(() => api.stop());

const raw = (browser: Browser, text: string) => browser.post('/api/records', text);

describe('handing in records (SPEC R, V)', () => {
  it('answers one verdict per record, in request order', async () => {
    const one = phone.lesson('k7f2qd');
    const two = phone.lesson('p3x9vr');
    const answer = await pastor.post('/api/records', { records: [one, two, one] });
    expect(answer.body.verdicts).toEqual([
      { id: one.id, verdict: 'stored' },
      { id: two.id, verdict: 'stored' },
      { id: one.id, verdict: 'duplicate' },
    ]);
  });

  it('knows a record again whatever the order of its members, and refuses its id for anything else', async () => {
    const record = phone.lesson('k7f2qd');
    expect(await send(pastor, [record])).toEqual(['stored']);
    const reordered = Object.fromEntries(Object.entries(record).reverse());
    expect(await send(pastor, [reordered])).toEqual(['duplicate']);
    expect(await send(pastor, [{ ...record, occurredAt: '2026-11-20T02:15:31.000Z' }])).toEqual(['refused:id_taken']);
    const clash = phone.lesson('p3x9vr');
    expect(await send(pastor, [clash, { ...clash, deviceSeq: 999 }])).toEqual(['stored', 'refused:id_taken']);
  });

  it('stores what came: unknown members, types and versions survive', async () => {
    const record = phone.record('song.sung', { verses: 3, កំណាព្យ: 'ខ្ញុំស្រឡាញ់កម្ពុជា' }, { colour: 'blue' } as never);
    const later = phone.lesson('k7f2qd', { v: 7 });
    expect(await send(pastor, [record, later])).toEqual(['stored', 'stored']);
    const { rows } = await api.db.query('SELECT text FROM records WHERE id = $1', [record.id]);
    expect(JSON.parse(rows[0].text)).toEqual(record);
  });

  it('keeps the very text, spaces and escapes included', async () => {
    const record = phone.lesson('k7f2qd');
    const text = JSON.stringify(record, null, 2).replace('"km"', '"\\u006bm"');
    expect((await raw(pastor, `{ "records" : [ ${text} ] }`)).body.verdicts[0].verdict).toBe('stored');
    const { rows } = await api.db.query('SELECT text FROM records WHERE id = $1', [record.id]);
    expect(rows[0].text).toBe(text);
    expect(await send(pastor, [record])).toEqual(['duplicate']);
  });

  it.each([
    ['no id', { id: undefined }],
    ['an id that is not random', { id: '00000000-0000-1000-8000-000000000000' }],
    ['an id in capitals', { id: randomUUID().toUpperCase() }],
    ['a type without a dot', { type: 'lesson' }],
    ['version 0', { v: 0 }],
    ['a version that no database holds', { v: 3_000_000_000 }],
    ['a fractional deviceSeq', { deviceSeq: 1.5 }],
    ['a day that is none', { occurredAt: '2026-13-40T00:00:00.000Z' }],
    ['a body that is a list', { body: [] }],
    ['after missing', { after: undefined }],
    ['a known type with another body', { body: { lesson: 'k7f2qd' } }],
    ['a lone surrogate', { body: { lesson: 'k7f2qd', snapshot: 'a'.repeat(64), lang: 'km', mode: 'read', x: '\ud800' } }],
    ['U+0000', { body: { lesson: 'k7f2qd', snapshot: 'a'.repeat(64), lang: 'km', mode: 'read', x: 'a\u0000b' } }],
    ['an unsafe number', { body: { lesson: 'k7f2qd', snapshot: 'a'.repeat(64), lang: 'km', mode: 'read', x: 2 ** 53 } }],
    ['nine levels', { body: { lesson: 'k7f2qd', snapshot: 'a'.repeat(64), lang: 'km', mode: 'read', x: [[[[[[[[1]]]]]]]] } }],
  ])('refuses %s and stores its neighbours', async (_name, change) => {
    const before = phone.lesson('k7f2qd');
    const after = phone.lesson('p3x9vr');
    expect(await send(pastor, [before, { ...phone.lesson('t6h4bz'), ...change }, after])).toEqual(['stored', 'refused:malformed', 'stored']);
  });

  it('takes eight levels and 16 KB, and no byte more', async () => {
    const deep = { lesson: 'k7f2qd', snapshot: 'a'.repeat(64), lang: 'km', mode: 'read', x: [[[[[[[1]]]]]]] };
    const padded = (bytes: number) => {
      const body = { lesson: 'k7f2qd', snapshot: 'a'.repeat(64), lang: 'km', mode: 'read', pad: '' };
      return { ...body, pad: 'a'.repeat(bytes - JSON.stringify(body).length) };
    };
    const records = [deep, padded(16 * 1024), padded(16 * 1024 + 1)].map((body) => phone.record('lesson.finished', body));
    expect(await send(pastor, records)).toEqual(['stored', 'stored', 'refused:too_large']);
  });

  it('refuses a repeated key', async () => {
    const text = JSON.stringify(phone.lesson('k7f2qd')).replace('"v":1', '"v":1,"v":1');
    expect((await raw(pastor, `{"records":[${text}]}`)).body.verdicts[0]).toMatchObject({ verdict: 'refused', code: 'malformed' });
  });

  it.each([['{"records":[{"id":'], ['[]'], ['{"records":{}}'], ['{}'], [''], ['null']])('says of «%s» that it is no such request', async (text) => {
    expect((await raw(pastor, text)).body.code).toBe('bad_request');
  });

  it('refuses more than 200 records, and takes 200', async () => {
    const many = Array.from({ length: 201 }, () => phone.lesson('k7f2qd'));
    expect((await pastor.post('/api/records', { records: many })).body.code).toBe('too_large');
    expect(new Set(await send(pastor, many.slice(1)))).toEqual(new Set(['stored']));
  });

  it('takes an empty hand-in', async () => {
    expect(await send(pastor, [])).toEqual([]);
  });

  it('never lets a person speak for another', async () => {
    const other = await personOf(await api.as('DEMO-0002'));
    const about = phone.lesson('k7f2qd', { subject: other });
    const from = phone.lesson('k7f2qd', { actor: other });
    expect(await send(pastor, [about, from])).toEqual(['refused:not_permitted', 'refused:not_permitted']);
    expect((await api.visitor().post('/api/records', { records: [] })).status).toBe(401);
  });

  it('lets a coordinator void what somebody of their provinces handed in, and nothing else for them', async () => {
    const coordinator = await api.as('coordinator@example.org');
    const own = new Phone(await personOf(coordinator));
    const record = phone.lesson('k7f2qd');
    await send(pastor, [record]);
    const voiding = { ...own.voided(record.id), subject: phone.person };
    expect(await send(coordinator, [voiding, own.lesson('k7f2qd', { subject: phone.person })])).toEqual(['stored', 'refused:not_permitted']);
  });

  it('stamps receipt, account, roles and way', async () => {
    const record = phone.lesson('k7f2qd');
    await send(pastor, [record]);
    const { rows } = await api.db.query(
      'SELECT r.*, a.person_id FROM records r JOIN accounts a ON a.id = r.account WHERE r.id = $1',
      [record.id],
    );
    expect(rows[0]).toMatchObject({ roles: ['pastor'], via: 'session', person_id: phone.person });
    expect(Math.abs(Date.now() - rows[0].received_at.getTime())).toBeLessThan(60_000);
  });

  it('cannot be changed or deleted, even by a fault of ours', async () => {
    const client = await api.db.connect();
    try {
      await client.query('SET ROLE seek_justice_app');
      await expect(client.query("UPDATE records SET type = 'x'")).rejects.toThrow(/permission denied/);
      await expect(client.query('DELETE FROM records')).rejects.toThrow(/permission denied/);
      await expect(client.query('TRUNCATE records')).rejects.toThrow(/permission denied/);
    } finally {
      await client.query('RESET ROLE');
      client.release();
    }
  });
});

describe('what records amount to', () => {
  it('a module is done with all lessons and a passed quiz, and a void takes it back', async () => {
    const browser = await api.as('DEMO-0010');
    const person = new Phone(await personOf(browser));
    const quiz = await quizOf(browser, 0);
    const view = async () => (await browser.get(`/api/people/${person.person}/progress`)).body.courses[0];
    expect(await view()).toMatchObject({ modulesDone: 0, next: { kind: 'lesson', id: 'k7f2qd' } });
    await send(browser, quiz.module.lessons.map((lesson: { id: string }) => person.lesson(lesson.id)));
    expect(await view()).toMatchObject({ modulesDone: 0, next: { kind: 'quiz', id: quiz.id } });
    const wrong = person.quiz(quiz.id, quiz.hash, {});
    const right = person.quiz(quiz.id, quiz.hash, quiz.right);
    await send(browser, [wrong, right]);
    const done = await view();
    expect(done.modules[0]).toMatchObject({ state: 'done', quiz: { attempts: 2, best: 100, passed: true } });
    expect(done).toMatchObject({ modulesDone: 1, next: { kind: 'lesson', id: 'w2n7kc' } });
    await send(browser, [person.voided(right.id)]);
    const after = await view();
    expect(after.modules[0]).toMatchObject({ state: 'begun', quiz: { attempts: 1, best: 0, passed: false } });
    expect(after.notCounted).toEqual({ [right.id]: 'ended' });
  });

  it('counts an attempt although unknown snapshots came with it and thousands of them before', async () => {
    const browser = await api.as('DEMO-0012');
    const person = new Phone(await personOf(browser));
    const quiz = await quizOf(browser, 0);
    const invented = (n: number) => n.toString(16).padStart(64, '0');
    for (let at = 0; at < 5_200; at += 200)
      await send(browser, Array.from({ length: 200 }, (_, n) => person.quiz(quiz.id, invented(at + n), {})));
    await browser.get(`/api/people/${person.person}/progress`);
    const other = await api.as('DEMO-0013');
    const second = new Phone(await personOf(other));
    expect(await send(other, [second.quiz(quiz.id, quiz.hash, quiz.right), second.quiz(quiz.id, invented(9_999), {})])).toEqual(['stored', 'stored']);
    const { body } = await other.get(`/api/people/${second.person}/progress`);
    expect(body.courses[0].modules[0].quiz).toEqual({ attempts: 1, best: 100, passed: true });
  });

  it('takes a cursor that no database holds for none', async () => {
    const record = phone.lesson('k7f2qd', { after: `x.${'0'.repeat(16)}.1.9999999999999999999` });
    expect(await send(pastor, [record])).toEqual(['stored']);
  });

  it('an attempt at a snapshot that nobody published is stored and does not count, with its reason', async () => {
    const browser = await api.as('DEMO-0011');
    const person = new Phone(await personOf(browser));
    const quiz = await quizOf(browser, 0);
    const attempt = person.quiz(quiz.id, 'b'.repeat(64), quiz.right);
    expect(await send(browser, [attempt])).toEqual(['stored']);
    const { body } = await browser.get(`/api/people/${person.person}/progress`);
    expect(body.courses[0].notCounted).toEqual({ [attempt.id]: 'unknown_snapshot' });
  });
});
