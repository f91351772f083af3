import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { personOf, Phone, quizOf, send } from './support/records.ts';

let api: TestApi;
let coordinator: Browser;
let office: Phone;
beforeAll(async () => {
  api = await startTestApi();
  coordinator = await api.as('coordinator@example.org');
  office = new Phone(await personOf(coordinator));
});
afterAll(() => api.stop());

interface Someone {
  browser: Browser;
  phone: Phone;
  id: string;
}

async function someone(login: string): Promise<Someone> {
  const browser = await api.as(login);
  const id = await personOf(browser);
  return { browser, id, phone: new Phone(id) };
}

const merge = (one: string, other: string) => office.record('people.merged', { other }, { subject: one });
const part = (one: string, record: string) => office.record('record.voided', { record, reason: 'mistake' }, { subject: one });
const firstModule = async ({ browser, id }: Someone) => (await browser.get(`/api/people/${id}/progress`)).body.courses[0].modules[0];
const standing = async ({ id }: Someone) => (await api.db.query('SELECT modules_done, lessons_done, begun, last_on::text FROM standing WHERE subject = $1', [id])).rows[0];

describe('two people who are one (SPEC M)', () => {
  it('have done together what each has done, and are parted exactly', async () => {
    const [a, b] = [await someone('DEMO-0001'), await someone('DEMO-0002')];
    const quiz = await quizOf(a.browser, 0);
    const [first, ...others] = quiz.module.lessons.map(({ id }: { id: string }) => id) as string[];
    await send(a.browser, [a.phone.lesson(first ?? ''), a.phone.quiz(quiz.id, quiz.hash, quiz.right)]);
    await send(b.browser, others.map((lesson) => b.phone.lesson(lesson)));
    const before = [await standing(a), await standing(b), await firstModule(a), await firstModule(b)];
    expect(before).toMatchObject([{ lessons_done: 1, modules_done: [] }, { lessons_done: others.length, modules_done: [] }, { state: 'begun' }, { state: 'begun' }]);

    const edge = merge(a.id, b.id);
    expect(await send(coordinator, [edge])).toEqual(['stored']);
    for (const one of [a, b]) {
      expect(await firstModule(one)).toMatchObject({ state: 'done', quiz: { attempts: 1, passed: true } });
      expect(await standing(one)).toMatchObject({ lessons_done: 1 + others.length, modules_done: [quiz.module.id] });
    }
    expect(await send(coordinator, [part(a.id, edge.id)])).toEqual(['stored']);
    expect([await standing(a), await standing(b), await firstModule(a), await firstModule(b)]).toEqual(before);
  });

  it('count what either hands in afterwards, at the same time too', async () => {
    const [a, b] = [await someone('DEMO-0003'), await someone('DEMO-0004')];
    const lessons = (await quizOf(a.browser, 0)).module.lessons.map(({ id }: { id: string }) => id) as string[];
    await send(coordinator, [merge(a.id, b.id)]);
    await Promise.all(
      Array.from({ length: 12 }, (_, at) => {
        const one = at % 2 === 0 ? a : b;
        return send(one.browser, [one.phone.lesson(lessons[at % lessons.length] ?? '')]);
      }),
    );
    for (const one of [a, b]) expect(await standing(one)).toMatchObject({ lessons_done: lessons.length });
    const { rows } = await api.db.query(`SELECT sum((SELECT sum(n::int) FROM jsonb_each(tally -> 'lessons') AS l (lesson, by), jsonb_each_text(by) AS r (roles, n)))::int AS counted FROM progress WHERE subject = ANY($1)`, [[a.id, b.id]]);
    expect(rows[0].counted).toBe(12);
  });

  it('are one over a third, and the third’s leaving parts them; the parting may come before the merge', async () => {
    const [a, b, c] = [await someone('DEMO-0005'), await someone('DEMO-0006'), await someone('DEMO-0007')];
    await send(c.browser, [c.phone.lesson('k7f2qd')]);
    const [ab, bc] = [merge(a.id, b.id), merge(b.id, c.id)];
    await send(coordinator, [bc, ab]);
    expect(await standing(a)).toMatchObject({ lessons_done: 1 });
    await send(coordinator, [part(b.id, bc.id)]);
    expect(await standing(a)).toMatchObject({ lessons_done: 0 });
    expect(await standing(c)).toMatchObject({ lessons_done: 1 });

    const [d, e] = [await someone('DEMO-0008'), await someone('DEMO-0009')];
    await send(e.browser, [e.phone.lesson('k7f2qd')]);
    const de = merge(d.id, e.id);
    await send(coordinator, [part(d.id, de.id)]);
    await send(coordinator, [de]);
    expect((await firstModule(d)).lessonsDone).toEqual([]);
  });

  it('end each other’s records: a void by the one reaches what the other handed in', async () => {
    const [a, b] = [await someone('DEMO-0010'), await someone('DEMO-0011')];
    const wrong = b.phone.lesson('k7f2qd');
    await send(b.browser, [wrong]);
    await send(coordinator, [merge(a.id, b.id)]);
    await send(a.browser, [a.phone.voided(wrong.id)]);
    for (const one of [a, b]) {
      expect((await firstModule(one)).lessonsDone).toEqual([]);
      expect(await standing(one)).toMatchObject({ lessons_done: 0 });
    }
  });

  it('are not parted by one of them', async () => {
    const [a, b] = [await someone('DEMO-0014'), await someone('DEMO-0015')];
    await send(b.browser, [b.phone.lesson('k7f2qd')]);
    const edge = merge(a.id, b.id);
    await send(coordinator, [edge]);
    expect(await send(a.browser, [a.phone.voided(edge.id)])).toEqual(['stored']);
    expect(await standing(a)).toMatchObject({ lessons_done: 1 });
  });

  it('are named by coordinators of both provinces alone', async () => {
    const [a, b] = [await someone('DEMO-0012'), await someone('DEMO-0013')];
    expect(await send(a.browser, [a.phone.record('people.merged', { other: b.id })])).toEqual(['refused:not_permitted']);
    expect(await send(coordinator, [merge(a.id, a.id)])).toEqual(['refused:not_permitted']);
    // Learners are merged, not the office and not officers.
    expect(await send(coordinator, [merge(a.id, office.person)])).toEqual(['refused:not_permitted']);
    expect(await send(coordinator, [merge(a.id, await personOf(await api.as('DEMO-0181')))])).toEqual(['refused:not_permitted']);
    expect(await send(coordinator, [office.record('people.merged', { other: 'nobody' }, { subject: a.id })])).toEqual(['refused:malformed']);
    await api.db.query(`UPDATE people SET province = 'kampot' WHERE id = $1`, [b.id]);
    await api.db.query(`UPDATE accounts SET scope = ARRAY(SELECT province FROM people WHERE id = $1) WHERE person_id = $2`, [a.id, office.person]);
    await api.db.query(`SELECT pg_notify('account_changed', '')`);
    const near = await api.as('coordinator@example.org');
    expect(await send(near, [merge(a.id, b.id)])).toEqual(['refused:not_permitted']);
  });
});
