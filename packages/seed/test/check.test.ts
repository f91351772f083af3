import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Block } from '@seek-justice/domain/curriculum/block.ts';
import { courseProblems } from '@seek-justice/domain/curriculum/check.ts';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import type { CourseDraft, LessonDraft, QuizDraft, Source } from '@seek-justice/domain/curriculum/draft.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { loadCourse, loadFacts } from '../src/load.ts';

let real: CourseDraft;
let contacts: Contact[];
let sources: Source[];
beforeAll(async () => {
  real = await loadCourse('pastors');
  ({ contacts, sources } = await loadFacts());
  // What the authors still have to mend is said by content.test.ts; here a course without a fault is wanted.
  const faults = courseProblems(real, contacts, sources);
  if (faults.length > 0) throw new Error(`the real course has ${faults.length} problems of its own: see content.test.ts`);
});

const ENGLISH = 'Call them when you are sure that it is safe to speak.';
const KHMER = 'សូមទូរស័ព្ទទៅគេ នៅពេលលោកអ្នកច្បាស់ថា ការនិយាយនោះមានសុវត្ថិភាព កុំប្រញាប់មុនពេលនោះ។';

/** The parts of the real course that a change may touch; the story's text is one that nothing is wrong with. */
interface Parts {
  course: CourseDraft;
  lesson: LessonDraft;
  quiz: QuizDraft;
  item: QuizDraft['items'][number];
  text: LocalizedText;
}

function broken(change: (parts: Parts) => void): string[] {
  const course = structuredClone(real);
  const module = course.modules[0] as CourseDraft['modules'][number];
  const lesson = module.lessons[0] as LessonDraft;
  const story = lesson.blocks.find((block) => block.type === 'story') as Block<LocalizedText> & { type: 'story' };
  story.text = { en: ENGLISH, km: KHMER };
  const item = module.quiz.items.find(({ type }) => type === 'single') as QuizDraft['items'][number];
  change({ course, lesson, quiz: module.quiz, item, text: story.text });
  return courseProblems(course, contacts, sources).map(({ problem }) => problem);
}

function markRight(item: Parts['item'], right: number[]): void {
  for (const [index, option] of item.options.entries()) option.right = right.includes(index);
}

const NUMBERS = ['មួយ', 'ពីរ', 'បី', 'បួន'];

/** The options of an item as pairs that can be told apart, unless an English answer is given by place. */
function paired(item: Parts['item'], english: Record<number, string> = {}) {
  return item.options.map((option, at) => ({ ...option, right: true, match: { en: english[at] ?? `Answer ${at}`, km: `ចម្លើយ ${NUMBERS[at]}` } }));
}

const block = (lesson: LessonDraft, type: string) => lesson.blocks.find((one) => one.type === type) as Block<LocalizedText>;

