import { readFileSync } from 'node:fs';
import { isArranged } from '@seek-justice/domain/assessment/item.ts';
import { everyBlockLesson } from '@seek-justice/domain/testing/every-block.ts';
import { ARRANGED } from './arranged.ts';
import type { Desk, Thing } from './author-form.ts';
import { greyPicture } from './pictures.ts';
import type { Lang } from './words.ts';

type Both = Record<Lang, string>;
const both = (km: string, en: string): Both => ({ km, en });

/** What the new module is called, as it is written. */
export const CALLED = {
  course: both('ក្រុមជំនុំការពារភូមិ', 'Churches protect their village'),
  module: both('ពេលមានគេសុំជំនួយ', 'When somebody asks for help'),
  summary: both('អ្វីដែលអ្នកគង្វាលអាចធ្វើបាន ដោយសុវត្ថិភាព នៅពេលមានគេមកសុំជំនួយ។', 'What a pastor can safely do when somebody comes and asks for help.'),
  lesson: both('អ្នកជិតខាងដែលចេះស្តាប់', 'A neighbour who listens'),
  second: both('ត្រូវហៅទៅអ្នកណា', 'Whom to call'),
} as const;

/** What some blocks must be signed off for, beside what their fixture asks. */
const TAGS: Readonly<Record<string, string[]>> = { callout: ['safety'] };

/** The blocks of the second lesson, by their types. */
const OF_SECOND: readonly string[] = ['text', 'home'];

type Typed = Thing & { type: string };

/** Something of the curriculum without what its author does not write: ids, and what the program knows of a file. */
export function written<T>(value: T, without: readonly string[] = ['id']): T {
  if (Array.isArray(value)) return value.map((one: unknown) => written(one, without)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (without.includes(key) ? [] : [[key, key === 'media' ? {} : written(inner, without)]]))) as T;
}

/** A block of every type with all that it may hold. */
export const BLOCKS: readonly Typed[] = written(everyBlockLesson().blocks).map((block) => ({ ...block, ...(TAGS[block.type] && { tags: TAGS[block.type] }) }));

export const SECOND = BLOCKS.filter(({ type }) => OF_SECOND.includes(type));

/** What the author adds to the story after a reviewer has asked for it. */
export const STORY_MENDED = both('គាត់បានសួរអ្នកជិតខាងរួចហើយ។', 'She has asked the neighbours already.');

/** A sentence that is added in the language in which a lesson was begun. */
export const CHANGED = both('គាត់នៅតែរង់ចាំ។', 'You may call at night too.');

/** What is written anew when the lesson is called back, and what readers are told of it. */
export const RECALLED = {
  text: both('សូមមើលសញ្ញាច្រើនរួមគ្នា ហើយកុំទៅរកមើលបន្ថែមដោយខ្លួនឯង។', 'Look at several signs together, and do not go and look for more yourself.'),
  note: both('ប្រយោគមួយមិនបានប្រាប់ថា កុំទៅរកដោយខ្លួនឯង។ ឥឡូវបានកែហើយ។', 'One sentence did not say that you must not go and look yourself. It does now.'),
};

const choice = (right: boolean, text: Both, feedback: Both) => ({ right, text, feedback });

