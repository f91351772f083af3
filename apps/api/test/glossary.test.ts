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

const terms = async (browser = author) => (await browser.get('/api/glossary')).body.terms as any[];
const called = async (en: string) => (await terms()).find(({ words }) => words.en === en);
const HARVEST = { words: { en: 'harvest', km: 'ការច្រូតកាត់' }, also: { en: ['harvests'] }, note: { km: 'ពេលដែលមនុស្សជាច្រើនចេញពីភូមិ។' } };

describe('the glossary', () => {
  it('begins with the words of the program, by their English', async () => {
    const all = await terms();
    expect(await called('human trafficking')).toMatchObject({ words: { km: 'ការជួញដូរមនុស្ស' }, version: 1, by: null });
    const inOrder = all.map(({ words }): string => words.en.toLowerCase());
    expect(inOrder).toEqual(inOrder.toSorted((one, other) => (one < other ? -1 : 1)));
  });

  it('takes a new word from whoever has to do with the curriculum, and the same once more without harm', async () => {
    expect((await reviewer.post('/api/glossary/harves', { ...HARVEST, version: 0 })).status).toBe(200);
    expect((await reviewer.post('/api/glossary/harves', { ...HARVEST, version: 0 })).status).toBe(200);
    expect(await called('harvest')).toMatchObject({ ...HARVEST, version: 1, by: expect.stringMatching(/./) });
  });

  it('tells who writes second that the word is another one by now', async () => {
    const next = { ...HARVEST, words: { ...HARVEST.words, km: 'រដូវច្រូតកាត់' } };
    expect((await author.post('/api/glossary/harves', { ...next, version: 1 })).status).toBe(200);
    expect((await reviewer.post('/api/glossary/harves', { ...HARVEST, version: 1 })).body.code).toBe('term_moved_on');
    expect((await called('harvest')).words.km).toBe('រដូវច្រូតកាត់');
  });

  it('wants a word in every language, and knows the languages of the site alone', async () => {
    expect((await author.post('/api/glossary/halves', { words: { en: 'half', km: ' ' }, also: {}, note: {}, version: 0 })).body.code).toBe('term_incomplete');
    await author.post('/api/glossary/wholes', { words: { en: 'whole', km: 'ទាំងមូល', fr: 'entier' }, also: { fr: ['entiers'] }, note: {}, version: 0 });
    expect(await called('whole')).toMatchObject({ words: { en: 'whole', km: 'ទាំងមូល' }, also: {} });
  });

  it('keeps what staff have changed and taken away over a start of the program', async () => {
    const [debt, widow] = [await called('debt'), await called('widow')];
    await author.post(`/api/glossary/${debt.id}`, { words: { ...debt.words, km: 'បំណុលគេ' }, also: debt.also, note: debt.note, version: debt.version });
    await author.post(`/api/glossary/${widow.id}/remove`, {});
    // As an older program had it.
    await api.db.query(`UPDATE glossary_terms SET words = '{"en": "rumour", "km": "ពាក្យចចាម"}' WHERE id = 'grumou'`);
    const next = await startTestApi({ connection: api.connection, demo: false });
    await next.stop();
    expect((await called('debt')).words.km).toBe('បំណុលគេ');
    expect(await called('widow')).toBeUndefined();
    expect(await called('rumour')).toMatchObject({ words: { km: 'ពាក្យចចាមអារ៉ាម' }, version: 2, by: null });
  });

  it('names nobody to police, whatever else they are', async () => {
    const { id } = (await api.db.query(`SELECT account_id AS id FROM account_roles WHERE role = 'reviewer'`)).rows[0];
    await api.db.query(`INSERT INTO account_roles (account_id, role) VALUES ($1, 'police')`, [id]);
    const seen = await terms(await api.as('reviewer@example.org'));
    expect(new Set(seen.map(({ by }) => by))).toEqual(new Set([null, '—']));
  });
});
