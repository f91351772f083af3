import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, TestApi } from './support/api.ts';
import { startAuthorDesk } from './support/author-desk.ts';
import { IN_A_YEAR } from './support/days.ts';

let api: TestApi;
let author: Browser;
let reviewer: Browser;
let course: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ api, author, reviewer, course, stop } = await startAuthorDesk());
});
afterAll(() => stop());

const LESSON = 'k7f2qd';
/** Tagged law and safety; leans on siem-reap-training, law-2008 and tip-report. */
const LAW = 'b7';

const find = async (id: string): Promise<any> => (await author.get('/api/sources')).body.sources.find((one: any) => one.id === id);
const review = async (draft = LESSON) => (await author.get(`/api/drafts/${draft}`)).body.review;
const sign = async (competence: string, { draft = LESSON, thing = LAW, ...more }: { draft?: string; thing?: string; sources?: Record<string, number>; withdraw?: boolean } = {}) =>
  reviewer.post(`/api/drafts/${draft}/sign-offs`, { version: (await author.get(`/api/drafts/${draft}`)).body.version, things: [thing], competence, reviewBy: IN_A_YEAR, ...more });
const unsigned = async (draft = LESSON, thing = LAW): Promise<string[]> => (await review(draft)).unsigned.filter((one: any) => one.thing === thing).map(({ competence }: any) => competence);
async function change(id: string, fields: object): Promise<void> {
  const { version, source } = await find(id);
  expect((await author.post(`/api/sources/${id}`, { version, source: { ...source, ...fields } })).status).toBe(200);
}
const told = async () => (await author.get(`/api/courses/${course}/check`)).body.problems.filter(({ values }: any) => values.competence === 'law').map(({ weight, code, draft, thing, values }: any) => [weight, code, draft, thing, values.source]);
const publish = (body: object = {}) => author.post(`/api/courses/${course}/publish`, { kind: 'content', note: {}, release: false, ...body });
const titlesNow = async (): Promise<Record<string, string>> => {
  const { courses } = (await api.visitor().get('/api/curriculum')).body;
  const manifest = (await api.visitor().get(`/api/snapshots/${courses[0].hash}`)).body;
  const { leaves } = manifest.modules[0].lessons.find(({ id }: any) => id === LESSON);
  return (await api.visitor().get(`/api/snapshots/${leaves.en.hash}`)).body.sources;
};