/** A question of every type, and as many as a quiz needs. */
export const ITEMS: readonly Typed[] = [
  {
    type: 'single',
    question: both('អ្នកជិតខាងម្នាក់ប្រាប់លោកអ្នកថា កូនស្រីគាត់មិនទទួលទូរស័ព្ទបីសប្តាហ៍ហើយ។ តើលោកអ្នកធ្វើអ្វីមុនគេ?', 'A neighbour tells you that her daughter has not answered the telephone for three weeks. What do you do first?'),
    options: [
      choice(true, both('ខ្ញុំស្តាប់គាត់ រួចជួយគាត់ហៅទៅលេខជំនួយ។', 'I listen to her, and help her call a helpline.'), both('ល្អ។ គាត់មិននៅម្នាក់ឯងទៀតទេ។', 'Good. She is not alone any more.')),
      choice(false, both('ខ្ញុំចេញទៅរកកូនស្រីគាត់ដោយខ្លួនឯង។', 'I go and look for her daughter myself.'), both('លោកអ្នកចង់ជួយ តែធ្វើបែបនេះអាចមានគ្រោះថ្នាក់។', 'You want to help, but this can put people in danger.')),
    ],
  },
  {
    type: 'single',
    question: both('ក្មេងប្រុសម្នាក់ចាប់ផ្តើមប្រាប់រឿងរបស់ខ្លួនដល់លោកអ្នក។ តើលោកអ្នកធ្វើយ៉ាងណា?', 'A boy begins to tell you what happened to him. What do you do?'),
    options: [
      choice(true, both('ខ្ញុំស្តាប់ដោយស្ងប់ស្ងៀម មិនសួរដេញដោល។', 'I listen quietly and do not question him.'), both('ត្រូវហើយ។ អ្នកដែលបានរៀនពីការសួរកុមារ នឹងសួរតាមក្រោយ។', 'Yes. People who have learned to speak with children will ask him later.')),
      choice(false, both('ខ្ញុំសួរម្តងទៀតឱ្យច្បាស់ ហើយកត់ត្រាទុក។', 'I ask again to be sure, and write it down.'), both('បើត្រូវនិយាយពីរដង ក៏ឈឺចាប់ពីរដងដែរ។', 'Having to tell it twice hurts twice.')),
    ],
  },
  {
    type: 'single',
    question: both('មានគេឱ្យលុយគ្រួសារ ដើម្បីកុំឱ្យរាយការណ៍។ តើលោកអ្នកប្រាប់គ្រួសារថាម៉េច?', 'Somebody offers the family money so that they do not report. What do you tell the family?'),
    options: [
      choice(true, both('រឿងនេះមិនមែនដោះស្រាយដោយលុយទេ។ យើងសុំយោបល់សិន។', 'This is not settled with money. We ask for advice first.'), both('ល្អ។ គ្រួសារមិនត្រូវសម្រេចរឿងនេះតែម្នាក់ឯងទេ។', 'Good. The family need not decide this alone.')),
      choice(false, both('ទទួលលុយសិន ចាំគិតគូរនៅពេលក្រោយ។', 'Take the money now and think about it later.'), both('បើទទួល គេអាចធ្វើម្តងទៀត ហើយគ្រួសារលែងហ៊ាននិយាយ។', 'Then it may happen again, and the family dares not speak.')),
    ],
  },
  {
    type: 'multiple',
    question: both('តើសញ្ញាណាខ្លះធ្វើឱ្យលោកអ្នកសុំយោបល់? សូមជ្រើសពីរ។', 'Which of these signs make you ask for advice? Choose two.'),
    options: [
      choice(true, both('អ្នកផ្សេងកាន់លិខិតឆ្លងដែនរបស់គាត់។', 'Somebody else holds her passport.'), both('ត្រូវហើយ ឯកសារនោះជារបស់គាត់។', 'Yes, those papers are her own.')),
      choice(true, both('បំណុលរបស់គាត់ចេះតែកើនឡើង។', 'What she owes keeps growing.'), both('ត្រូវហើយ បំណុលបែបនេះជាសញ្ញាមួយ។', 'Yes, a debt like this is a sign.')),
      choice(false, both('គាត់ធ្វើការនៅខេត្តមួយផ្សេងទៀត។', 'She works in another province.'), both('មនុស្សជាច្រើនធ្វើការឆ្ងាយផ្ទះ ដោយគ្មានគ្រោះថ្នាក់។', 'Many people work far from home and are safe.')),
    ],
  },
  {
    type: 'truefalse',
    question: both('លោកអ្នកត្រូវរកភស្តុតាងសិន ទើបហៅទៅប៉ូលីសបាន។', 'You must find proof before you may call the police.'),
    options: [
      choice(false, both('ត្រូវ', 'True'), both('មិនចាំបាច់ទេ។ ប្រាប់តែអ្វីដែលលោកអ្នកបានឃើញ។', 'No need. Tell only what you have seen.')),
      choice(true, both('ខុស', 'False'), both('ត្រូវហើយ។ ការស៊ើបអង្កេតជាការងាររបស់ប៉ូលីស។', 'Right. To investigate is the work of the police.')),
    ],
  },
  // Pairs and steps are right where they stand: nobody is asked.
  ...ARRANGED.map((item): Typed => ({ ...written(item, isArranged(item) ? ['id', 'right'] : ['id']) })),
  {
    type: 'written',
    question: both('បើក្មេងស្រីម្នាក់ប្រាប់លោកអ្នកថានាងភ័យខ្លាច តើលោកអ្នកនិយាយអ្វីទៅនាង?', 'A girl tells you that she is afraid. What do you say to her?'),
    options: [
      { text: both('ខ្ញុំជឿក្មួយ', 'I believe you'), feedback: both('អ្នកដែលហ៊ាននិយាយ ត្រូវការឮពាក្យនេះមុនគេ។', 'Whoever dares to speak needs to hear this first.') },
      { text: both('ក្មួយគ្មានកំហុសទេ', 'You are not to blame'), feedback: both('មនុស្សជាច្រើនគិតថាខ្លួនឯងមានកំហុស។', 'Many think that it was their own fault.') },
    ],
  },
];

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../api/test/fixtures/${name}`, import.meta.url));

/** What lies on the author's computer, and what they type to find a source of law. */
export const AT_HAND: Pick<Desk, 'files' | 'sources'> = {
  files: {
    image: { name: 'church.png', mimeType: 'image/png', buffer: greyPicture({ width: 640, height: 400 }) },
    audio: { name: 'call.webm', mimeType: 'audio/webm', buffer: fixture('audio/tone-2s.webm') },
    video: { name: 'report.webm', mimeType: 'video/webm', buffer: fixture('video/clip.webm') },
  },
  sources: { law: 'trafficking 2008' },
};
