import type { LessonDraft } from '../curriculum/draft.ts';

const good = (id: string) => ({
  id,
  good: true,
  text: { en: 'Call and ask for help', km: 'ទូរស័ព្ទសុំជំនួយ' },
  outcome: { en: 'People who know what to do take over.', km: 'អ្នកដែលចេះដោះស្រាយ ទទួលបន្តពីលោកអ្នក។' },
});
const poor = (id: string) => ({
  id,
  good: false,
  text: { en: 'Question the girl alone', km: 'សួរក្មេងស្រីតែម្នាក់ឯង' },
  outcome: { en: 'She has to tell it twice: that is hard.', km: 'នាងត្រូវនិយាយពីរដង ហើយលើកទីពីរលំបាកជាង។' },
});

/** Words, practice and talk. */
export function olderBlocks(): LessonDraft['blocks'] {
  return [
    {
      id: 'story',
      type: 'story',
      text: { en: 'A grandmother has had no news of her granddaughter for a month.', km: 'ជីដូនម្នាក់នៅក្នុងភូមិ មិនបានទទួលដំណឹងអ្វីពីចៅស្រីរបស់គាត់ អស់រយៈពេលមួយខែមកហើយ។' },
      notes: { en: 'Read slowly, then wait a moment.', km: 'សូមអានយឺតៗ រួចរង់ចាំបន្តិច។' },
    },
    {
      id: 'text',
      type: 'text',
      heading: { en: 'One sign is not enough', km: 'សញ្ញាមួយមិនគ្រប់គ្រាន់ទេ' },
      text: { en: 'Look at several signs **together**. You need no proof to ask for advice.', km: 'សូមពិនិត្យមើលសញ្ញាច្រើន **រួមគ្នា**។ លោកអ្នកមិនចាំបាច់មានភស្តុតាងទេ ទើបអាចសុំយោបល់ពីគេបាន។' },
    },
    {
      id: 'passage',
      type: 'passage',
      reference: 'Luke 10:25-37',
      text: { en: 'A man lies hurt beside the road. Two pass by. A stranger stops, and cares for him.', km: 'បុរសម្នាក់ដេករបួសនៅក្បែរផ្លូវ។ មនុស្សពីរនាក់ឃើញហើយដើរហួសទៅ។ ជនបរទេសម្នាក់ឈប់ ហើយថែទាំគាត់។' },
      tags: ['scripture'],
    },
    { id: 'callout', type: 'callout', kind: 'remember', text: { en: 'You are a neighbour, not an investigator.', km: 'លោកអ្នកជាអ្នកជិតខាង មិនមែនជាអ្នកស៊ើបអង្កេតទេ។' } },
    {
      id: 'signs',
      type: 'signs',
      heading: { en: 'What neighbours may notice', km: 'អ្វីដែលអ្នកជិតខាងអាចសង្កេតឃើញ' },
      intro: { en: 'Each can be harmless by itself.', km: 'សញ្ញានីមួយៗ អាចគ្មានគ្រោះថ្នាក់ទេ បើមានតែមួយ។' },
      items: [
        { id: 'a', text: { en: 'Somebody else holds her papers.', km: 'អ្នកផ្សេងកាន់ឯកសាររបស់នាង។' } },
        { id: 'b', text: { en: 'She never comes out alone.', km: 'នាងមិនដែលចេញមកតែម្នាក់ឯងទេ។' } },
      ],
    },
    {
      id: 'scenario',
      type: 'scenario',
      heading: { en: 'A girl at the market', km: 'ក្មេងស្រីម្នាក់នៅផ្សារ' },
      step: {
        text: { en: 'She looks afraid of a man. What do you do?', km: 'នាងមើលទៅហាក់ដូចជាខ្លាចបុរសម្នាក់នៅក្បែរនាង។ តើលោកអ្នកគួរធ្វើអ្វី?' },
        choices: [{ ...good('a'), step: { text: { en: 'They ask where you are. And then?', km: 'គេសួរថាលោកអ្នកនៅឯណា។ ហើយបន្ទាប់មក?' }, choices: [good('x'), poor('y')] } }, poor('b')],
      },
    },
    {
      id: 'discussion',
      type: 'discussion',
      minutes: 8,
      group: 3,
      question: { en: 'Whom would people here tell first?', km: 'តើអ្នកភូមិនៅទីនេះនឹងប្រាប់នរណាមុនគេ?' },
      quiet: { en: 'You may also think about it in silence.', km: 'លោកអ្នកក៏អាចគិតដោយស្ងៀមស្ងាត់បានដែរ។' },
    },
    {
      id: 'prayer',
      type: 'prayer',
      minutes: 5,
      topic: { en: 'For children, police and those who harm', km: 'សម្រាប់កុមារ ប៉ូលីស និងអ្នកធ្វើអំពើអាក្រក់' },
      leader: { en: 'One person from each table', km: 'ម្នាក់ពីតុនីមួយៗ' },
      note: { en: 'No names and no places are spoken.', km: 'កុំនិយាយឈ្មោះ ឬទីកន្លែង។' },
    },
    {
      id: 'report',
      type: 'report',
      heading: { en: 'A report about a made-up case', km: 'របាយការណ៍អំពីរឿងប្រឌិត' },
      intro: { en: 'Choose what you would say by telephone.', km: 'សូមជ្រើសអ្វីដែលលោកអ្នកនឹងនិយាយតាមទូរស័ព្ទ។' },
      steps: [{ id: 's', ask: { en: 'What do you say first?', km: 'តើលោកអ្នកនិយាយអ្វីមុនគេ?' }, choices: [good('a'), poor('b')] }],
    },
    {
      id: 'rights',
      type: 'rights',
      heading: { en: 'You may ask for this', km: 'លោកអ្នកអាចទាមទារ' },
      items: [
        { id: 'a', text: { en: 'A copy of your report', km: 'ច្បាប់ចម្លងនៃរបាយការណ៍' } },
        { id: 'b', text: { en: 'The name of the officer', km: 'ឈ្មោះមន្ត្រីទទួលបន្ទុក' } },
      ],
      sources: ['law'],
      tags: ['law'],
    },
    { id: 'contacts', type: 'contacts', intro: { en: 'Numbers to call for help:', km: 'លេខទូរស័ព្ទសម្រាប់សុំជំនួយ៖' } },
    { id: 'home', type: 'home', text: { en: 'Learn {contact:hotline-police} by heart this week.', km: 'សប្តាហ៍នេះ សូមទន្ទេញ {contact:hotline-police} ឲ្យចាំ។' } },
  ];
}
