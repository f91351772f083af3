import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ItemDraft, QuizDraft } from '@seek-justice/domain/curriculum/draft.ts';
import { curriculumSchemas } from '@seek-justice/domain/curriculum/schema.ts';
import { khmerText } from '@seek-justice/domain/testing/khmer.ts';
import { checkLaw } from '@seek-justice/domain/testing/seeds.ts';
import { loadCourse } from '@seek-justice/seed/load.ts';
import { readGift } from '../../src/features/curriculum/exchange/gift/read-gift.ts';
import { writeGift } from '../../src/features/curriculum/exchange/gift/write-gift.ts';

const SAMPLE = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'gift', 'course-backup.gift'), 'utf8');

function ids(): () => string {
  let count = 0;
  return () => `g${(count += 1)}`;
}

const one = (text: string, lang = 'en'): ItemDraft => {
  const { items, unread } = readGift(text, lang, ids());
  expect(unread).toEqual([]);
  return items[0] as ItemDraft;
};
const lineOf = (start: string): number => SAMPLE.split('\n').findIndex((line) => line.startsWith(start)) + 1;

describe('a file as Moodle writes it', () => {
  const { items, unread } = readGift(SAMPLE, 'en', ids());

  it('is read question by question', () => {
    expect(items.map(({ id, type, question }) => [id, type, question.en])).toEqual([
      ['g1', 'single', 'A girl says that her **employer** keeps her passport.\nWhat is this:\n\na sign, or a proof?'],
      ['g2', 'multiple', 'Which of these are numbers to call?'],
      ['g3', 'truefalse', 'One sign is enough.'],
      ['g4', 'truefalse', 'ប៉ូលីស\u200bត្រូវ\u200bកត់ត្រា\u200bពាក្យ\u200bរាយការណ៍។'],
      ['g5', 'matching', 'Who does what?'],
      ['g6', 'single', "Mahatma Gandhi's birthday is an Indian holiday on _____ of October."],
      ['g7', 'single', 'After it all is well.'],
    ]);
  });

  it('keeps what is said to each answer, as plain text', () => {
    expect(items[0]?.options).toEqual([
      { id: 'a', right: true, text: { en: 'A sign' }, feedback: { en: 'Yes – papers that are kept are a **sign**.' } },
      { id: 'b', right: false, text: { en: 'A proof' }, feedback: { en: 'One sign proves nothing & rules nothing out.' } },
      { id: 'c', right: false, text: { en: 'Neither = nothing' }, feedback: {} },
    ]);
    expect(items[1]?.options.map(({ right, text }) => [right, text.en])).toEqual([
      [true, '{contact:hotline-police}'],
      [true, '{contact:hotline-child}'],
      [false, 'My own number'],
    ]);
  });

  it('gives the first feedback of true or false to the wrong answer', () => {
    expect(items[2]?.options).toEqual([
      { id: 'a', right: false, text: { en: 'True' }, feedback: { en: 'One sign proves nothing.' } },
      { id: 'b', right: true, text: { en: 'False' }, feedback: { en: 'Right: notice what comes together.' } },
    ]);
    expect(one('ត្រូវទេ? {T}', 'km').options.map(({ right, text }) => [right, text.km])).toEqual([[true, 'ត្រូវ'], [false, 'មិនត្រូវទេ']]);
  });

  it('reads both halves of pairs, with their escaped signs', () => {
    expect(items[4]?.options.map(({ text, match }) => [text.en, match?.en])).toEqual([
      ['The pastor', 'listens {first}'],
      ['The police', 'look into it = their duty'],
      ['The neighbours', 'welcome her back'],
    ]);
  });

  it('lists what it could not read, by line, and why', () => {
    expect(unread.map(({ line, reason }) => [line, reason])).toEqual([
      [lineOf('What would you'), 'essay'],
      [lineOf('Which city'), 'short_answer'],
      [lineOf('How many'), 'numeric'],
      [lineOf('Phnom Penh lies'), 'cloze'],
      [lineOf('You will now'), 'description'],
      [lineOf('Either will'), 'any_of'],
      [lineOf('Nothing fits'), 'no_right'],
      [lineOf('Too much'), 'too_many'],
      [lineOf('Two pairs'), 'too_few'],
      [lineOf('Left over'), 'empty'],
      [lineOf('Broken'), 'syntax'],
    ]);
    expect(unread.at(-1)?.text).toBe('Broken { =one ~two');
  });

  it('reads Windows lines and a byte order mark alike', () => {
    expect(readGift(`\ufeff${SAMPLE.replaceAll('\n', '\r\n')}`, 'en', ids())).toEqual({ items, unread: unread.map((one) => ({ ...one, text: one.text })) });
  });
});