describe('a signature for law', () => {
  it('ends with another content of a source that its block leans on, in just the blocks that do, and says which and what it was', async () => {
    const others = (await find('law-2008')).usedBy.filter(({ thing, draft }: any) => !(draft === LESSON && thing === LAW));
    expect(others).toHaveLength(2);
    await sign('law');
    await sign('safety');
    for (const { draft, thing } of others) await sign('law', { draft, thing });
    expect(await unsigned()).toEqual(['lang:km']);
    const { source } = await find('tip-report');
    await change('tip-report', { title: { ...source.title, en: 'US Trafficking in Persons Report, 2024' } });
    expect(await unsigned()).toEqual(['law', 'lang:km']);
    for (const { draft, thing } of others) expect(await unsigned(draft, thing)).toEqual(['lang:km']);
    const { before, now, ...told } = (await review()).sourcesChanged[0];
    expect(told).toEqual({ thing: LAW, source: 'tip-report', signedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect([before.title.en, now.title.en]).toEqual(['US Trafficking in Persons Report, 2020 and 2023', 'US Trafficking in Persons Report, 2024']);
    expect((await review()).sourcesChanged).toHaveLength(1);
    expect((await review(others[0].draft)).sourcesChanged).toEqual([]);
  });

  it('holds when another source changes, and when somebody looks at a source again without changing it', async () => {
    await sign('law');
    await change('unodc', { where: 'https://example.org/indicators' });
    await change('law-2008', { verifiedOn: '2026-11-20', reviewBy: '2027-11-20' });
    expect(await unsigned()).toEqual(['lang:km']);
  });

  it('holds again when the source says again what was signed', async () => {
    const { source } = await find('law-2008');
    await change('law-2008', { supports: { en: 'Article 10 punishes more.' } });
    expect(await unsigned()).toEqual(['law', 'lang:km']);
    await change('law-2008', { supports: source.supports });
    expect(await unsigned()).toEqual(['lang:km']);
  });

  it('is not given to a source that changed after the reviewer had seen it', async () => {
    await sign('law', { withdraw: true });
    const versions = Object.fromEntries(await Promise.all(['siem-reap-training', 'law-2008', 'tip-report'].map(async (id) => [id, (await find(id)).version])));
    await change('law-2008', { date: '2008-02-15' });
    expect(await sign('law', { sources: versions })).toMatchObject({ status: 409, body: { code: 'source_moved_on' } });
    expect(await unsigned()).toEqual(['law', 'lang:km']);
    expect((await sign('law', { sources: { ...versions, 'law-2008': (await find('law-2008')).version } })).status).toBe(200);
    expect(await unsigned()).toEqual(['lang:km']);
  });
});

describe('publishing', () => {
  const retitle = async (value: string): Promise<void> => {
    const { version, document } = (await author.get(`/api/drafts/${LESSON}`)).body;
    const edit = { op: 'set', path: ['title'], lang: 'km', was: document.body.title.km, value };
    expect((await author.post(`/api/drafts/${LESSON}/edits`, { version, edits: [edit] })).body.outcomes).toEqual([{ result: 'done' }]);
  };
  const recall = { kind: 'recall', recalled: [LESSON], note: { en: 'It was wrong.', km: 'មេរៀននេះខុស។' } };

  it('gives readers no changed source that words of law lean on before somebody signs; all else goes on', async () => {
    for (const { draft, thing } of (await find('law-2008')).usedBy) await sign('law', { draft, thing });
    expect(new Set((await told()).map(([weight, code]: string[]) => `${weight} ${code}`))).toEqual(new Set(['pilot unsigned']));
    expect((await publish()).status).toBe(200);
    const before = await titlesNow();
    expect(before['tip-report']).toBe('US Trafficking in Persons Report, 2024');
    await change('tip-report', { title: { en: 'A page that somebody found', km: 'ទំព័រដែលរកឃើញ' } });
    expect(await told()).toContainEqual(['advice', 'source_changed', LESSON, LAW, 'tip-report']);
    await retitle('ចំណងជើងដែលបានកែ');
    expect((await publish()).body).toMatchObject({ changed: true });
    expect(await titlesNow()).toEqual(before);
    // Nothing is left that would change for them.
    expect((await author.get('/api/drafts')).body.courses[0].changed).toBe(false);
    expect((await publish()).body).toMatchObject({ changed: false });
    await sign('law');
    expect(await told()).not.toContainEqual(expect.arrayContaining(['source_changed']));
    expect((await author.get('/api/drafts')).body.courses[0].changed).toBe(true);
    expect((await publish()).status).toBe(200);
    expect((await titlesNow())['tip-report']).toBe('A page that somebody found');
  });

  it('of other words of law is refused where their source changed after they were signed', async () => {
    const was = (await author.get(`/api/drafts/${LESSON}`)).body;
    const { text } = was.document.body.blocks.find(({ id }: any) => id === LAW);
    const edit = (from: string, value: string) => author.post(`/api/drafts/${LESSON}/edits`, { version: was.version, edits: [{ op: 'set', path: ['blocks', LAW, 'text'], lang: 'en', was: from, value }] });
    await change('tip-report', { date: '2024-06-24' });
    await edit(text.en, `${text.en} Ask for help.`);
    await sign('law');
    await sign('safety');
    await change('tip-report', { date: '2025-06-24' });
    expect(await told()).toContainEqual(['stops', 'source_changed', LESSON, LAW, 'tip-report']);
    expect((await publish()).body.code).toBe('publish_stopped');
    await edit(`${text.en} Ask for help.`, text.en);
    await sign('law');
    expect((await publish()).status).toBe(200);
  });

  it('is stopped at the words that keep a source back, not at those that were signed with it', async () => {
    const { version, document } = (await author.get(`/api/drafts/${LESSON}`)).body;
    const other = { ...document.body.blocks.find(({ id }: any) => id === LAW), id: 'lawtwo', tags: ['law'] };
    expect((await author.post(`/api/drafts/${LESSON}/edits`, { version, edits: [{ op: 'add', path: ['blocks'], thing: other, after: LAW }] })).body.outcomes).toEqual([{ result: 'done' }]);
    await sign('law', { thing: 'lawtwo' });
    await change('tip-report', { date: '2026-01-01' });
    const stopped = async () => (await told()).filter(([weight]: string[]) => weight === 'stops').map(([, code, , thing]: string[]) => [code, thing]);
    // The new words are signed with the new source; it waits for the old ones.
    await sign('law', { thing: 'lawtwo' });
    expect(await unsigned(LESSON, 'lawtwo')).toEqual(['lang:km']);
    expect(await stopped()).toEqual([['source_changed', LAW]]);
    expect((await publish()).body.code).toBe('publish_stopped');
    await sign('law');
    expect(await stopped()).toEqual([]);
    expect((await publish()).status).toBe(200);
    const now = (await author.get(`/api/drafts/${LESSON}`)).body;
    const added = now.document.body.blocks.find(({ id }: any) => id === 'lawtwo');
    expect((await author.post(`/api/drafts/${LESSON}/edits`, { version: now.version, edits: [{ op: 'remove', path: ['blocks'], id: 'lawtwo', was: added }] })).body.outcomes).toEqual([{ result: 'done' }]);
  });

  it('leaves words of law that nobody signed as they are, source and all', async () => {
    await sign('law', { withdraw: true });
    const before = await titlesNow();
    await change('tip-report', { title: { en: 'Another page', km: 'ទំព័រផ្សេង' } });
    expect(await told()).toContainEqual(['pilot', 'source_changed', LESSON, LAW, 'tip-report']);
    await retitle('ចំណងជើងដែលបានកែម្តងទៀត');
    expect((await publish()).status).toBe(200);
    expect(await titlesNow()).toEqual(before);
  });

  it('by a recall waits for no signature under a source either', async () => {
    const before = await titlesNow();
    await retitle('ចំណងជើងត្រូវដកមកវិញ');
    expect((await publish(recall)).status).toBe(200);
    expect(await titlesNow()).toEqual(before);
    await sign('law');
    await retitle('ចំណងជើងចុងក្រោយ');
    expect((await publish(recall)).status).toBe(200);
    expect((await titlesNow())['tip-report']).toBe('Another page');
  });
});
