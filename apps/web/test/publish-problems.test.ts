import { afterEach, describe, expect, test } from '@jest/globals';
import { DOCUMENT_FORMS } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { BLOCK_FORMS, type Form, ITEM_FORMS, NOTES } from '@seek-justice/domain/curriculum/form.ts';
import { PROBLEM_CODES, type ProblemCode } from '@seek-justice/domain/curriculum/problem.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { goToPlace } from '../src/features/authoring/place-of.ts';
import { problemWords } from '../src/features/authoring/problem-words.ts';
import { authorWordsIn } from '../src/i18n/author-words.ts';
import en from '../src/i18n/author/en.json' with { type: 'json' };
import km from '../src/i18n/author/km.json' with { type: 'json' };
import { Speaker } from '../src/i18n/speaker.ts';

const TABLES = { en, km } as Record<string, Record<string, string>>;
const placesIn = (text = ''): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
/** Kinds that are said by the list or the number that they are about. */
const BY_WHICH: readonly ProblemCode[] = ['too_few', 'number_missing'];

function said(lang: string, code: ProblemCode, values: Record<string, string> = {}, field = ''): string {
  const say = authorWordsIn(new Speaker(lang), lang);
  return problemWords({ code, values, field }, { lang, say, n: (value) => digitsFor(lang, value), sourceNamed: (id) => `«${id}»` });
}

/** Every field of every form, with those of the things within. */
function fieldsOf(form: Form, depth = 0): Form {
  if (depth > 4) return [];
  return form.flatMap((field) => {
    if (field.kind === 'group') return [field, ...fieldsOf(field.of(), depth + 1)];
    return field.kind === 'list' && typeof field.of !== 'function' ? [field, ...fieldsOf(field.of, depth + 1)] : [field];
  });
}
const FIELDS = [...Object.values(DOCUMENT_FORMS), ...Object.values(BLOCK_FORMS), ...Object.values(ITEM_FORMS), [NOTES]].flatMap((form) => fieldsOf(form));