describe('what is written', () => {
  it('is GIFT as Moodle expects it', () => {
    const text = (en: string) => ({ en, km: `ខ្មែរ ${en}` });
    const option = (id: string, right: boolean, words: string, why: string) => ({ id, right, text: text(words), feedback: text(why) });
    const quiz: QuizDraft = {
      id: 'q8x3mt',
      passMark: 80,
      draft: [],
      items: [
        { id: 'h1', type: 'single', question: text('Call {contact:aple}?'), options: [option('a', true, 'Yes', 'Right: do.'), option('b', false, '% of #2', '')] },
        { id: 'h2', type: 'multiple', question: text('Which?'), options: [option('a', true, '1', 'x'), option('b', true, '2', 'x'), option('c', true, '3', 'x'), option('d', false, '4', 'x')] },
        { id: 'h3', type: 'scenario', situation: text('It rains.'), question: text('And now?'), options: [option('a', true, 'Wait', 'x'), option('b', false, 'Go', 'x')] },
        { id: 'h4', type: 'ordering', question: text('When?'), options: ['one', 'two', 'three'].map((words, at) => option('abc'.charAt(at), true, words, `why ${words}`)) },
        { id: 'h5', type: 'written', question: text('What would you say?'), options: [option('a', true, 'I am here', 'Then be quiet.')] },
      ],
    };
    quiz.items[0] = { ...(quiz.items[0] as ItemDraft), options: (quiz.items[0] as ItemDraft).options.map((one) => (one.id === 'b' ? { ...one, feedback: {} } : one)) };
    expect(writeGift(quiz, 'en')).toBe(
      [
        '// [id:h1]',
        'Call \\{contact\\:aple\\}? {',
        '\t=Yes#Right\\: do.',
        '\t~[moodle]% of \\#2',
        '}',
        '',
        '// [id:h2]',
        'Which? {',
        '\t~%33.33333%1#x',
        '\t~%33.33333%2#x',
        '\t~%33.33333%3#x',
        '\t~%-100%4#x',
        '}',
        '',
        '// [id:h3] [tag:scenario]',
        'It rains.\\n\\nAnd now? {',
        '\t=Wait#x',
        '\t~Go#x',
        '}',
        '',
        '// [id:h4] [tag:ordering]',
        'When? {',
        '\t=1 -> one',
        '\t=2 -> two',
        '\t=3 -> three',
        '\t####why one\\nwhy two\\nwhy three',
        '}',
        '',
        '// [id:h5] [tag:written]',
        'What would you say? {',
        '\t=I am here#Then be quiet.',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('of the seeded course is read back as it was, in both languages', async () => {
    const { modules } = await loadCourse('pastors');
    for (const lang of ['km', 'en'])
      for (const { quiz } of modules) {
        const { items, unread } = readGift(writeGift(quiz, lang), lang, ids());
        expect(unread).toEqual([]);
        expect(items.map(comparable)).toEqual(quiz.items.map((item) => inOne(item, lang)).map(comparable));
      }
  });
});

/** A text as GIFT keeps it: on one line but for its own line ends, spaces squeezed at its ends. */
const tidy = (text: string): string => text.trim();
const comparable = (item: ItemDraft): object => ({ ...item, id: '', options: item.options.map((option, at) => ({ ...option, id: at })) });

function inOne(item: ItemDraft, lang: string): ItemDraft {
  const cut = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(cut);
    if (typeof value !== 'object' || value === null) return value;
    if (lang in value) return { [lang]: tidy((value as Record<string, string>)[lang] ?? '') };
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cut(member)]));
  };
  return cut(item) as ItemDraft;
}

