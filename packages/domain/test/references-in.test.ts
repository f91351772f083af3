import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALIASES, MARGIN } from '../src/curriculum/bible/aliases.ts';
import { BOOKS } from '../src/curriculum/bible/books.ts';
import { referencesIn } from '../src/curriculum/bible/references-in.ts';
import { VERSES } from '../src/curriculum/bible/verses.ts';
import { courseProblems } from '../src/curriculum/check.ts';
import { parseReference, showReference } from '../src/curriculum/reference.ts';
import { toKhmerDigits } from '../src/language/digits.ts';
import { keepTogether } from '../src/language/keep-together.ts';
import { smallCourse, SOURCES } from '../src/testing/course.ts';
import { khmerText } from '../src/testing/khmer.ts';
import { checkLaw } from '../src/testing/seeds.ts';

const found = (text: string): string[] => referencesIn(text).map(({ from, to, reference, wrong }) => `${text.slice(from, to)} = ${reference}${wrong ? ` (${wrong.lacks}${'last' in wrong ? ` ${wrong.last}` : ''})` : ''}`);

describe('references in running text (SPEC L10)', () => {
  it.each([
    ['Read Luke 10:25-37 together.', ['Luke 10:25-37 = Luke 10:25-37']],
    ['(Luke 10:25–37)', ['Luke 10:25–37 = Luke 10:25-37']],
    ['Lk. 10:25, Matt. 5:44 and Ps 82:3-4', ['Lk. 10:25 = Luke 10:25', 'Matt. 5:44 = Matthew 5:44', 'Ps 82:3-4 = Psalm 82:3-4']],
    ['1 John 3:17; John 3:16', ['1 John 3:17 = 1 John 3:17', 'John 3:16 = John 3:16']],
    ['Isaiah 1:17; 58:6-8; 61:1-2.', ['Isaiah 1:17 = Isaiah 1:17', '58:6-8 = Isaiah 58:6-8', '61:1-2 = Isaiah 61:1-2']],
    ['Song of Songs 2:1 and Song of Solomon 2:2', ['Song of Songs 2:1 = Song of Songs 2:1', 'Song of Solomon 2:2 = Song of Songs 2:2']],
    ['សូមអានលូកា ១០:២៥-៣៧ ជាមួយគ្នា។', ['លូកា ១០:២៥-៣៧ = Luke 10:25-37']],
    ['បទគម្ពីរលូកា10:25ចែងថា', ['លូកា10:25 = Luke 10:25']],
    ['«១ យ៉ូហាន ៣៖១៧» និង ២កូរិនថូស ៥:១៧', ['១ យ៉ូហាន ៣៖១៧ = 1 John 3:17', '២កូរិនថូស ៥:១៧ = 2 Corinthians 5:17']],
    ['ទំនុក\u200bតម្កើង ៨២:៣–៤ ឬ ទំនុកដំកើង ២៣.១', ['ទំនុក\u200bតម្កើង ៨២:៣–៤ = Psalm 82:3-4', 'ទំនុកដំកើង ២៣.១ = Psalm 23:1']],
    // As the versions of 1954 and 2005 and the one between the churches name them.
    ['ចោទិយកថា ១០:១៨, ទុតិយកថា ១០:១៨', ['ចោទិយកថា ១០:១៨ = Deuteronomy 10:18', 'ទុតិយកថា ១០:១៨ = Deuteronomy 10:18']],
    ['អេភេសូរ ៥:១១; អេភេសូ ៥៖១១', ['អេភេសូរ ៥:១១ = Ephesians 5:11', 'អេភេសូ ៥៖១១ = Ephesians 5:11']],
    ['ហេព្រើរ ១៣:៣ ហេប្រឺ ១៣:៣', ['ហេព្រើរ ១៣:៣ = Hebrews 13:3', 'ហេប្រឺ ១៣:៣ = Hebrews 13:3']],
    ['១ថែស្សាឡូនីច ៥:១៤ និង ១ ថេស្សាឡូនិក 5:14', ['១ថែស្សាឡូនីច ៥:១៤ = 1 Thessalonians 5:14', '១ ថេស្សាឡូនិក 5:14 = 1 Thessalonians 5:14']],
    ['នេហេមី ៥:៩, យេរេមី ២២:៣, យ៉ូស៊ូអា ១:៩', ['នេហេមី ៥:៩ = Nehemiah 5:9', 'យេរេមី ២២:៣ = Jeremiah 22:3', 'យ៉ូស៊ូអា ១:៩ = Joshua 1:9']],
    ['សេផានី ៣:១៧ · សេផានា ៣:១៧ · ហាបាគូក ១:២', ['សេផានី ៣:១៧ = Zephaniah 3:17', 'សេផានា ៣:១៧ = Zephaniah 3:17', 'ហាបាគូក ១:២ = Habakkuk 1:2']],
    ['កិច្ចការរបស់សាវ័ក ៥:២៩, វិវរណះ ២១:៤', ['កិច្ចការរបស់សាវ័ក ៥:២៩ = Acts 5:29', 'វិវរណះ ២១:៤ = Revelation 21:4']],
    ['ទំនុក ៨២:៣ និងបទចម្រៀងសាឡូម៉ូន ២:១', ['ទំនុក ៨២:៣ = Psalm 82:3', 'បទចម្រៀងសាឡូម៉ូន ២:១ = Song of Songs 2:1']],
    ['មីកា 6:8 មីកា ៦:៨ មីកា៦៖៨ មីកា ៦.៨', ['មីកា 6:8 = Micah 6:8', 'មីកា ៦:៨ = Micah 6:8', 'មីកា៦៖៨ = Micah 6:8', 'មីកា ៦.៨ = Micah 6:8']],
    // The number after the name.
    ['យ៉ូហានទី១ ៣:១៧, កូរិនថូស ទី ២ ៥:១៧ និងពេត្រុសទី 1 5:8', ['យ៉ូហានទី១ ៣:១៧ = 1 John 3:17', 'កូរិនថូស ទី ២ ៥:១៧ = 2 Corinthians 5:17', 'ពេត្រុសទី 1 5:8 = 1 Peter 5:8']],
    // In words.
    ['លូកា ជំពូក ១០ ខ ២៥-៣៧', ['លូកា ជំពូក ១០ ខ ២៥-៣៧ = Luke 10:25-37']],
    ['លូកា ជំពូកទី១០ ខទី២៥ ដល់ ៣៧', ['លូកា ជំពូកទី១០ ខទី២៥ ដល់ ៣៧ = Luke 10:25-37']],
    ['អេសាយ១ខ១៧', ['អេសាយ១ខ១៧ = Isaiah 1:17']],
    // A subscript that looks the same, and signs typed in another order.
    ['លោកុប្បត្ដិ ១:២៧ និង យូ៉ហាន ៣:១៦', ['លោកុប្បត្ដិ ១:២៧ = Genesis 1:27', 'យូ៉ហាន ៣:១៦ = John 3:16']],
    // Two letters, as Bibles abbreviate in their margins.
    ['(មថ ៥:៩) (ទន ៨២:៣; ១០:១៨) ១ពង្ស ២១:៣', ['មថ ៥:៩ = Matthew 5:9', 'ទន ៨២:៣ = Psalm 82:3', '១០:១៨ = Psalm 10:18', '១ពង្ស ២១:៣ = 1 Kings 21:3']],
    ['Ezk 34:4, Zec 7:10, Php 2:4, 1 Thes 5:14', ['Ezk 34:4 = Ezekiel 34:4', 'Zec 7:10 = Zechariah 7:10', 'Php 2:4 = Philippians 2:4', '1 Thes 5:14 = 1 Thessalonians 5:14']],
    ['Luke\u00a010:25', ['Luke\u00a010:25 = Luke 10:25']],
    ['Luke 10:25-25', ['Luke 10:25-25 = Luke 10:25']],
  ])('%s', (text, references) => {
    expect(found(text)).toEqual(references);
  });

  it.each([
    ['Luke 99:1', ['Luke 99:1 = Luke 99:1 (chapter 24)']],
    ['លូកា ៩៩:១', ['លូកា ៩៩:១ = Luke 99:1 (chapter 24)']],
    ['Luke 10:43', ['Luke 10:43 = Luke 10:43 (verse 42)']],
    ['Jude 1:25, Jude 2:1', ['Jude 1:25 = Jude 1:25', 'Jude 2:1 = Jude 2:1 (chapter 1)']],
    ['Luke 10:37-25', ['Luke 10:37-25 = null (order)']],
    ['Luke 0:4', ['Luke 0:4 = null (order)']],
    ['Luke 10:25-11:4', ['Luke 10:25-11:4 = null (one chapter)']],
    ['Luke 10:25-10:37', ['Luke 10:25-10:37 = Luke 10:25-37']],
  ])('%s cannot be, or only in part', (text, references) => {
    expect(found(text)).toEqual(references);
  });

  it.each(['', 'Luke', 'Luke 10', 'Fluke 10:25', 'The meeting is at 5:30', 'I am 5:30 tall', 'luke 10:25', 'Luke 1000:1', 'Luke 10:2555', 'លូកា', 'ម៉ោង ១០:៣០', 'គាត់មក ១០:៣០', 'ជួបចៅហ្វាយ ៥:៣០', 'លក់លក ៥:៣០', 'កំពប់ទន ៥:៣០', 'លូកា ៥ ខែ ៣', 'ខ ១០:៣០', 'Hezekiah 3:4', 'constructor 1:1'])('%j holds none', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('are found in every book under every name, in a sentence without spaces, and named as a passage names them', () => {
    for (const [book, khmer] of Object.entries(BOOKS))
      for (const name of [book, khmer, ...(ALIASES[book] ?? []), ...(MARGIN[book] ?? []).map((two) => ` ${two}`)]) expect([name, referencesIn(`សូមអាន${/^[a-z\d]/i.test(name) ? ' ' : ''}${name} ១:១។`).map(({ reference, wrong }) => [reference, wrong])]).toEqual([name, [[`${book} 1:1`, null]]]);
  });

  it('know as many chapters and verses as Bibles have', () => {
    expect(Object.keys(VERSES)).toEqual(Object.keys(BOOKS));
    const chapters = Object.values(VERSES);
    // 1,189 chapters; 31,102 verses in the English Bible of 1611, one more each in 3 John and Revelation 12 elsewhere.
    expect([chapters.length, chapters.flat().length, chapters.flat().reduce((sum, verses) => sum + verses, 0)]).toEqual([66, 1189, 31_104]);
    expect([VERSES.Psalm?.length, VERSES.Psalm?.[118], VERSES.Luke?.length, VERSES.Isaiah?.length, VERSES.Micah?.[5]]).toEqual([150, 176, 24, 66, 16]);
  });

  it('law: what is shown in a language is found in any Khmer text, where it stands and nowhere else', async () => {
    const reference = fc.constantFrom(...Object.keys(BOOKS)).chain((book) =>
      fc.nat((VERSES[book]?.length ?? 1) - 1).chain((chapter) => fc.tuple(fc.integer({ min: 1, max: VERSES[book]?.[chapter] ?? 1 }), fc.nat(9)).map(([from, more]) => `${book} ${chapter + 1}:${from}-${Math.min(from + more, VERSES[book]?.[chapter] ?? 1)}`)),
    );
    await checkLaw(
      'found-references',
      fc.property(reference, fc.constantFrom('en', 'km'), khmerText, khmerText, (wanted, lang, before, after) => {
        const shown = showReference(wanted, lang, lang === 'km' ? toKhmerDigits : String);
        const text = `${before}។ ${shown}។ ${after}`;
        const own = referencesIn(text).filter(({ from }) => from === before.length + 2);
        expect(own.map(({ to, wrong, reference: one }) => [text.slice(before.length + 2, to), wrong, parseReference(one ?? '')])).toEqual([[shown, null, parseReference(wanted)]]);
        const edges = new Set([...new Intl.Segmenter('km', { granularity: 'grapheme' }).segment(text)].map(({ index }) => index));
        expect(referencesIn(text).every(({ from, to }) => edges.has(from) && edges.has(to))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a place in a text as it is shown', () => {
  it('stays on one line with its book, in the digits of the language', () => {
    expect(keepTogether('សូមអានលូកា 10:25-37។', 'km')).toBe('សូមអានលូកា\u00a0១០:២៥\u2060-\u2060៣៧។');
    expect(keepTogether('Read Luke 10:25–37, or call 1288 at 092 311 511.', 'en')).toBe('Read Luke\u00a010:25\u2060–\u206037, or call 1288 at 092 311 511.');
    expect(keepTogether('១ យ៉ូហាន ៣៖១៧', 'km')).toBe('១ យ៉ូហាន\u00a0៣\u2060៖\u2060១៧');
    expect(keepTogether('no place', 'en')).toBe('no place');
  });
});

describe('a course', () => {
  const problems = (block: object) => {
    const course = smallCourse();
    course.modules[0]!.lessons[0]!.blocks = [block as never];
    return courseProblems(course, [], SOURCES)
      .filter(({ code }) => code?.startsWith('reference'))
      .map(({ code, values }) => `${code} ${values?.text ?? ''}`);
  };
  const same = (text: string) => ({ en: text, km: text });

  it('opens no passage that no Bible has, and names those in its texts to think about', () => {
    expect(problems({ id: 'p', type: 'passage', reference: 'Luke 99:1', text: same('Retold') })).toEqual(['reference_nowhere Luke 99:1']);
    expect(problems({ id: 'p', type: 'passage', reference: 'Luke', text: same('Retold') })).toEqual(['reference_unknown Luke']);
    expect(problems({ id: 'p', type: 'passage', reference: '', text: same('Retold') })).toEqual(['reference_missing ']);
    expect(problems({ id: 'p', type: 'passage', reference: 'Luke 10:25-37', text: { en: 'As in Luke 10:25 and Luke 10:99', km: 'ដូចលូកា ១០:២៥' } })).toEqual(['reference_in_text Luke 10:99']);
  });
});
