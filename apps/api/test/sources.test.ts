import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';

let api: TestApi;
let author: Browser;
let reviewer: Browser;
beforeAll(async () => {
  api = await startTestApi();
  [author, reviewer] = [await api.as('author@example.org'), await api.as('reviewer@example.org')];
});
afterAll(() => api.stop());

const sources = async (browser = author): Promise<any[]> => (await browser.get('/api/sources')).body.sources;
const find = async (id: string): Promise<any> => (await sources()).find((one) => one.id === id);
const write = (id: string, version: number, source: object, browser = author) => browser.post(`/api/sources/${id}`, { version, source });

const PRAKAS = {
  title: { km: 'ប្រកាសស្តីពីការទទួលពាក្យបណ្តឹង', en: 'Prakas on receiving complaints' },
  publisher: 'Ministry of Interior',
  where: 'https://example.org/prakas.pdf',
  date: '2024-03-05',
  supports: { km: 'ប៉ូលីសត្រូវទទួលពាក្យបណ្តឹងដោយមិនយកប្រាក់', en: 'Police take a report without a fee' },
  verifiedOn: null,
  reviewBy: '2027-01-01',
};

describe('sources', () => {
  it('are listed with the blocks that lean on them, for reviewers too', async () => {
    expect((await sources(reviewer)).map(({ id }) => id)).toContain('law-2008');
    const law = await find('law-2008');
    expect(law).toMatchObject({ version: 1, source: { title: { en: expect.stringContaining('2008') }, verifiedOn: null } });
    expect(law.usedBy).toContainEqual({ draft: expect.stringMatching(/^[a-z][a-z0-9]{5}$/), title: { en: expect.any(String), km: expect.any(String) }, thing: expect.any(String), type: expect.any(String) });
  });

  it('are added once, chosen by a block, and then used by it', async () => {
    expect(await write('prakas', 0, PRAKAS)).toMatchObject({ status: 200, body: { id: 'prakas', version: 1, source: PRAKAS, usedBy: [] } });
    expect(await write('prakas', 0, PRAKAS)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await write('prakas', 0, { ...PRAKAS, date: '2024-03-06' })).toMatchObject({ status: 409, body: { code: 'source_moved_on' } });
    const draft = (await author.get('/api/drafts/k7f2qd')).body;
    const block = draft.document.body.blocks[0];
    const saved = await author.post('/api/drafts/k7f2qd/edits', { version: draft.version, edits: [{ op: 'set', path: ['blocks', block.id, 'sources'], was: block.sources ?? null, value: ['prakas'] }] });
    expect(saved.body.outcomes).toEqual([{ result: 'done' }]);
    expect((await find('prakas')).usedBy).toEqual([{ draft: 'k7f2qd', title: draft.document.body.title, thing: block.id, type: block.type }]);
  });

  it('that staff changed stay as they are at the next start; untouched ones follow the program', async () => {
    const { source, version } = await find('unodc');
    const ours = { ...source, where: 'https://www.unodc.org/indicators', verifiedOn: '2026-11-20' };
    expect(await write('unodc', version, ours)).toMatchObject({ status: 200, body: { version: version + 1, source: ours } });
    await api.db.query(`UPDATE sources SET data = jsonb_set(data, '{title,en}', '"Of an older release"') WHERE id = 'aple'`);
    const next = await startTestApi({ connection: api.connection, demo: false });
    await next.stop();
    expect((await find('unodc')).source).toEqual(ours);
    expect((await find('aple')).source.title.en).toContain('APLE');
  });

  it('that changed since they were seen are not written over; the same change again is done', async () => {
    const { source, version } = await find('tip-report');
    const mine = { ...source, date: '2023-06-15' };
    expect((await write('tip-report', version, mine)).status).toBe(200);
    expect(await write('tip-report', version, mine)).toMatchObject({ status: 200, body: { version: version + 1 } });
    expect(await write('tip-report', version, { ...source, date: '2020-06-25' })).toMatchObject({ status: 409, body: { code: 'source_moved_on' } });
  });

  it.each([
    ['no title', { ...PRAKAS, title: {} }, 400],
    ['a title in a language that the site has not', { ...PRAKAS, title: { th: 'ประกาศ' } }, 400],
    ['a day that no calendar has', { ...PRAKAS, date: '2024-02-30' }, 400],
  ])('with %s are refused', async (_name, source, status) => {
    expect((await write('other', 0, source)).status).toBe(status);
  });

  it('of which there are none cannot be changed', async () => {
    expect((await write('nowhere', 3, PRAKAS)).status).toBe(404);
  });
});