describe('whatever is written', () => {
  const SIGNS = ['~', '=', '#', '{', '}', ':', '\\', '->', '%', '//', '[html]', '$', '&&061;', '\\n', '::', '\n', '\u200b', ' ', 'ការជួញដូរមនុស្ស', 'ស្ត្រី', 'អ៊ី', '៛', '១២៨៨', '🙏🏽', 'T', 'FALSE'];
  const text = fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...SIGNS) }, { weight: 2, arbitrary: khmerText }), { minLength: 1, maxLength: 8 })
    // As it would be stored: composed, without spaces at its ends. GIFT squeezes spaces; what parts paragraphs stays.
    .map((parts) => parts.join('').normalize('NFC').replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n+/g, '\n').trim())
    .filter((words) => /\S/.test(words));
  const localised = text.map((km) => ({ km }));
  // An arrow would make an answer a pair: another one stands for it.
  const offered = text.map((km) => ({ km: km.replaceAll('->', '→') }));
  const options = (least: number, most: number, match: boolean) =>
    fc.array(fc.record({ id: fc.constant(''), right: fc.boolean(), text: offered, feedback: localised, ...(match ? { match: localised } : {}) }), { minLength: least, maxLength: most });
  const item = fc.oneof(
    fc.tuple(fc.constantFrom('single', 'truefalse', 'scenario'), localised, localised, options(2, 4, false), fc.nat()).map(([type, situation, question, all, nat]) => {
      const shown = type === 'truefalse' ? all.slice(0, 2) : all;
      return { id: '', type, ...(type === 'scenario' ? { situation } : {}), question, options: shown.map((option, at) => ({ ...option, right: at === nat % shown.length })) };
    }),
    fc.tuple(localised, options(2, 4, false)).map(([question, all]) => ({ id: '', type: 'multiple', question, options: all.map((option, at) => ({ ...option, right: at === 0 || (option.right && at + 1 < all.length) })) })),
    fc.tuple(localised, options(1, 4, false)).map(([question, all]) => ({ id: '', type: 'written', question, options: all.map((option) => ({ ...option, right: true })) })),
    fc.tuple(fc.constantFrom('matching', 'ordering'), localised, options(3, 6, true)).map(([type, question, all]) => ({
      id: '',
      type,
      question,
      options: all.map(({ match, ...option }) => ({
        ...option,
        right: true,
        // What is said to each place stands on one line.
        feedback: { km: option.feedback.km.replaceAll('\n', ' ').trim() },
        ...(type === 'matching' ? { match } : {}),
      })),
    })),
  ) as fc.Arbitrary<ItemDraft>;

  it('is read back: Khmer, invisible marks, signs that GIFT uses, paragraphs', async () => {
    await checkLaw(
      'gift',
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const { items: back, unread } = readGift(writeGift({ id: 'q', passMark: 80, draft: [], items }, 'km'), 'km', ids());
        expect(unread).toEqual([]);
        expect(back.map(comparable)).toEqual(items.map(comparable));
      }),
      { numRuns: 300 },
    );
  });

  it('fits the schema of a quiz once the other language is there', () => {
    const { quiz } = curriculumSchemas(['en']);
    const { items } = readGift(SAMPLE, 'en', ids());
    const told = items.map((one) => ({ ...one, options: one.options.map((option) => ({ ...option, feedback: { en: option.feedback.en ?? 'Why' } })) }));
    expect(quiz.safeParse({ id: 'qqqqqq', passMark: 80, items: told }).error).toBeUndefined();
  });
});

describe('what is no GIFT', () => {
  it('never fails as a whole', async () => {
    await checkLaw(
      'gift',
      fc.property(fc.array(fc.oneof(fc.constantFrom('{', '}', '=', '~', '#', '->', '\\', '\n', '\n\n', '::', '%', 'T', '[html]', '####'), khmerText), { maxLength: 20 }), (parts) => {
        const { items, unread } = readGift(parts.join(''), 'km', ids());
        for (const { line, text } of unread) expect([line > 0, text.trim() !== '']).toEqual([true, true]);
        for (const { options } of items) expect(options.length).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });

  it('an empty file, and one of comments alone, hold nothing', () => {
    for (const file of ['', '\n\n', '\u00a0', ' \u200b\n\u3000', '// nothing\n$CATEGORY: top\n']) expect(readGift(file, 'en', ids())).toEqual({ items: [], unread: [] });
  });

  it('a question of a megabyte is given back, at once', () => {
    const long = `${'ក'.repeat(1_000_000)} {=a ~b}`;
    expect(readGift(`${long}\n\nShort? {=a ~b}`, 'km', ids())).toMatchObject({ items: [{ question: { km: 'Short?' } }], unread: [{ line: 1, reason: 'syntax' }] });
  });
});
