import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Browser, startTestApi, type TestApi } from './support/api.ts';
import { bringFile, translated, TranslatedLesson, unitOf } from './support/translations.ts';

let api: TestApi;
let author: Browser;
let lesson: TranslatedLesson;
beforeAll(async () => {
  api = await startTestApi();
  author = await api.as('author@example.org');
  lesson = new TranslatedLesson(api, author, LESSON);
});
afterAll(() => api.stop());

const LESSON = 'k7f2qd';
const bring = (path: string, text: string, type: string, browser = author): Promise<Answer> => bringFile(api, path, text, type, browser);
const bringXliff = (text: string, id = LESSON, browser = author) => bring(`/api/drafts/${id}/xliff`, text, 'application/xliff+xml', browser);
const out = async (id = LESSON, to = 'km') => (await author.get(`/api/drafts/${id}/xliff?to=${to}`)).text;
const read = async (id = LESSON) => (await author.get(`/api/drafts/${id}`)).body;
const B1 = 'blocks/b1/text';
const B2 = 'blocks/b2/text';
const at = (path: string) => lesson.at(path);
const textsOf = (block: string) => lesson.textsOf(block);
const write = (block: string, lang: string, value: string) => lesson.write(block, lang, value);

describe('a file for translators', () => {
  it('has every text of a lesson with its translation, and comes back as nothing changed', async () => {
    const answer = await author.get(`/api/drafts/${LESSON}/xliff?to=km`);
    expect([answer.type, answer.headers.get('content-disposition')]).toEqual(['application/xliff+xml', `attachment; filename="lesson-${LESSON}.km.xlf"`]);
    const units = answer.text.match(/<unit /g)?.length ?? 0;
    expect(units).toBeGreaterThan(20);
    const before = await read();
    const back = await bringXliff(answer.text);
    expect(back.body).toMatchObject({ faults: [], languages: { source: 'en', target: 'km' }, taken: [], confirmed: 0, unchanged: units, collided: [], refused: [], missing: 0 });
    expect((await read()).version).toBe(before.version);
  });

  it('of a course has a part for each of its documents', async () => {
    const { courses } = (await author.get('/api/drafts')).body;
    const text = await out(courses[0].id);
    const inside = [courses[0].id, ...courses[0].modules.flatMap((module: any) => [module.id, ...module.lessons.map(({ id }: any) => id), module.quiz.id])];
    expect([...text.matchAll(/<file id="(\w+)"/g)].map(([, id]) => id)).toEqual(inside);
    expect((await author.get(`/api/drafts/${LESSON}/xliff?to=en`)).body.code).toBe('nothing_to_translate');
  });

  it('brings a translation back as an edit, made from the source that the translator saw', async () => {
    const text = translated(await out(), B1, 'ខ្ញុំបានយល់ច្បាស់ហើយ។');
    const back = await bringXliff(text);
    expect(back.body).toMatchObject({ faults: [], taken: [{ ...at(B1), stale: false }], collided: [], refused: [] });
    const { document } = await read();
    const { en } = await textsOf('b1');
    expect([await textsOf('b1'), document.bases[B1]]).toEqual([{ en, km: 'ខ្ញុំបានយល់ច្បាស់ហើយ។' }, { km: { from: 'en', text: en } }]);
    const { versions } = (await author.get(`/api/drafts/${LESSON}/versions`)).body;
    expect(versions[0].why).toBe('imported');
    // Brought once more it changes nothing.
    expect((await bringXliff(text)).body).toMatchObject({ taken: [], collided: [] });
  });

  it('made from a source that has changed since is taken, and stale', async () => {
    const text = translated(await out(), B1, 'នៅតែយល់ច្បាស់។');
    const { en } = await textsOf('b1');
    await write('b1', 'en', `${en} Today.`);
    expect((await bringXliff(text)).body.taken).toEqual([{ ...at(B1), stale: true }]);
    const { document } = await read();
    expect([document.bases[B1].km, (await textsOf('b1')).km]).toEqual([{ from: 'en', text: en }, 'នៅតែយល់ច្បាស់។']);
  });

  it('says of a stale text what it was made from; called correct in the same words it is current again', async () => {
    const text = await out();
    const { km, en } = await textsOf('b1');
    const unit = unitOf(text, B1);
    expect(unit).toContain('<segment state="initial">');
    expect(unit).toContain('It was translated from: ');
    expect((await bringXliff(translated(text, B1, km, 'reviewed'))).body).toMatchObject({ confirmed: 1, taken: [] });
    expect((await read()).document.bases[B1].km).toEqual({ from: 'en', text: en });
  });

  it('of a stale text done anew from the present source is current', async () => {
    const { en } = await textsOf('b1');
    await write('b1', 'en', `${en} And tomorrow.`);
    expect((await bringXliff(translated(await out(), B1, 'ថ្ងៃនេះ និងថ្ងៃស្អែក។'))).body.taken).toEqual([{ ...at(B1), stale: false }]);
    expect((await read()).document.bases[B1].km.text).toBe(`${en} And tomorrow.`);
  });

  it('never writes over what somebody here has written since', async () => {
    const text = translated(translated(await out(), B1, 'អ្នកបកប្រែសរសេរ។'), B2, 'សូមអានម្តងទៀត។');
    await write('b1', 'km', 'ការិយាល័យសរសេរ។');
    const back = (await bringXliff(text)).body;
    expect([back.taken, back.collided]).toEqual([[{ ...at(B2), stale: false }], [{ ...at(B1), brought: 'អ្នកបកប្រែសរសេរ។', here: 'ការិយាល័យសរសេរ។' }]]);
    expect((await textsOf('b1')).km).toBe('ការិយាល័យសរសេរ។');
    // What the translator left alone is no wish to have the old words back.
    const untouched = await out();
    await write('b1', 'km', 'ការិយាល័យសរសេរម្តងទៀត។');
    expect((await bringXliff(untouched)).body).toMatchObject({ taken: [], collided: [] });
    // A tool that drops what it was given may add translations, and replace none.
    expect((await bringXliff(translated(untouched, B1, 'ថ្មី។').replaceAll(/ *<mda:metadata>.*<\/mda:metadata>\n/g, ''))).body.collided).toHaveLength(2 - 1);
  });

  it('with a fault is refused as a whole, with line and reason in both languages', async () => {
    const before = await read();
    const good = translated(await out(), B1, 'មិនត្រូវបានទទួល។');
    const lines = good.split('\n');
    const line = lines.findIndex((one) => one.includes('canDelete="no"') && one.includes('<target>')) + 1;
    const tampered = lines.map((one, index) => (index === line - 1 ? one.replace(/<ph [^>]*subType="sj:contact"\/>/, '') : one)).join('\n');
    const { faults, taken } = (await bringXliff(tampered)).body;
    expect([taken, faults]).toMatchObject([[], [{ code: 'code_missing', words: { en: expect.stringMatching(/must stay/), km: expect.stringMatching(/លេខទូរស័ព្ទ/) } }]]);
    // Its target, or the segment that it stands in.
    expect(Math.abs(faults[0].line - line)).toBeLessThanOrEqual(2);
    expect((await bringXliff('no file at all')).body.faults).toMatchObject([{ line: 1, code: 'not_xml' }]);
    expect((await bringXliff(good.replace('trgLang="km"', 'trgLang="fr"'))).body.faults).toMatchObject([{ code: 'language_other' }]);
    expect(await read()).toEqual(before);
  });

  it('that names what is not below here, or not at all, says so and takes the rest', async () => {
    const other = (await author.get('/api/drafts')).body.courses[0].modules[0].lessons[1].id;
    const text = translated(await out(), B2, 'ថ្មីណាស់។').replace('blocks_x002F_b3_x002F_text', 'blocks_x002F_b99_x002F_text');
    expect((await bringXliff(text)).body).toMatchObject({ taken: [at(B2)], refused: [{ ...at('blocks/b99/text'), why: 'unknown' }], missing: 1 });
    expect((await bringXliff(text, other)).body).toMatchObject({ taken: [], refused: [{ draft: LESSON, why: 'elsewhere' }] });
  });

  it('may be taken by whoever reads along, and brought by authors alone; what is too large is refused', async () => {
    const reviewer = await api.as('reviewer@example.org');
    expect((await reviewer.get(`/api/drafts/${LESSON}/xliff?to=km`)).status).toBe(200);
    expect((await bringXliff(await out(), LESSON, reviewer)).body.code).toBe('not_allowed');
    expect((await bringXliff('x'.repeat(25 * 1024 * 1024))).body.code).toBe('too_large');
    // Nothing of what a stranger sends is read.
    expect((await bringXliff('x'.repeat(5 * 1024 * 1024), LESSON, api.visitor())).body.code).toBe('sign_in_first');
  });
});