describe('the history of a source', () => {
  const history = async (id: string, browser = author): Promise<any[]> => (await browser.get(`/api/sources/${id}/versions`)).body.versions;
  const told = async (id: string) => (await history(id)).map(({ version, why, by, source }) => [version, why, by, source.title.en]);
  const retitled = (en: string) => ({ ...PRAKAS, title: { ...PRAKAS.title, en } });

  it('keeps every version with who wrote it and when, those of the program too', async () => {
    await write('circular', 0, retitled('First'));
    await write('circular', 1, retitled('Second'));
    // The same again, and what was refused, are no versions.
    await write('circular', 1, retitled('Second'));
    expect((await write('circular', 1, retitled('Late'))).status).toBe(409);
    expect(await told('circular')).toEqual([[2, 'edit', 'Demo Author', 'Second'], [1, 'begun', 'Demo Author', 'First']]);
    expect(await history('circular', reviewer)).toEqual(await history('circular'));
    const [newest] = await history('circular');
    expect(newest.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(newest.source).toEqual(retitled('Second'));
    expect(await told('mosvy-2022')).toEqual([[1, 'seed', null, 'Ministry of Social Affairs, Veterans and Youth Rehabilitation, circular of 26 December 2022']]);
    const { rows } = await api.db.query(`SELECT DISTINCT account FROM source_versions WHERE source = 'circular'`);
    const { rows: accounts } = await api.db.query(`SELECT id AS account FROM accounts JOIN account_roles r ON r.account_id = id WHERE r.role = 'author'`);
    expect(accounts).toEqual(expect.arrayContaining(rows));
    expect((await author.get('/api/sources/nowhere/versions')).status).toBe(404);
  });

  it('tells an officer no name', async () => {
    await api.db.query(`INSERT INTO account_roles (account_id, role) SELECT account_id, 'author' FROM account_roles WHERE role = 'police'`);
    const officer = await api.as('police@example.org');
    expect((await history('circular', officer)).map(({ by }) => by)).toEqual(['—', '—']);
    await api.db.query(`DELETE FROM account_roles WHERE role = 'author' AND account_id IN (SELECT account_id FROM account_roles WHERE role = 'police')`);
  });

  it('brings an older version back, over the version that was seen alone', async () => {
    const restore = (version: number, to: number, browser = author) => browser.post('/api/sources/circular/restore', { version, to });
    expect(await restore(1, 1)).toMatchObject({ status: 409, body: { code: 'source_moved_on' } });
    expect(await restore(2, 1)).toMatchObject({ status: 200, body: { version: 3, source: retitled('First') } });
    expect((await told('circular'))[0]).toEqual([3, 'restored', 'Demo Author', 'First']);
    expect((await restore(3, 9)).status).toBe(404);
    expect((await restore(3, 2, reviewer)).status).toBe(403);
  });

  it('holds what each of several authors wrote at once, and lets one of them pass', async () => {
    const answers = await Promise.all(['A', 'B', 'C', 'D'].map((title) => write('circular', 3, retitled(title))));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409, 409]);
    const won = answers.find(({ status }) => status === 200)!.body.source;
    expect((await find('circular')).source).toEqual(won);
    expect((await told('circular')).map(([version, why]) => `${version} ${why}`)).toEqual(['4 edit', '3 restored', '2 edit', '1 begun']);
    // Whoever was refused sees what stands there, and writes over it knowingly.
    expect((await write('circular', 4, retitled('E'))).body.version).toBe(5);
  });

  it('grows by no start, and by one version where a release brings another source', async () => {
    const count = async () => (await api.db.query('SELECT count(*)::int AS n FROM source_versions')).rows[0].n;
    const restart = async () => (await startTestApi({ connection: api.connection, demo: false })).stop();
    await restart();
    const before = await count();
    await restart();
    expect(await count()).toBe(before);
    const { version } = await find('blue-campaign');
    await api.db.query(`UPDATE sources SET data = jsonb_set(data, '{title,en}', '"Of an older release"') WHERE id = 'blue-campaign'`);
    await api.db.query(`UPDATE source_versions SET data = jsonb_set(data, '{title,en}', '"Of an older release"') WHERE source = 'blue-campaign'`);
    await restart();
    expect(await count()).toBe(before + 1);
    expect((await told('blue-campaign')).map(([number, why, , title]) => [number, why, title.slice(0, 13)])).toEqual([[version + 1, 'seed', 'Blue Campaign'], [version, 'seed', 'Of an older r']]);
    // Another order of the list is no other source.
    await api.db.query(`UPDATE sources SET position = position + 100 WHERE id = 'blue-campaign'`);
    await restart();
    expect(await count()).toBe(before + 1);
  });
});
