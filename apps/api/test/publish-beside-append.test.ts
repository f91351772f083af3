import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from './support/api.ts';
import { Phone, personOf, quizOf, send } from './support/records.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const doneBy = async (person: string) => (await api.db.query('SELECT modules_done FROM standing WHERE subject = $1', [person])).rows[0]?.modules_done;

describe('a publish', () => {
  it('that was killed before the stored views were made leaves them to the next start', async () => {
    const before = (await api.db.query('SELECT * FROM standing ORDER BY subject')).rows;
    expect(before.length).toBe(74);
    await api.db.query(`UPDATE standing SET modules_done = '{}', lessons_done = 0`);
    await api.db.query(`UPDATE site SET value = 'yes' WHERE key = 'standing-due'`);
    const next = await startTestApi({ connection: api.connection, demo: false });
    await next.stop();
    expect((await api.db.query('SELECT * FROM standing ORDER BY subject')).rows).toEqual(before);
    expect((await api.db.query(`SELECT value FROM site WHERE key = 'standing-due'`)).rows).toEqual([{ value: 'no' }]);
  });

  it('that goes by while an append waits for its lock is what the append counts by', async () => {
    const browser = await api.as('DEMO-0001');
    const phone = new Phone(await personOf(browser));
    const quiz = await quizOf(browser, 0);
    await send(browser, quiz.module.lessons.map(({ id }: { id: string }) => phone.lesson(id)));
    const holder = await api.db.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT 1 FROM progress WHERE subject = $1 FOR UPDATE', [phone.person]);
      const waiting = send(browser, [phone.quiz(quiz.id, quiz.hash, quiz.right)]);
      await untilSomebodyWaits();
      // The same course with its first module under another id, and nobody told (NOTIFY comes later or not at all).
      await api.db.query(`INSERT INTO snapshots SELECT $1, kind, course, audience, replace(body, 'm4w8tn', 'mnew01') FROM snapshots WHERE kind = 'course'`, ['d'.repeat(64)]);
      await api.db.query('UPDATE courses SET hash = $1', ['d'.repeat(64)]);
      await holder.query('COMMIT');
      expect(await waiting).toEqual(['stored']);
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
    expect(await doneBy(phone.person)).toEqual(['mnew01']);
  });
});

/** Until a statement of this database waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (let left = 500; left > 0; left -= 1) {
    const { rowCount } = await api.db.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    if (rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waits');
}
