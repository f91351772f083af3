import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import type { ProblemCode } from '@seek-justice/contracts/problem.ts';

/** What each problem says to the person who meets it: what happened and what to do, without blame. */
export const PROBLEM_WORDS: Record<ProblemCode, LocalizedText> = {
  bad_request: {
    en: 'This could not be read. Please check what was filled in and send it again.',
    km: 'អានអ្វីដែលផ្ញើមកមិនបានទេ។ សូមពិនិត្យមើលអ្វីដែលបានបំពេញ រួចផ្ញើម្តងទៀត។',
  },
  bad_origin: {
    en: 'This came from another page. Please open these lessons again and try once more.',
    km: 'អ្វីដែលផ្ញើនេះ មកពីទំព័រផ្សេង។ សូមបើកមេរៀនទាំងនេះឡើងវិញ ហើយសាកម្តងទៀត។',
  },
  sign_in_failed: {
    en: 'The code or the PIN does not match. Please look at the card and try again.',
    km: 'លេខកូដ ឬលេខសម្ងាត់មិនត្រូវទេ។ សូមមើលកាត ហើយសាកម្តងទៀត។',
  },
  sign_in_first: {
    en: 'Please sign in first.',
    km: 'សូមចូលគណនីជាមុនសិន។',
  },
  sign_in_off: {
    en: 'Signing in is off here, because this address is not protected (https). Reading works.',
    km: 'នៅទីនេះចូលគណនីមិនបានទេ ព្រោះអាសយដ្ឋាននេះគ្មានការការពារ (https)។ តែអានមេរៀនបាន។',
  },
  ticket_expired: {
    en: 'That took a little too long. Please enter the code of the card again.',
    km: 'ហួសពេលបន្តិចហើយ។ សូមបញ្ចូលលេខកូដលើកាតម្តងទៀត។',
  },
  pin_form: {
    en: 'A PIN has six digits.',
    km: 'លេខសម្ងាត់ត្រូវមាន ៦ ខ្ទង់។',
  },
  password_short: {
    en: 'The password needs at least 12 characters.',
    km: 'ពាក្យសម្ងាត់ត្រូវមានយ៉ាងតិច ១២ តួអក្សរ។',
  },
  invitation_used: {
    en: 'This link was used already or is too old. Please ask for a new one.',
    km: 'តំណនេះមានគេប្រើរួចហើយ ឬចាស់ពេក។ សូមសុំតំណថ្មី។',
  },
  email_taken: {
    en: 'Somebody signs in with this e-mail address already.',
    km: 'មានអ្នកផ្សេងចូលដោយប្រើអ៊ីមែលនេះរួចហើយ។',
  },
  not_allowed: {
    en: 'This part is not open to your account.',
    km: 'ផ្នែកនេះមិនបើកសម្រាប់គណនីរបស់លោកអ្នកទេ។',
  },
  not_found: {
    en: 'There is nothing here. Perhaps it was moved.',
    km: 'រកមិនឃើញអ្វីនៅទីនេះទេ។ ប្រហែលគេបានប្តូរទៅកន្លែងផ្សេងហើយ។',
  },
  too_large: {
    en: 'This is too large to be sent at once.',
    km: 'ទំហំធំពេក មិនអាចផ្ញើម្តងបានទេ។',
  },
  feed_reset: {
    en: 'The list was set up anew. It has to be read again from the start.',
    km: 'បញ្ជីនេះបានរៀបចំជាថ្មី។ ត្រូវអានម្តងទៀតពីដើម។',
  },
  cursor_unknown: {
    en: 'The place to read on from was not understood. Please start from the beginning.',
    km: 'មិនដឹងថាត្រូវអានបន្តពីត្រង់ណាទេ។ សូមចាប់ផ្តើមពីដើម។',
  },
  database_down: {
    en: 'The store of answers cannot be reached just now. Nothing is lost; please try again in a minute.',
    km: 'ពេលនេះមិនអាចទាក់ទងកន្លែងរក្សាទុកចម្លើយបានទេ។ គ្មានអ្វីបាត់បង់ឡើយ សូមសាកម្តងទៀតក្រោយមួយនាទី។',
  },
  unexpected: {
    en: 'Something went wrong on our side. Nothing that was confirmed is lost. Please try again.',
    km: 'មានបញ្ហានៅខាងយើង។ អ្វីដែលបានបញ្ជាក់ថាទទួលហើយ មិនបាត់បង់ទេ។ សូមសាកម្តងទៀត។',
  },
};
