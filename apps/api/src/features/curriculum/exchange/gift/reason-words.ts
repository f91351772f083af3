import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import type { GiftReason } from './read-gift.ts';

/** What is said of each question that could not be one here; its line and text stand beside it. */
export const GIFT_REASON_WORDS: Readonly<Record<GiftReason | 'not_fit', LocalizedText>> = {
  essay: { en: 'It asks for an answer in sentences. Here every question offers answers to choose from.', km: 'សំណួរនេះសុំឱ្យសរសេរចម្លើយជាប្រយោគ។ នៅទីនេះ សំណួរទាំងអស់មានចម្លើយឱ្យជ្រើសរើស។' },
  short_answer: { en: 'Its answer is typed. Here every question offers answers to choose from.', km: 'សំណួរនេះសុំឱ្យវាយចម្លើយ។ នៅទីនេះ សំណួរទាំងអស់មានចម្លើយឱ្យជ្រើសរើស។' },
  numeric: { en: 'Its answer is a number. Here every question offers answers to choose from.', km: 'ចម្លើយនៃសំណួរនេះជាលេខ។ នៅទីនេះ សំណួរទាំងអស់មានចម្លើយឱ្យជ្រើសរើស។' },
  cloze: { en: 'It has several blanks. Please make a question of each.', km: 'សំណួរនេះមានចន្លោះច្រើន។ សូមធ្វើសំណួរមួយ សម្រាប់ចន្លោះនីមួយៗ។' },
  description: { en: 'It is a text without answers.', km: 'នេះជាអត្ថបទដែលគ្មានចម្លើយ។' },
  any_of: { en: 'Several answers are right, and any one of them is enough. Please say which one is right.', km: 'មានចម្លើយត្រូវច្រើន ហើយជ្រើសរើសមួយណាក៏បាន។ សូមប្រាប់ថា ចម្លើយមួយណាត្រូវ។' },
  no_right: { en: 'No answer is right.', km: 'គ្មានចម្លើយណាមួយត្រូវទេ។' },
  all_right: { en: 'Every answer is right.', km: 'ចម្លើយទាំងអស់ត្រូវតែម្តង។' },
  too_few: { en: 'It has fewer answers than a question of this kind needs.', km: 'សំណួរនេះមានចម្លើយតិចពេក សម្រាប់សំណួរប្រភេទនេះ។' },
  too_many: { en: 'It has more answers than fit on a phone.', km: 'សំណួរនេះមានចម្លើយច្រើនពេក មិនល្មមនឹងអេក្រង់ទូរស័ព្ទ។' },
  empty: { en: 'A text of it is empty.', km: 'ក្នុងសំណួរនេះ មានអត្ថបទមួយនៅទទេ។' },
  syntax: { en: 'It is not written in the form that Moodle calls GIFT. Please look for a missing brace or sign.', km: 'សំណួរនេះមិនបានសរសេរតាមទម្រង់ GIFT របស់ Moodle ទេ។ សូមពិនិត្យមើល ប្រហែលខ្វះសញ្ញាណាមួយ។' },
  not_fit: { en: 'There is no room for it in this quiz, or a text of it is too long.', km: 'ក្នុងសំណួរទាំងនេះគ្មានកន្លែងទៀតទេ ឬអត្ថបទរបស់សំណួរនេះវែងពេក។' },
};