describe('the content check finds exactly what is wrong (SPEC C7)', () => {
  it('and nothing in a course that is right', () => {
    expect(broken(() => {})).toEqual([]);
  });

  it.each([
    ['a language left out', 'a language is missing', ({ text }: Parts) => void delete text.km],
    ['a text left empty', 'a language is missing', ({ text }: Parts) => void (text.en = '')],
    ['English where Khmer belongs', /^only 0 of \d+ letters are Khmer$/, ({ text }: Parts) => void (text.km = ENGLISH)],
    ['a coeng at the end', 'a coeng without a consonant after it', ({ text }: Parts) => void (text.km += 'ក\u17d2')],
    ['letters out of canonical order', 'not NFC', ({ text }: Parts) => void (text.km += 'ក\u17dd\u17d2\u178f')],
    ['a Khmer sentence cut short', /^0\.\d\d times the length of the English$/, ({ text }: Parts) => void (text.km = 'សូមទូរស័ព្ទ។')],
    ['a Khmer sentence thrice', /^[23]\.\d\d times the length of the English$/, ({ text }: Parts) => void (text.km = KHMER.repeat(3))],
    ['a number to call in English', 'a number to call is written out (en)', ({ text }: Parts) => void (text.en += ' 1288')],
    ['a number to call in Khmer digits', 'a number to call is written out (km)', ({ text }: Parts) => void (text.km += ' ១២៨៨')],
    ['a contact in one language alone', 'the languages name different contacts', ({ text }: Parts) => void (text.en = 'Call {contact:aple} when it is safe to speak.')],
    ['a quiz of seven', '7 items, at least 8 are wanted', ({ quiz }: Parts) => void quiz.items.splice(7)],
    ['an item with nothing right', 'no right answer', ({ item }: Parts) => markRight(item, [])],
    ['an item with everything right', 'every answer is right', ({ item }: Parts) => markRight(item, [0, 1, 2, 3])],
    ['two right ones of which one may be picked', '2 right answers, one is wanted', ({ item }: Parts) => markRight(item, [0, 1])],
    [
      'true, false and perhaps',
      'true or false has two options',
      ({ item }: Parts) => {
        item.type = 'truefalse';
        item.options.splice(3);
        markRight(item, [0]);
      },
    ],
    ['a scenario of nothing', 'a scenario without its situation', ({ item }: Parts) => void (item.type = 'scenario')],
    ['pairs with one half', /^half of a pair is missing$/, ({ item }: Parts) => void Object.assign(item, { type: 'matching', options: paired(item).map((option, at) => (at === 0 ? { ...option, match: undefined } : option)) })],
    ['two places with one answer', 'two places look the same (en)', ({ item }: Parts) => void Object.assign(item, { type: 'matching', options: paired(item, { 1: 'Answer 0' }) })],
    ['steps in their order', 'the id m9d5xs is used twice', ({ item, lesson }: Parts) => void (Object.assign(item, { type: 'ordering' }), (lesson.id = 'm9d5xs'))],
    ['an option’s id used twice', /^two options are called [a-z]$/, ({ item }: Parts) => void ((item.options[1] as { id: string }).id = item.options[0]?.id ?? '')],
    ['an item’s id used twice', /^two items are called \w+$/, ({ quiz }: Parts) => void ((quiz.items[1] as { id: string }).id = quiz.items[0]?.id ?? '')],
    ['a block’s id used twice', /^two blocks are called \w+$/, ({ lesson }: Parts) => void ((lesson.blocks[1] as { id: string }).id = lesson.blocks[0]?.id ?? '')],
    ['a reference to no book', 'reference Judas 1:1 is not understood', ({ lesson }: Parts) => void ((block(lesson, 'passage') as { reference: string }).reference = 'Judas 1:1')],
    ['a source that is not listed', 'unknown source hearsay', ({ lesson }: Parts) => void (block(lesson, 'story').sources = ['hearsay'])],
    ['law from nowhere', 'law without a source', ({ lesson }: Parts) => void (block(lesson, 'story').tags = ['law'])],
    ['law with an empty list of sources', 'law without a source', ({ lesson }: Parts) => void Object.assign(block(lesson, 'story'), { tags: ['law'], sources: [] })],
    ['a lesson’s id used twice', 'the id m9d5xs is used twice', ({ lesson }: Parts) => void (lesson.id = 'm9d5xs')],
  ] as [string, string | RegExp, (parts: Parts) => void][])('%s', (_name, problem, change) => {
    expect(broken(change)).toEqual([typeof problem === 'string' ? problem : expect.stringMatching(problem)]);
  });

  it('a contact that there is not, in each language that names it', () => {
    expect(
      broken(({ text }) => {
        text.en = 'Call {contact:nobody} when it is safe to speak.';
        text.km = 'សូមទូរស័ព្ទទៅ {contact:nobody} នៅពេលដែលមានសុវត្ថិភាព។';
      }),
    ).toEqual(['unknown contact nobody', 'unknown contact nobody']);
  });

  it('says where', () => {
    const course = structuredClone(real);
    const item = course.modules[1]?.quiz.items[2] as Parts['item'];
    item.question.km = 'ក';
    expect(courseProblems(course, contacts, sources)[0]?.where).toBe(`${course.id}/modules/m9d5xs/quiz/items/${item.id}/question`);
  });
});
