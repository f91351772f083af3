import { describe, expect, it } from '@jest/globals';
import { countWords, courseProblems, eachText, khmerProblems } from '../src/curriculum/check.ts';
import type { CourseDraft } from '../src/curriculum/draft.ts';
import { smallCourse } from '../src/testing/course.ts';

/** What is wrong with a label besides its length. */
const short = (km: string) => khmerProblems({ en: 'A few words', km }).filter((problem) => !problem.includes('times the length'));

describe('the Khmer beside its English', () => {
  it.each(['ពាក្យខ្លះៗ', 'ឆាប់ៗ', 'ម្តងម្នាក់ៗ', 'ទី១ និងទី២', '«តើ?» ៛', 'ក្រុម\u200bជំនុំ', 'ហៅ {contact:hotline-police}', 'ឲ្យ', 'ល។ ៘ ៙'])('%s is Khmer', (km) => {
    expect(short(km)).toEqual([]);
  });

  it('may hold a name in Latin letters among enough Khmer ones', () => {
    expect(short('អង្គការAPLE')).toEqual(['only 7 of 11 letters are Khmer']);
    expect(khmerProblems({ en: 'An organisation that protects children. It weighs each report.', km: 'អង្គការ APLE ជាអង្គការការពារកុមារ ហើយពិនិត្យរបាយការណ៍នីមួយៗដោយប្រុងប្រយ័ត្ន' })).toEqual([]);
  });

  it.each([
    ['ក្', 'a coeng without a consonant after it'],
    ['ក្ ម្ពុជា', 'a coeng without a consonant after it'],
    ['ក្\u200bត', 'a coeng without a consonant after it'],
  ])('%j: %s', (km, problem) => {
    expect(short(km)).toContain(problem);
  });

  it('is about as long as its English, by what a reader counts', () => {
    const en = 'x'.repeat(100);
    expect([59, 60, 200, 201].map((length) => khmerProblems({ en, km: 'ក'.repeat(length) }))).toEqual([
      ['0.59 times the length of the English'],
      [],
      [],
      ['2.01 times the length of the English'],
    ]);
    // Labels are allowed more: a syllable of Khmer is one character.
    expect([2, 3, 30, 31].map((length) => khmerProblems({ en: 'x'.repeat(10), km: 'ស្ត្រី'.repeat(length) }).length)).toEqual([1, 0, 0, 1]);
  });

  it('has both languages', () => {
    expect([khmerProblems({ en: 'a', km: '' }), khmerProblems({ km: 'ក' }), khmerProblems({})]).toEqual([['a language is missing'], ['a language is missing'], ['a language is missing']]);
  });
});

describe('numbers to call', () => {
  const problems = (words: string) => {
    const course: CourseDraft = smallCourse();
    const km = `ខ្មែរ${'ក'.repeat(40)} ${words}`;
    course.title = { en: 'x'.repeat(45), km };
    return courseProblems(course, [{ id: 'hotline-police' }], [])
      .filter(({ where }) => where === 'c1/title')
      .map(({ problem }) => problem);
  };

  it.each(['1288', '១២៨៨', '១១៧', 'លេខ១២៨០ឥឡូវ', '092 311 511', '០៩២ ៣១១ ៥១១', '092-311-511', '092.311.511', '+855 92 311 511', '០៩២\u200b៣១១\u200b៥១១', '092\u00a0311\u00a0511'])(
    'may not be written out: %s',
    (words) => {
      expect(problems(words)).toEqual(['a number to call is written out (km)']);
    },
  );

  it.each(['ឆ្នាំ ២០០៨', '១:២៦–២៧', '១៥ ឆ្នាំ', '២០២០-២០២៣', '២៦.១២.២០២២', '80', '10 000', '២៤ ម៉ោង ៧ ថ្ងៃ'])('are not %s', (words) => {
    expect(problems(words)).toEqual([]);
  });
});

describe('walking the texts', () => {
  it('visits each once, by ids', () => {
    const seen: string[] = [];
    eachText({ id: 'x', title: { en: 'a' }, list: [{ id: 'p', text: { km: 'ក' } }, { text: { en: 'b' } }], none: null, number: 1 }, 'x', (_text, where) => seen.push(where));
    expect(seen).toEqual(['x/title', 'x/list/p/text', 'x/list/1/text']);
  });

  it('counts the English words that a learner reads, without the leader’s notes', () => {
    const [lesson] = smallCourse().modules[0]?.lessons ?? [];
    // Title l11 (2), Story l11 (2), Call … (2), Heading, Step, A, Outcome A, Then, B, Outcome B (9), Retold (1).
    expect(lesson && countWords(lesson)).toBe(16);
  });
});
