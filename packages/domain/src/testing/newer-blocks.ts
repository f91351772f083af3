import type { LessonDraft } from '../curriculum/draft.ts';
import { sha256 } from './course.ts';

/** Hashes of the files that the blocks name; nobody has the files. */
export const FILES = { picture: sha256('picture'), smallPicture: sha256('small picture'), sound: sha256('sound'), film: sha256('film') } as const;

/** Pictures, recordings, and what a session is made of. */
export function newerBlocks(): LessonDraft['blocks'] {
  return [
    {
      id: 'image',
      type: 'image',
      media: {
        hash: FILES.picture,
        type: 'image/webp',
        bytes: 48_200,
        width: 1280,
        height: 800,
        sources: [{ hash: FILES.smallPicture, type: 'image/webp', bytes: 15_900, width: 640, height: 400 }],
      },
      alt: { en: 'A wooden church beside a rice field. Two bicycles stand by it.', km: 'ព្រះវិហារធ្វើពីឈើមួយនៅក្បែរវាលស្រែ។ មានកង់ពីរគ្រឿងឈរនៅខាងមុខព្រះវិហារនោះ។' },
      caption: { en: 'A place where people trust each other.', km: 'កន្លែងមួយដែលមនុស្សទុកចិត្តគ្នា' },
      consent: 'nobody',
    },
    {
      id: 'audio',
      type: 'audio',
      media: { hash: FILES.sound, type: 'audio/ogg', bytes: 182_300, ms: 95_000 },
      title: { en: 'A pastor tells of his first call', km: 'អ្នកគង្វាលម្នាក់រៀបរាប់ពីការទូរស័ព្ទលើកដំបូង' },
      transcript: {
        en: 'My hand shook when I dialled. A calm voice asked where I was.\n\nI said only what I had seen. Then I knew that I was not alone.', km: 'ដៃរបស់ខ្ញុំញ័រនៅពេលដែលខ្ញុំចុចលេខទូរស័ព្ទ។ សំឡេងស្ងប់ស្ងាត់មួយបានសួរខ្ញុំថា ខ្ញុំកំពុងនៅទីណា។\n\nខ្ញុំបានប្រាប់តែអ្វីដែលខ្ញុំបានឃើញផ្ទាល់ភ្នែក។ បន្ទាប់មក ខ្ញុំដឹងថាខ្ញុំមិននៅឯកាទៀតទេ។',
      },
    },
    {
      id: 'video',
      type: 'video',
      media: { hash: FILES.film, type: 'video/mp4', bytes: 4_400_000, width: 1280, height: 720, ms: 154_000 },
      title: { en: 'How the police take a report', km: 'របៀបដែលប៉ូលីសទទួលរបាយការណ៍' },
      transcript: {
        en: 'An officer greets a woman and offers her a chair. He says his name and what he writes down.\n\nShe may bring somebody. Nobody may ask for money.', km: 'មន្ត្រីម្នាក់ជម្រាបសួរស្ត្រីម្នាក់ ហើយអញ្ជើញគាត់អង្គុយលើកៅអី។ លោកប្រាប់ឈ្មោះរបស់លោក និងប្រាប់ពីអ្វីដែលលោកកត់ត្រា។\n\nគាត់អាចនាំនរណាម្នាក់មកជាមួយបាន។ គ្មាននរណាម្នាក់អាចទារលុយពីគាត់បានឡើយ។',
      },
    },
    {
      id: 'roleplay',
      type: 'roleplay',
      heading: { en: 'The visitor with an offer of work', km: 'ភ្ញៀវដែលមកផ្តល់ការងារ' },
      minutes: 10,
      scene: {
        en: 'It is evening. A visitor tells a family of good work across the border. He wants an answer tonight.', km: 'នៅពេលល្ងាចក្នុងភូមិមួយ មានភ្ញៀវម្នាក់មកប្រាប់គ្រួសារមួយអំពីការងារល្អនៅឆ្លងព្រំដែន។ គាត់ចង់បានចម្លើយនៅក្នុងយប់នេះតែម្តង។',
      },
      roles: [
        {
          id: 'a',
          name: { en: 'A visitor', km: 'ភ្ញៀវម្នាក់' },
          task: { en: 'You are friendly and in a hurry.', km: 'លោកអ្នកនិយាយរាក់ទាក់ ហើយប្រញាប់ណាស់។' },
        },
        {
          id: 'b',
          name: { en: 'A mother', km: 'អ្នកម្តាយ' },
          task: { en: 'You need money, yet you are uneasy.', km: 'លោកអ្នកត្រូវការលុយ តែមិនស្រួលក្នុងចិត្ត។' },
        },
        {
          id: 'c',
          name: { en: 'A neighbour', km: 'អ្នកជិតខាង' },
          task: { en: 'You ask calmly: who, where, since when.', km: 'លោកអ្នកសួរដោយស្ងប់ស្ងាត់៖ នរណា នៅឯណា តាំងពីពេលណា។' },
        },
      ],
      after: { en: 'Which question changed something?', km: 'តើសំណួរណាបានធ្វើឲ្យមានអ្វីប្រែប្រួល?' },
      notes: { en: 'Nobody plays a child. Thank all when it is over.', km: 'កុំឲ្យនរណាម្នាក់ដើរតួជាកុមារ។ ពេលចប់ សូមអរគុណដល់អ្នកដែលបានដើរតួទាំងអស់។' },
    },
    {
      id: 'officer',
      type: 'officer',
      heading: { en: 'What happens after a report', km: 'អ្វីកើតឡើងក្រោយរាយការណ៍' },
      minutes: 15,
      questions: [
        {
          id: 'a',
          ask: { en: 'Will the police really come?', km: 'តើប៉ូលីសនឹងមកមែនទេ?' },
          answer: { en: 'The unit looks at each report. Whoever hears nothing calls {contact:hotline-police}.', km: 'អង្គភាពពិនិត្យមើលរបាយការណ៍នីមួយៗ។ បើលោកអ្នកមិនឮដំណឹងសោះ សូមហៅ {contact:hotline-police}។' },
          shared: true,
        },
        {
          id: 'b',
          ask: { en: 'Do I have to pay?', km: 'តើខ្ញុំត្រូវបង់លុយទេ?' },
          answer: { en: 'No. A report costs nothing anywhere.', km: 'ទេ។ ការរាយការណ៍មិនអស់លុយទេ ទោះនៅទីណាក៏ដោយ។' },
          shared: true,
        },
        {
          id: 'c',
          ask: { en: 'Why did nothing come of the last case?', km: 'ហេតុអ្វីបានជារឿងមុនគ្មានលទ្ធផល?' },
          answer: { en: 'Speak of no case. Listen afterwards.', km: 'កុំនិយាយពីរឿងណាមួយ។ ស្តាប់គាត់នៅពេលក្រោយ។' },
          shared: false,
        },
      ],
      replacement: {
        en: 'The unit reads your report and asks what is missing. Then it looks at the place. You may ask how far it has come.', km: 'អង្គភាពអានរបាយការណ៍របស់លោកអ្នក ហើយសួរអ្វីដែលនៅខ្វះ។ បន្ទាប់មក គេចុះទៅពិនិត្យមើលកន្លែងនោះ។ លោកអ្នកអាចសួរបានគ្រប់ពេលថា រឿងនេះបានដល់ណាហើយ។',
      },
      notes: { en: 'Say who you are and how you are reached. Tell of no real case.', km: 'សូមប្រាប់ថាលោកជានរណា ធ្វើការនៅទីណា និងអាចទាក់ទងបានដោយរបៀបណា។ សូមកុំនិយាយពីរឿងពិតណាមួយឡើយ។' },
    },
    {
      id: 'promise',
      type: 'promise',
      heading: { en: 'What our unit promises', km: 'ការសន្យារបស់អង្គភាពយើង' },
      by: { en: 'The provincial unit', km: 'អង្គភាពប្រចាំខេត្ត' },
      items: [
        { id: 'a', text: { en: 'We answer the phone by day and night.', km: 'យើងទទួលទូរស័ព្ទទាំងយប់ទាំងថ្ងៃ។' } },
        { id: 'b', text: { en: 'Within a day we tell you that your report has come.', km: 'ក្នុងមួយថ្ងៃ យើងប្រាប់ថារបាយការណ៍របស់លោកអ្នកបានមកដល់។' } },
        { id: 'c', text: { en: 'Nobody learns from us who has reported.', km: 'គ្មាននរណាដឹងពីយើងថានរណាបានរាយការណ៍ទេ។' } },
      ],
      date: '2026-11-03',
      reviewBy: '2027-05-03',
    },
    {
      id: 'ladder',
      type: 'ladder',
      heading: { en: 'When nobody answers', km: 'ពេលគ្មានអ្នកទទួលទូរស័ព្ទ' },
      intro: { en: 'Go on step by step. You may always try again.', km: 'សូមធ្វើតាមជំហានម្តងមួយៗ។ លោកអ្នកអាចសាកហៅម្តងទៀតបានជានិច្ច។' },
      steps: [
        { id: 'a', text: { en: 'Call the police hotline: {contact:hotline-police}', km: 'ហៅលេខប៉ូលីស៖ {contact:hotline-police}' } },
        {
          id: 'b',
          text: { en: 'Call the helpline for children: {contact:hotline-child}', km: 'ហៅលេខជំនួយកុមារ៖ {contact:hotline-child}' },
          otherwise: { en: 'Is somebody hurt, or afraid to go home?', km: 'មានអ្នករបួស ឬខ្លាចត្រឡប់ទៅផ្ទះមែនទេ?' },
        },
        {
          id: 'c',
          text: { en: 'Go with them to the health centre.', km: 'សូមជូនគាត់ទៅមណ្ឌលសុខភាព។' },
          otherwise: { en: 'Would they rather not go?', km: 'គាត់មិនចង់ទៅទេឬ?' },
        },
        { id: 'd', text: { en: 'An organisation takes your report: {contact:aple}', km: 'អង្គការមួយទទួលរបាយការណ៍របស់លោកអ្នក៖ {contact:aple}' } },
      ],
    },
    {
      id: 'poll',
      type: 'poll',
      question: { en: 'What would keep people from calling?', km: 'តើអ្វីដែលអាចធ្វើឲ្យអ្នកភូមិមិនហ៊ានទូរស័ព្ទ?' },
      options: [
        { id: 'a', text: { en: 'Fear of revenge', km: 'ខ្លាចគេសងសឹក' } },
        { id: 'b', text: { en: 'Not knowing the number', km: 'មិនស្គាល់លេខទូរស័ព្ទ' } },
        { id: 'c', text: { en: 'Shame before the neighbours', km: 'អៀនខ្មាសអ្នកជិតខាង' } },
      ],
      after: { en: 'A trusted neighbour makes it easier.', km: 'អ្នកជិតខាងដែលគេទុកចិត្ត ធ្វើឲ្យវាងាយជាងមុន។' },
    },
  ];
}
