import { letterOf } from '../assessment/letters.ts';
import { digitsFor } from '../language/digits.ts';
import type { LocalizedText } from '../language/localized-text.ts';

const NUMBERS = Array.from({ length: 101 }, (_, n): [string, LocalizedText] => [`n${n}`, { en: String(n), km: digitsFor('km', n) }]);
const ANSWERS = Array.from({ length: 6 }, (_, at): [string, LocalizedText] => [`answer${at}`, { en: `Answer ${letterOf('en', at)}`, km: `ចម្លើយ ${letterOf('km', at)}` }]);

/**
 * What the app itself says aloud, each recorded once per site and language: states, the letters of answers, and
 * numbers, from which it puts together what is left and what a quiz came to.
 */
export const PHRASES: Readonly<Record<string, LocalizedText>> = {
  chooseOne: { en: 'Choose one.', km: 'សូមជ្រើសរើសមួយ។' },
  chooseMany: { en: 'Choose all that fit. Then press the button below them.', km: 'សូមជ្រើសរើសទាំងអស់ដែលត្រឹមត្រូវ រួចចុចប៊ូតុងខាងក្រោម។' },
  matchAll: {
    en: 'What belongs together? For each line choose what belongs to it. Then press the button below them.',
    km: 'អ្វីត្រូវគ្នាជាមួយអ្វី? សូមជ្រើសរើសចម្លើយឱ្យបន្ទាត់នីមួយៗ រួចចុចប៊ូតុងខាងក្រោម។',
  },
  orderAll: {
    en: 'Press the steps one after another, as they come. Then press the button below them.',
    km: 'សូមចុចជំហានម្តងមួយៗ តាមលំដាប់ រួចចុចប៊ូតុងខាងក្រោម។',
  },
  think: {
    en: 'Think about it, or say it to somebody. Then press the button below to hear what others say.',
    km: 'សូមគិត ឬនិយាយប្រាប់អ្នកណាម្នាក់ រួចចុចប៊ូតុងខាងក្រោម ដើម្បីស្តាប់ថាអ្នកដទៃនិយាយដូចម្តេច។',
  },
  right: { en: 'Right.', km: 'ត្រឹមត្រូវ។' },
  notQuite: { en: 'Not quite.', km: 'មិនទាន់ត្រូវទេ។' },
  allRight: { en: 'Right: those are the ones.', km: 'ត្រឹមត្រូវ គឺចម្លើយទាំងនេះហើយ។' },
  tryAgain: { en: 'Not all of it yet.', km: 'មិនទាន់ត្រូវទាំងអស់ទេ។' },
  onward: { en: 'Press the button below to go on.', km: 'សូមចុចប៊ូតុងខាងក្រោម ដើម្បីបន្ត។' },
  lessonEnd: { en: 'This is the end of the lesson. Press the button below when you have finished.', km: 'មេរៀនចប់ត្រឹមនេះ។ ពេលរៀនចប់ហើយ សូមចុចប៊ូតុងខាងក្រោម។' },
  passed: { en: 'Well done. The questions of this module are passed.', km: 'ល្អណាស់។ អ្នកបានឆ្លើយសំណួរនៃជំពូកនេះជាប់ហើយ។' },
  notYet: { en: 'Not yet. Try again as often as you wish.', km: 'មិនទាន់ជាប់ទេ។ អ្នកអាចសាកម្តងទៀតបានតាមចិត្ត។' },
  percent: { en: 'per cent', km: 'ភាគរយ' },
  place: { en: 'You are in module', km: 'អ្នកកំពុងរៀនជំពូកទី' },
  of: { en: 'of', km: 'ក្នុងចំណោម' },
  next: { en: 'Next comes:', km: 'បន្ទាប់គឺ៖' },
  quiz: { en: 'the questions on this module', km: 'សំណួរអំពីជំពូកនេះ' },
  allDone: { en: 'You have walked the whole path. Nothing is left to do.', km: 'អ្នកបានរៀនចប់ទាំងអស់ហើយ។ គ្មានអ្វីនៅសល់ទៀតទេ។' },
  ...Object.fromEntries(ANSWERS),
  ...Object.fromEntries(NUMBERS),
};