describe('questions from Moodle', () => {
  const quizId = async () => (await author.get('/api/drafts')).body.courses[0].modules[0].quiz.id;
  const bringGift = (id: string, text: string, lang = 'km') => bring(`/api/drafts/${id}/gift?lang=${lang}`, text, 'text/x-gift');
  const GIFT = `// a comment
អ្នកណាជួយបាន? {
  =ប៉ូលីស#ត្រូវហើយ
  ~អ្នកដទៃ#មិនត្រូវទេ
}

សរសេរអំពីភូមិរបស់អ្នក។ {}

ដាក់តាមលំដាប់។ {
  =ទីមួយ -> ស្តាប់
  =ទីពីរ -> ហៅទូរស័ព្ទ
  =ទីបី -> រង់ចាំ
}
`;

  it('arrive one by one; what cannot be read is listed with its line and reason, and the other language stays open', async () => {
    const id = await quizId();
    const before = (await read(id)).document.body.items.length;
    const { added, there, unread } = (await bringGift(id, GIFT)).body;
    expect([added.map(({ question }: any) => question), there]).toEqual([['អ្នកណាជួយបាន?', 'ដាក់តាមលំដាប់។'], []]);
    expect(unread).toMatchObject([{ line: 7, text: 'សរសេរអំពីភូមិរបស់អ្នក។ {}', reason: 'essay', words: { en: expect.any(String), km: expect.any(String) } }]);
    const { items } = (await read(id)).document.body;
    expect(items).toHaveLength(before + 2);
    const [single, pairs] = items.slice(-2);
    expect(single).toMatchObject({ type: 'single', question: { km: 'អ្នកណាជួយបាន?' }, options: [{ right: true, text: { km: 'ប៉ូលីស' } }, { right: false }] });
    expect(Object.keys(single.question)).toEqual(['km']);
    expect(pairs).toMatchObject({ type: 'matching', options: [{ text: { km: 'ទីមួយ' }, match: { km: 'ស្តាប់' } }, {}, {}] });
    // The same file again adds nothing.
    expect((await bringGift(id, GIFT)).body).toMatchObject({ added: [], there: ['អ្នកណាជួយបាន?', 'ដាក់តាមលំដាប់។'] });
  });

  it('go out in one language, without those that are not written in it', async () => {
    const id = await quizId();
    const [km, en] = [await author.get(`/api/drafts/${id}/gift?lang=km`), await author.get(`/api/drafts/${id}/gift?lang=en`)];
    const { items } = (await read(id)).document.body;
    expect(km.type).toMatch(/^text\/x-gift/);
    expect([km, en].map(({ text }) => text.match(/\[id:/g)?.length)).toEqual([items.length, items.length - 2]);
    expect((await bringGift(id, km.text)).body).toMatchObject({ added: [], unread: [] });
    expect(en.text).not.toMatch(/[\u1780-\u17ff]/);
    expect((await bringGift(LESSON, GIFT)).status).toBe(404);
  });
});
