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
  join_unknown: {
    en: 'No group has this code. Please look at the code again, or ask whoever gave it to you.',
    km: 'គ្មានក្រុមណាប្រើលេខកូដនេះទេ។ សូមមើលលេខកូដម្តងទៀត ឬសួរអ្នកដែលបានឱ្យលេខកូដនេះ។',
  },
  join_closed: {
    en: 'This group takes nobody new just now. Please ask whoever gave you the code.',
    km: 'ពេលនេះក្រុមនេះមិនទទួលអ្នកថ្មីទេ។ សូមសួរអ្នកដែលបានឱ្យលេខកូដនេះ។',
  },
  profile_taken: {
    en: 'This profile belongs to somebody else already. Please begin again with the code.',
    km: 'ទម្រង់នេះជារបស់អ្នកផ្សេងរួចហើយ។ សូមចាប់ផ្តើមម្តងទៀតដោយប្រើលេខកូដ។',
  },
  not_allowed: {
    en: 'This part is not open to your account.',
    km: 'ផ្នែកនេះមិនបើកសម្រាប់គណនីរបស់លោកអ្នកទេ។',
  },
  not_found: {
    en: 'There is nothing here. Perhaps it was moved.',
    km: 'រកមិនឃើញអ្វីនៅទីនេះទេ។ ប្រហែលគេបានប្តូរទៅកន្លែងផ្សេងហើយ។',
  },
  contact_moved_on: {
    en: 'Somebody else has changed this number meanwhile. Please look at it as it stands now.',
    km: 'មានអ្នកផ្សេងទើបនឹងកែលេខនេះ។ សូមមើលលេខនេះម្តងទៀត តាមដែលមាននៅពេលនេះ។',
  },
  contact_named: {
    en: 'Published lessons still name this number. Please change those lessons first.',
    km: 'មេរៀនដែលបានផ្សាយនៅតែប្រើលេខនេះ។ សូមកែមេរៀនទាំងនោះជាមុនសិន។',
  },
  contact_last: {
    en: 'This is the only number to call. Please add another one first.',
    km: 'នេះជាលេខជំនួយតែមួយគត់។ សូមបន្ថែមលេខមួយទៀតជាមុនសិន។',
  },
  draft_taken: {
    en: 'Something else has this id already. Please begin it again.',
    km: 'លេខសម្គាល់នេះមានអ្វីផ្សេងប្រើរួចហើយ។ សូមចាប់ផ្តើមវាម្តងទៀត។',
  },
  draft_moved_on: {
    en: 'The text has changed since you read it. Please look at it once more before you sign it off.',
    km: 'អត្ថបទបានប្រែប្រួល ក្រោយពេលលោកអ្នកអាន។ សូមមើលម្តងទៀត មុននឹងបញ្ជាក់។',
  },
  source_moved_on: {
    en: 'Somebody else has changed this source meanwhile. Please look at what stands there now, and write yours again.',
    km: 'មានអ្នកផ្សេងទើបនឹងកែប្រភពនេះ។ សូមមើលអ្វីដែលមាននៅទីនោះឥឡូវនេះ រួចសរសេរអ្វីដែលលោកអ្នកចង់កែម្តងទៀត។',
  },
  item_moved_on: {
    en: 'The question has changed since you read it. Please look at it once more before you put it aside.',
    km: 'សំណួរនេះបានប្រែប្រួល ក្រោយពេលលោកអ្នកអាន។ សូមមើលម្តងទៀត មុននឹងទុកវាដោយឡែក។',
  },
  quiz_full: {
    en: 'There is no room for one more question here.',
    km: 'នៅទីនេះ ដាក់សំណួរថែមទៀតមិនបានទេ។',
  },
  term_moved_on: {
    en: 'Somebody else has changed this word since you read it. Please look at it once more.',
    km: 'មានអ្នកផ្សេងកែពាក្យនេះ ក្រោយពេលលោកអ្នកអាន។ សូមមើលម្តងទៀត។',
  },
  term_incomplete: {
    en: 'Please write the word in every language.',
    km: 'សូមសរសេរពាក្យនេះឱ្យគ្រប់ភាសា។',
  },
  not_competent: {
    en: 'Your account does not sign this off. Please ask somebody who does.',
    km: 'គណនីរបស់លោកអ្នកមិនទទួលខុសត្រូវបញ្ជាក់ផ្នែកនេះទេ។ សូមសុំអ្នកដែលទទួលខុសត្រូវ។',
  },
  publish_stopped: {
    en: 'It cannot be published yet. The list says what is still in the way.',
    km: 'មិនទាន់ផ្សាយបានទេ។ បញ្ជីខាងក្រោមប្រាប់ថា នៅសល់អ្វីត្រូវធ្វើ។',
  },
  recall_unsaid: {
    en: 'A recall needs its lessons and a sentence for readers in every language.',
    km: 'ការដកមេរៀនវិញ ត្រូវប្រាប់ថាមេរៀនណា ហើយត្រូវមានប្រយោគមួយសម្រាប់អ្នកអាន គ្រប់ភាសា។',
  },
  nothing_to_translate: {
    en: 'Nothing here is translated into this language: it was written in it, or it is still empty.',
    km: 'នៅទីនេះគ្មានអ្វីត្រូវបកប្រែទៅភាសានេះទេ៖ អត្ថបទសរសេរជាភាសានេះស្រាប់ ឬនៅទទេ។',
  },
  packages_busy: {
    en: 'Other courses are being packed or opened just now. Please try again soon.',
    km: 'ពេលនេះប្រព័ន្ធកំពុងរៀបចំ ឬបើកកញ្ចប់វគ្គសិក្សាផ្សេងៗ។ សូមសាកម្តងទៀតបន្តិចក្រោយ។',
  },
  plan_changed: {
    en: 'Something has changed here since you looked at the file. Please look at it once more.',
    km: 'នៅទីនេះមានការប្រែប្រួល ក្រោយពេលលោកអ្នកមើលឯកសារ។ សូមមើលម្តងទៀត។',
  },
  too_large: {
    en: 'This is too large to be sent at once.',
    km: 'ទំហំធំពេក មិនអាចផ្ញើម្តងបានទេ។',
  },
  upload_gone: {
    en: 'This file is not here any more. Please choose it and send it again.',
    km: 'ឯកសារនេះមិននៅទីនេះទៀតទេ។ សូមជ្រើសរើសវា ហើយផ្ញើម្តងទៀត។',
  },
  upload_moved: {
    en: 'Another part of this file has arrived meanwhile. Sending goes on from there.',
    km: 'មានផ្នែកមួយទៀតនៃឯកសារនេះមកដល់ហើយ។ ការផ្ញើនឹងបន្តពីត្រង់នោះ។',
  },
  upload_unfinished: {
    en: 'The file has not arrived as a whole yet. Please wait until it is sent.',
    km: 'ឯកសារមិនទាន់មកដល់គ្រប់ទេ។ សូមរង់ចាំរហូតដល់ផ្ញើចប់។',
  },
  media_type: {
    en: 'This kind of file is not taken here. Pictures are JPEG, PNG, WebP, AVIF or GIF; sound is Opus, as this app records it (no MP3 or M4A); videos are MP4 (H.264), or WebM with Opus sound.',
    km: 'នៅទីនេះមិនទទួលឯកសារប្រភេទនេះទេ។ រូបភាពត្រូវជា JPEG, PNG, WebP, AVIF ឬ GIF។ សំឡេងត្រូវជា Opus ដូចដែលកម្មវិធីនេះថត (មិនមែន MP3 ឬ M4A)។ វីដេអូត្រូវជា MP4 (H.264) ឬ WebM ដែលសំឡេងជា Opus។',
  },
  media_spoilt: {
    en: 'This file cannot be opened: something in it is broken. Please make it again, or choose another one.',
    km: 'បើកឯកសារនេះមិនបានទេ ព្រោះមានអ្វីមួយក្នុងវាខូច។ សូមធ្វើវាម្តងទៀត ឬជ្រើសរើសឯកសារផ្សេង។',
  },
  media_large: {
    en: 'This file is too large to be taken. Please make it smaller or shorter first.',
    km: 'ឯកសារនេះធំពេក ទទួលមិនបានទេ។ សូមធ្វើឱ្យវាតូចជាង ឬខ្លីជាងនេះសិន។',
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
  store_full: {
    en: 'There is no room left here for new answers. What was confirmed is kept, and yours stays on your phone until there is room again.',
    km: 'នៅទីនេះអស់កន្លែងទទួលចម្លើយថ្មីហើយ។ អ្វីដែលបានបញ្ជាក់ថាទទួល នៅរក្សាទុក ហើយចម្លើយរបស់លោកអ្នកនៅក្នុងទូរស័ព្ទ រហូតដល់មានកន្លែងវិញ។',
  },
  unexpected: {
    en: 'Something went wrong on our side. Nothing that was confirmed is lost. Please try again.',
    km: 'មានបញ្ហានៅខាងយើង។ អ្វីដែលបានបញ្ជាក់ថាទទួលហើយ មិនបាត់បង់ទេ។ សូមសាកម្តងទៀត។',
  },
};
