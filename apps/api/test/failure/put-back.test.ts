import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { copyCluster } from '../../../../tools/src/postgres/copy-cluster.ts';
import type { RunningPostgres } from '../../../../tools/src/postgres/start-postgres.ts';
import { type Browser, startTestApi, type TestApi } from '../support/api.ts';
import { personOf, Phone, quizOf } from '../support/records.ts';
import { ask, Clusters, until } from './clusters.ts';
import { Learner } from './learner.ts';

jest.setTimeout(180_000);

/**
 * One story: a primary that is written to all the time; copies of it, taken meanwhile, are put back or promoted. What
 * they lack was acknowledged, and comes again from the phones.
 */
let clusters: Clusters;
let primary: RunningPostgres;
let behind: RunningPostgres;
let calm: RunningPostgres;
let api: TestApi;
let learners: Learner[];

type Pair = [Learner, Browser];
const LOGINS = ['DEMO-0001', 'DEMO-0002', 'DEMO-0003'];
const pairs = (at: TestApi, of = learners.map((learner) => learner.twin())): Promise<Pair[]> =>
  Promise.all(of.map(async (learner): Promise<Pair> => [learner, await at.as(learner.login)]));
const each = <T>(of: Pair[], work: (learner: Learner, browser: Browser) => Promise<T>): Promise<T[]> => Promise.all(of.map(([learner, browser]) => work(learner, browser)));
const missing = async (at: TestApi, of: readonly Learner[]) => (await Promise.all(of.map((learner) => learner.missingIn(at.db)))).flat().length;

/** Whatever had happened to the database: phones that follow the feed and offer again make it whole. */
async function expectMended(at: TestApi, again: Pair[]): Promise<void> {
  const feeds = again.map(([learner]) => learner.feed);
  expect(await each(again, (learner, browser) => learner.catchUp(browser))).toEqual(again.map(() => 'started again'));
  for (const [learner] of again) expect(feeds).not.toContain(learner.feed);
  // A second time there is nothing to start again for, and work goes on.
  await each(again, (learner, browser) => learner.work(browser));
  expect(await each(again, (learner, browser) => learner.catchUpWithAll(browser))).toEqual(again.map(() => 'went on'));
  expect(await missing(at, again.map(([learner]) => learner))).toBe(0);
  await each(again, (learner, browser) => learner.expectWhole(at, browser));
}

beforeAll(async () => {
  clusters = await Clusters.begin();
  primary = await clusters.start('primary');
  api = await startTestApi({ connection: primary.connection });
  const working: Pair[] = [];
  for (const login of LOGINS) {
    const browser = await api.as(login);
    const quiz = await quizOf(browser, 0);
    const lessons = quiz.module.lessons.map(({ id }: { id: string }) => id);
    working.push([new Learner(login, new Phone(await personOf(browser)), { lessons, quiz }), browser]);
  }
  learners = working.map(([learner]) => learner);
  const copying = new AbortController();
  const work = each(working, async (learner, browser) => {
    do await learner.work(browser);
    while (!copying.signal.aborted);
  });
  try {
    await copyCluster(primary.connection, clusters.dir('primary'), clusters.dir('older'), 'restore');
    await copyCluster(primary.connection, clusters.dir('primary'), clusters.dir('behind'), { follow: primary.connection });
    await copyCluster(primary.connection, clusters.dir('primary'), clusters.dir('calm'), { follow: primary.connection });
    behind = await clusters.start('behind');
    calm = await clusters.start('calm');
  } finally {
    copying.abort();
    await work;
  }
  await until(behind, `pg_last_wal_replay_lsn() >= '${(await ask<{ lsn: string }>(primary, 'SELECT pg_current_wal_lsn() AS lsn')).lsn}'`);
  await ask(behind, "ALTER SYSTEM SET primary_conninfo = ''", 'SELECT pg_reload_conf()');
  await until(behind, 'NOT EXISTS (SELECT FROM pg_stat_wal_receiver)');
  for (let round = 0; round < 4; round += 1) await each(working, (learner, browser) => learner.work(browser));
  await until(calm, `pg_last_wal_replay_lsn() >= '${(await ask<{ lsn: string }>(primary, 'SELECT pg_current_wal_lsn() AS lsn')).lsn}'`);
  // From here on it would follow what is done to its primary.
  await clusters.stop('calm');
});
afterAll(async () => {
  await api?.stop();
  await clusters?.end();
});

describe('a database that comes from a copy', () => {
  it('a standby can be read, and takes nothing in', async () => {
    const counted = "SELECT count(*)::int AS stored FROM records";
    expect(await ask(behind, counted)).toEqual({ stored: (await ask<{ stored: number }>(primary, counted)).stored - LOGINS.length * 4 * 2 });
    await expect(startTestApi({ connection: behind.connection })).rejects.toMatchObject({ code: '57P03' });
  });

  it('restored from an older copy: what is missing comes again from the phones, nothing twice', async () => {
    const restored = await startTestApi({ connection: (await clusters.start('older')).connection });
    try {
      expect(await missing(restored, learners)).toBeGreaterThanOrEqual(LOGINS.length * 8);
      await expectMended(restored, await pairs(restored));
    } finally {
      await restored.stop();
      await clusters.stop('older');
    }
  });

  it('a standby that lagged behind is promoted: the same', async () => {
    await ask(behind, 'SELECT pg_promote()');
    const promoted = await startTestApi({ connection: behind.connection });
    try {
      expect(await missing(promoted, learners)).toBe(LOGINS.length * 8);
      await expectMended(promoted, await pairs(promoted));
    } finally {
      await promoted.stop();
      await clusters.stop('behind');
    }
  });

  it('files put back under a process that goes on: it notices, although cluster and timeline are the same', async () => {
    await clusters.stop('primary');
    clusters.copy('primary', 'frozen');
    await clusters.start('primary');
    const again = await pairs(api);
    await each(again, (learner, browser) => learner.work(browser));
    // The server was started again; its feed is the same.
    expect(await each(again, (learner, browser) => learner.catchUp(browser))).toEqual(['went on', 'went on', 'went on']);
    await clusters.stop('primary');
    clusters.replace('primary', 'frozen');
    primary = await clusters.start('primary');
    expect(await missing(api, again.map(([learner]) => learner))).toBe(LOGINS.length * 2);
    await expectMended(api, await pairs(api, again.map(([learner]) => learner)));
    // A process that starts now agrees.
    const second = await startTestApi({ connection: primary.connection });
    expect(await each(await pairs(second, again.map(([learner]) => learner)), (learner, browser) => learner.catchUp(browser))).toEqual(['went on', 'went on', 'went on']);
    await second.stop();
  });

  it('a standby takes the place of its primary under a process that goes on: away until it is promoted, then a new feed', async () => {
    const [before] = await pairs(api);
    await before?.[0].catchUp(before[1]);
    await clusters.stop('primary');
    clusters.replace('primary', 'calm');
    primary = await clusters.start('primary');
    const away = await before?.[1].get('/api/records');
    expect([away?.status, away?.body.code]).toEqual([503, 'database_down']);
    await ask(primary, 'SELECT pg_promote()');
    await until(primary, 'NOT pg_is_in_recovery()');
    // The session began on the old server; whoever signs in again stands where the phone stood.
    expect(await before?.[0].catchUp(await api.as('DEMO-0001'))).toBe('started again');
    const again = await pairs(api);
    expect(await missing(api, learners)).toBe(0);
    await expectMended(api, again);
  });
});
