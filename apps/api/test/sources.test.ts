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