describe('what stands in the way of publishing', () => {
  test.each(PROBLEM_CODES)('%s has words of its own in both languages, which fill in the same', (code) => {
    const keys = Object.keys(en).filter((key) => (BY_WHICH.includes(code) ? key.startsWith(`problem.${code}.`) : key === `problem.${code}`));
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) for (const lang of ['en', 'km']) expect([key, lang, placesIn(TABLES[lang]?.[key])]).toEqual([key, lang, placesIn(TABLES.en?.[key])]);
    // Khmer is written, not copied.
    for (const key of keys) expect(TABLES.km?.[key]).toMatch(/[\u1780-\u17ff]/);
  });

  test('no words are left of a kind that there is no more', () => {
    const codes = new Set<string>(PROBLEM_CODES);
    expect(Object.keys(en).filter((key) => key.startsWith('problem.') && !codes.has(key.split('.')[1] ?? ''))).toEqual([]);
  });

  test.each(['en', 'km'])('every list that can be too short, every number and every text is named, in %s', (lang) => {
    const table = TABLES[lang] ?? {};
    for (const field of FIELDS) {
      if (field.kind === 'list' && field.least > 0 && !(field.key === 'items' && field.least === 8)) expect([field.key, table[`problem.too_few.${field.key}`]]).toEqual([field.key, expect.any(String)]);
      if (field.kind === 'number') expect([field.key, table[`problem.number_missing.${field.key}`]]).toEqual([field.key, expect.any(String)]);
      if (field.kind === 'line' || field.kind === 'paragraphs') expect([field.key, table[`field.${field.key}`]]).toEqual([field.key, expect.any(String)]);
    }
  });

  test.each([
    ['en', 'untranslated', { lang: 'km', n: '1', of: 'alt' }, 'alt', 'This picture has no description in Khmer. Please write what is to be seen, for who cannot see it.'],
    ['en', 'untranslated', { lang: 'km', n: '1', of: 'heading' }, 'heading', 'Heading is missing in Khmer. Please write it.'],
    ['en', 'untranslated', { lang: 'en', n: '1', of: 'text' }, 'options/a/text', 'An answer is missing in English. Please write it.'],
    ['km', 'untranslated', { lang: 'en', n: '12' }, 'text', 'ខ្វះអត្ថបទ ១២ ជាភាសាអង់គ្លេស។ សូមសរសេរបន្ថែម។'],
    ['en', 'too_few', { list: 'roles', least: '2' }, 'roles', 'There are too few roles here: at least 2. Please add more.'],
    ['km', 'too_few', { list: 'options', least: '3' }, 'options', 'ទីនេះត្រូវមានចម្លើយយ៉ាងតិច ៣។ សូមបន្ថែម។'],
    ['en', 'number_missing', { of: 'minutes' }, 'minutes', 'Nobody has said how many minutes this takes.'],
    ['en', 'same_option', { lang: 'km' }, 'options/b/text', 'These two answers are the same in Khmer. Please change one.'],
    ['km', 'reference_nowhere', { text: 'Luke 99:1' }, 'reference', 'គ្មានព្រះគម្ពីរណាមាន លូកា ៩៩:១ ទេ។ សូមមើលជំពូក និងខម្តងទៀត។'],
    ['en', 'unsigned', { competence: 'law' }, '', 'Nobody has signed this off for: Law'],
    ['en', 'source_changed', { source: 'law-2008', competence: 'law' }, 'sources', '«law-2008»: this source says something else than when it was signed off. Please sign again: Law. Until then readers keep the former one.'],
    ['km', 'contact_overdue', { number: '1288' }, '', 'បានទូរស័ព្ទទៅលេខ ១២៨៨ យូរហើយ ត្រូវបញ្ជាក់ម្តងទៀត។'],
    ['en', 'unknown_contact', { id: 'hotline-2', lang: 'km' }, 'text', 'The text names a number to call that the office does not have: hotline-2. Please choose one of the numbers to call.'],
  ] as const)('in %s: %s %j', (lang, code, values, field, words) => {
    expect(said(lang, code, { ...values }, field)).toBe(words);
  });
});

describe('the way to what is in the way', () => {
  afterEach(() => document.body.replaceChildren());
  const open = (html: string, hash: string): string | null => {
    document.body.innerHTML = `<section id="thing-b1" tabindex="-1">${html}</section>`;
    HTMLElement.prototype.scrollIntoView = () => undefined;
    goToPlace(hash);
    return document.activeElement?.id ?? null;
  };
  const half = (path: string, lang: string, id: string, state = 'current'): string =>
    `<div class="half is-${state}" data-path="${path}" data-lang="${lang}"><span role="textbox" tabindex="0" id="${id}"></span></div>`;
  const halves = half('blocks/b1/items/a/text', 'km', 'a-km') + half('blocks/b1/items/a/text', 'en', 'a-en') + half('blocks/b1/items/b/text', 'km', 'b-km', 'missing') + half('blocks/b1/text', 'km', 'own');

  test.each([
    ['#thing-b1.items/a/text@en', 'a-en'],
    ['#thing-b1.items/b/text', 'b-km'],
    ['#thing-b1.missing-km', 'b-km'],
    // A path's end alone is no path.
    ['#thing-b1.text@km', 'own'],
  ])('%s', (hash, id) => {
    expect(open(halves, hash)).toBe(id);
  });

  test('opens what is folded away, and finds fields that are no texts', () => {
    const html = '<details id="more"><summary>More</summary><label data-field="reviewBy"><input id="day"></label></details>';
    expect(open(html, '#thing-b1.reviewBy')).toBe('day');
    expect(document.querySelector('details')?.open).toBe(true);
    // A list that is too short: where one adds to it.
    expect(open('<ol data-path="items/b1/options"><li><input></li><li class="add"><button id="add"></button></li></ol>', '#thing-b1.options')).toBe('add');
    expect(open('<ol data-path="items/b1/options"><li><label data-field="right"><input type="checkbox" id="tick"></label></li></ol>', '#thing-b1.options/a/right')).toBe('tick');
  });
});
