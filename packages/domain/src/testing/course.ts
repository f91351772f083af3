import { createHash } from 'node:crypto';
import type { CourseDraft, LessonDraft, ModuleDraft, Source } from '../curriculum/draft.ts';
import type { LocalizedText } from '../language/localized-text.ts';

export const LANGUAGES = ['km', 'en'];

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const SOURCES: Source[] = [
  { id: 'law', title: { en: 'The law', km: 'ច្បាប់' }, verifiedOn: null, reviewBy: null },
  { id: 'unused', title: { en: 'Unused', km: 'មិនប្រើ' }, verifiedOn: null, reviewBy: null },
];

const text = (en: string): LocalizedText => ({ en, km: `ខ្មែរ ${en}` });

function lesson(id: string): LessonDraft {
  return {
    id,
    title: text(`Title ${id}`),
    minutes: 10,
    draft: ['km'],
    blocks: [
      { id: 'b1', type: 'story', text: text(`Story ${id}`), notes: text('Whispered to the leader') },
      { id: 'b2', type: 'callout', kind: 'care', text: text('Call {contact:hotline-police}.'), sources: ['law'], tags: ['law'] },
      {
        id: 'b3',
        type: 'scenario',
        heading: text('Heading'),
        step: {
          text: text('Step'),
          choices: [
            { id: 'a', good: true, text: text('A'), outcome: text('Outcome A'), step: { text: text('Then'), choices: [] } },
            { id: 'b', good: false, text: text('B'), outcome: text('Outcome B') },
          ],
        },
      },
      { id: 'b4', type: 'passage', reference: 'Luke 10:25-37', text: text('Retold') },
    ],
  };
}

function module(number: number, lessons: number, items: number): ModuleDraft {
  return {
    id: `m${number}`,
    title: text(`Module ${number}`),
    summary: text(`Summary ${number}`),
    lessons: Array.from({ length: lessons }, (_, index) => lesson(`l${number}${index + 1}`)),
    quiz: {
      id: `q${number}`,
      passMark: 80,
      draft: [],
      items: Array.from({ length: items }, (_, index) => ({
        id: `i${index + 1}`,
        type: 'single',
        question: text(`Question ${index + 1}`),
        options: ['a', 'b'].map((id) => ({ id, right: id === 'a', text: text(`Option ${id}`), feedback: text(`Feedback ${id}`) })),
      })),
    },
  };
}

/** A small course: module m1 with lessons l11, l12 and quiz q1, module m2 with lesson l21 and quiz q2; `a` is always right. */
export function smallCourse(change: Partial<CourseDraft> = {}): CourseDraft {
  return { id: 'c1', audience: 'open', title: text('Course'), modules: [module(1, 2, 10), module(2, 1, 10)], ...change };
}
