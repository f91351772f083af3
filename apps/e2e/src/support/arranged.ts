import type { Page } from 'playwright-core';
import type { Item } from '@seek-justice/domain/assessment/item.ts';
import type { ItemDraft } from '@seek-justice/domain/curriculum/draft.ts';
import type { Leaves, QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { quizLeaf } from '@seek-justice/domain/curriculum/publish.ts';
import { type Lang, LANGS } from './words.ts';

type Both = Record<Lang, string>;

const option = (id: string, text: Both, feedback: Both, more: { right?: boolean; match?: Both } = {}): ItemDraft['options'][number] => ({ id, right: true, text, feedback, ...more });

/** One question about a situation, one of pairs, one of steps. */
export const ARRANGED: readonly ItemDraft[] = [
  {
    id: 'plan',
    type: 'scenario',
    situation: {
      en: 'A girl of sixteen tells you after church that a woman whom she met online has found work for her across the border. She is to leave tomorrow and to tell nobody.',
      km: 'ក្រោយថ្វាយបង្គំ ក្មេងស្រីអាយុដប់ប្រាំមួយឆ្នាំម្នាក់ប្រាប់អ្នកថា ស្ត្រីម្នាក់ដែលនាងស្គាល់តាមអ៊ីនធឺណិត បានរកការងារឱ្យនាងនៅឆ្លងដែន។ នាងត្រូវចេញដំណើរនៅថ្ងៃស្អែក ហើយមិនត្រូវប្រាប់នរណាឡើយ។',
    },
    question: { en: 'What do you do first?', km: 'តើអ្នកធ្វើអ្វីមុនគេ?' },
    options: [
      option('a', { en: 'I listen, and stay with her while we call for advice.', km: 'ខ្ញុំស្តាប់ ហើយនៅជាមួយនាង ពេលយើងទូរស័ព្ទសុំយោបល់។' }, { en: 'She is not alone, and somebody who knows helps you.', km: 'នាងមិននៅម្នាក់ឯងទេ ហើយអ្នកមានចំណេះដឹងជួយអ្នក។' }),
      option('b', { en: 'I call the woman and ask who she is.', km: 'ខ្ញុំទូរស័ព្ទទៅស្ត្រីនោះ ហើយសួរថានាងជានរណា។' }, { en: 'That warns her, and puts the girl in danger.', km: 'នោះធ្វើឱ្យគេដឹងខ្លួន ហើយក្មេងស្រីមានគ្រោះថ្នាក់។' }, { right: false }),
    ],
  },
  {
    id: 'who',
    type: 'matching',
    question: { en: 'Who does what?', km: 'តើអ្នកណាធ្វើអ្វី?' },
    options: [
      option('a', { en: 'The pastor', km: 'អ្នកគង្វាល' }, { en: 'Whoever is trusted listens first.', km: 'អ្នកដែលគេទុកចិត្ត ស្តាប់មុនគេ។' }, { match: { en: 'listens, and stays with the family', km: 'ស្តាប់ ហើយនៅជាមួយគ្រួសារ' } }),
      option('b', { en: 'The police', km: 'ប៉ូលីស' }, { en: 'To look into it is their duty, not yours.', km: 'ការស៊ើបអង្កេតជាកិច្ចការរបស់ប៉ូលីស មិនមែនរបស់អ្នកទេ។' }, { match: { en: 'write the report down and look into it', km: 'កត់ត្រាពាក្យរាយការណ៍ ហើយស៊ើបអង្កេត' } }),
      option('c', { en: 'A care organisation', km: 'អង្គការថែទាំ' }, { en: 'Its people know how to care for her.', km: 'បុគ្គលិកអង្គការចេះថែទាំនាង។' }, { match: { en: 'gives her a safe place to stay', km: 'ផ្តល់កន្លែងស្នាក់នៅដែលមានសុវត្ថិភាពដល់នាង' } }),
      option('d', { en: 'The neighbours', km: 'អ្នកជិតខាង' }, { en: 'Shame keeps people silent; a welcome lets them speak.', km: 'ភាពអាម៉ាស់ធ្វើឱ្យមនុស្សនៅស្ងៀម។ ការស្វាគមន៍ធ្វើឱ្យគេហ៊ាននិយាយ។' }, { match: { en: 'welcome her back without blame', km: 'ទទួលនាងមកវិញដោយមិនបន្ទោស' } }),
    ],
  },
  {
    id: 'steps',
    type: 'ordering',
    question: { en: 'Somebody tells you of a girl in danger. In what order do you act?', km: 'មានគេប្រាប់អ្នកអំពីក្មេងស្រីម្នាក់ដែលមានគ្រោះថ្នាក់។ តើអ្នកធ្វើតាមលំដាប់ណា?' },
    options: [
      option('a', { en: 'Listen calmly, without questioning.', km: 'ស្តាប់ដោយស្ងប់ស្ងៀម ដោយមិនសួរដេញដោល។' }, { en: 'Listening costs nothing and endangers nobody.', km: 'ការស្តាប់មិនអស់អ្វី ហើយមិនធ្វើឱ្យនរណាមានគ្រោះថ្នាក់ទេ។' }),
      option('b', { en: 'See whether anybody is in danger right now.', km: 'មើលថាតើមាននរណាមានគ្រោះថ្នាក់ភ្លាមៗឬទេ។' }, { en: 'Danger decides whom you call.', km: 'គ្រោះថ្នាក់ប្រាប់ថាត្រូវទូរស័ព្ទទៅនរណា។' }),
      option('c', { en: 'Call the police or a helpline.', km: 'ទូរស័ព្ទទៅប៉ូលីស ឬលេខជំនួយ។' }, { en: 'They act; you have told them what you know.', km: 'ពួកគេចាត់ការ។ អ្នកបានប្រាប់អ្វីដែលអ្នកដឹងហើយ។' }),
      option('d', { en: 'Stay with the family and pray with them.', km: 'នៅជាមួយគ្រួសារ ហើយអធិស្ឋានជាមួយពួកគេ។' }, { en: 'Afterwards they need you for a long time.', km: 'ក្រោយមក ពួកគេត្រូវការអ្នកយូរ។' }),
    ],
  },
];

const leafOf = (id: string, lang: Lang): QuizLeaf => quizLeaf({ id, passMark: 80, draft: [lang], items: [...ARRANGED] }, lang);

/** The same as somebody is asked them in one language. */
export const arrangedItems = (lang: Lang): Item[] => leafOf('', lang).items;

/** Gives a page these questions in the place of those that are published, in both languages. */
export async function askArranged(page: Page, leaves: Leaves, quiz: string): Promise<void> {
  for (const lang of LANGS) {
    await page.route(`**/api/snapshots/${leaves[lang]?.hash}`, (route) => route.fulfill({ json: leafOf(quiz, lang) }));
  }
}
