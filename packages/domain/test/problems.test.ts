import { describe, expect, it } from '@jest/globals';
import type { Document, LessonBody, QuizBody } from '../src/curriculum/authoring/document.ts';
import { documentProblems, located, thingPlace } from '../src/curriculum/authoring/problems.ts';
import type { Problem } from '../src/curriculum/problem.ts';

const both = (en: string, km: string) => ({ en, km });
const LANGUAGES = ['en', 'km'];
const lesson = (body: Partial<LessonBody>): Document => ({ id: 'lesson', kind: 'lesson', bases: {}, body: { source: 'en', title: both('Title', 'ចំណងជើង'), minutes: 10, blocks: [], ...body } });
const told = (document: Document) =>
  documentProblems(document, LANGUAGES)
    .filter(({ code }) => code !== 'stale')
    .map(({ weight, code, thing, field, values }) => [weight, code, thing, field, values]);

describe('what a document lacks (SPEC E11)', () => {
  it('is a text of a thing by its name, or how many texts', () => {
    const picture = { id: 'pic', type: 'image', alt: { en: 'A church' }, consent: 'nobody' };
    const signs = { id: 'signs', type: 'signs', heading: { en: 'Signs' }, items: [{ id: 'a', text: { en: 'Afraid' } }, { id: 'b', text: both('Alone', 'ម្នាក់ឯង') }] };
    expect(told(lesson({ blocks: [picture, signs] as never }))).toEqual([
      ['stops', 'untranslated', 'pic', 'alt', { lang: 'km', n: '1', of: 'alt' }],
      ['stops', 'untranslated', 'signs', 'heading', { lang: 'km', n: '2' }],
    ]);
    expect(told(lesson({ title: { en: 'Title' } }))).toEqual([
      ['stops', 'too_few', ':self', 'blocks', { list: 'blocks', least: '1' }],
      ['stops', 'untranslated', ':self', 'title', { lang: 'km', n: '1', of: 'title' }],
    ]);
  });

  it('is a list that is too short, wherever it stands', () => {
    const text = both('Text', 'អត្ថបទ');
    const choice = { id: 'a', text, good: true, outcome: text };
    const scenario = { id: 'sc', type: 'scenario', heading: text, step: { text, choices: [{ ...choice, step: { text, choices: [choice] } }, { ...choice, id: 'b' }] } };
    expect(told(lesson({ blocks: [scenario] as never }))).toEqual([['stops', 'too_few', 'sc', 'step/choices/a/step/choices', { list: 'choices', least: '2' }]]);
    // A scenario may end after a step; what a quiz needs is said with the quiz.
    const end = { ...scenario, step: { text, choices: [{ ...choice, step: { text, choices: [] } }, { ...choice, id: 'b' }] } };
    expect(told(lesson({ blocks: [end] as never }))).toEqual([]);
    expect(told({ id: 'quiz', kind: 'quiz', bases: {}, body: { source: 'en', passMark: 80, items: [] } })).toEqual([]);
  });

  it('is a number that nobody has given, or one that cannot be', () => {
    const text = both('Text', 'អត្ថបទ');
    const talk = { id: 'talk', type: 'discussion', minutes: undefined, group: 0, question: text, quiet: text };
    expect(told(lesson({ minutes: 1.5, blocks: [talk] as never }))).toEqual([
      ['stops', 'number_missing', ':self', 'minutes', { of: 'minutes' }],
      ['stops', 'number_missing', 'talk', 'minutes', { of: 'minutes' }],
      ['stops', 'number_missing', 'talk', 'group', { of: 'group' }],
    ]);
  });
});

describe('what the check of a course has found', () => {
  const module: Document = { id: 'module', kind: 'module', bases: {}, body: { source: 'en', title: {}, summary: {}, lessons: [{ id: 'lesson' }], quizzes: [{ id: 'quiz' }] } };
  const course: Document = { id: 'course', kind: 'course', bases: {}, body: { source: 'en', audience: 'open', title: {}, modules: [{ id: 'module' }] } };
  const quiz: Document = { id: 'quiz', kind: 'quiz', bases: {}, body: { source: 'en', passMark: 80, items: [{ id: 'q1', type: 'single', question: {}, options: [] }, { id: 'q2', type: 'ordering', question: {}, options: [] }] } as QuizBody };
  const withSigns = lesson({ blocks: [{ id: 'b1', type: 'text', text: {} }, { id: 'b2', type: 'signs', heading: {}, items: [] }] as never });
  const documents = new Map([course, module, quiz, withSigns].map((one) => [one.id, one]));
  const find = (where: string, more: Partial<Problem> = {}) => {
    const { draft, thing, field, weight } = located({ where, problem: '', code: 'number_written_out', ...more }, documents, 'course') ?? {};
    return [draft, thing, field, weight];
  };

  it.each([
    ['course/modules/module/lessons/lesson/blocks/b2/items/x/text', ['lesson', 'b2', 'items/x/text', 'stops']],
    ['course/modules/module/lessons/lesson/title', ['lesson', ':self', 'title', 'stops']],
    ['module/lesson/b1', ['lesson', 'b1', '', 'stops']],
    // The questions of a module that was put together are in it; the document is their own.
    ['course/modules/module/quiz/items/q2/options/x/text', ['quiz', 'q2', 'options/x/text', 'stops']],
    ['module/quiz/q1', ['quiz', 'q1', '', 'stops']],
    ['quiz/items/q1/question', ['quiz', 'q1', 'question', 'stops']],
    ['quiz', ['quiz', ':self', '', 'stops']],
    ['course/title', ['course', ':self', 'title', 'stops']],
  ])('at %s', (where, place) => {
    expect(find(where)).toEqual(place);
  });

  it('leads to the field that mends it, is only advice where it may be right, and is not said twice', () => {
    expect(find('module/lesson/b1', { code: 'law_without_source', field: 'sources' })).toEqual(['lesson', 'b1', 'sources', 'stops']);
    expect(find('module/lesson/b1', { code: 'length_differs' })).toEqual(['lesson', 'b1', '', 'advice']);
    expect(located({ where: 'module/lesson/b1/alt', problem: '', code: 'untranslated' }, documents, 'course')).toBeNull();
    expect([thingPlace(quiz, 'q2'), thingPlace(withSigns, 'b1'), thingPlace(quiz, ':self'), thingPlace(undefined, 'q2')]).toEqual([{ list: 'items', type: 'ordering', at: 2 }, { list: 'blocks', type: 'text', at: 1 }, null, null]);
  });
});
