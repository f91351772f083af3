import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { canonical } from '@seek-justice/domain/kernel/canonical.ts';
import { dataSource } from '../../src/database/data-source.ts';
import { type Browser, startTestApi, type TestApi } from '../support/api.ts';
import { IN_A_YEAR } from '../support/days.ts';
import { newDatabase } from '../support/database.ts';

/** The release before signatures knew their sources. */
const LAST_BEFORE = 'ItemsAsideAndGlossary1793000015000';
const LESSON = 'k7f2qd';
const LAW = 'b7';

let api: TestApi;
let author: Browser;
const review = async () => (await author.get(`/api/drafts/${LESSON}`)).body.review;
const signed = async (): Promise<string[]> => (await review()).signed.filter(({ thing }: any) => thing === LAW).map(({ competence }: any) => competence);

beforeAll(async () => {
  const connection = await newDatabase();
  const first = await startTestApi({ connection });
  // As that release signed and published: a hash of the block, and no word of its sources.
  const { document, version } = (await (await first.as('author@example.org')).get(`/api/drafts/${LESSON}`)).body;
  const content = createHash('sha256').update(canonical(document.body.blocks.find(({ id }: any) => id === LAW))).digest('hex');
  await first.stop();
  const owner = await dataSource(connection, 'owner').initialize();
  while ((await owner.query('SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1'))[0].name !== LAST_BEFORE) await owner.undoLastMigration();
  const [{ account }] = await owner.query(`SELECT account_id AS account FROM account_roles WHERE role = 'reviewer'`);
  await owner.query(`INSERT INTO sign_offs (id, draft, thing, competence, content, account, review_by) VALUES (gen_random_uuid(), $1, $2, 'law', $3, $4, $5)`, [LESSON, LAW, content, account, IN_A_YEAR]);
  await owner.query(`UPDATE sources SET data = jsonb_set(data, '{publisher}', '"Staff"'), version = 7, seeded = false WHERE id = 'tip-report'`);
  await owner.query(`INSERT INTO publications (course, hash, kind, note, account, drafts) VALUES ('pastors', 'x', 'content', '{}', $1, $2)`, [account, JSON.stringify({ [LESSON]: version, pastors: 1 })]);
  await owner.destroy();
  api = await startTestApi({ connection });
  author = await api.as('author@example.org');
}, 60_000);
afterAll(() => api.stop());

it('signatures of before stay valid, bound from then on to the sources as they stood', async () => {
  expect(await signed()).toEqual(['law']);
  const { source, version } = (await author.get('/api/sources')).body.sources.find(({ id }: any) => id === 'law-2008');
  expect((await author.post('/api/sources/law-2008', { version, source: { ...source, date: '2008-02-15' } })).status).toBe(200);
  expect(await signed()).toEqual([]);
  expect((await review()).sourcesChanged).toMatchObject([{ thing: LAW, source: 'law-2008', before: { title: source.title }, now: { date: '2008-02-15' } }]);
});

it('a source that staff had changed has a history from then on, and is what was published', async () => {
  const { versions } = (await author.get('/api/sources/tip-report/versions')).body;
  expect(versions).toMatchObject([{ version: 7, why: 'kept', by: null, source: { publisher: 'Staff' } }]);
  const { rows } = await api.db.query('SELECT sources FROM publications');
  // Those of block b7 and of b8.
  expect(rows).toEqual([{ sources: { [LESSON]: { 'siem-reap-training': 1, 'law-2008': 1, 'tip-report': 7, 'child-helpline': 1, 'blue-campaign': 1, aple: 1 } } }]);
});
