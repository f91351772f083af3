/** Synthetic people for `npm run demo`, benches and tests. Names are common ones put together by number; nobody is meant. */
export interface DemoPerson {
  login: string;
  name: string;
  roles: string[];
  province: string | null;
  commune: string | null;
  church: string | null;
  gender: 'woman' | 'man' | 'not-said';
  ageBand: '18-29' | '30-44' | '45-59' | '60+' | 'not-said';
  staff: boolean;
  /** What a reviewer may sign off. */
  competences: string[];
  /** How far this person is: nothing, some lessons, or a whole module. */
  begun: 'no' | 'lessons' | 'module';
}

export const DEMO_PASSWORD = 'demo-demo-demo';
export const DEMO_PIN = '123456';

const FAMILY = ['សុខ', 'ចាន់', 'ហេង', 'លី', 'កែវ', 'ឈឹម', 'អ៊ុំ', 'ទេព', 'នួន', 'ប៉ែន', 'មាស', 'យិន', 'រស់', 'វ៉ាន់', 'ស៊ិន'];
const GIVEN = ['សុភាព', 'ដារ៉ា', 'ចាន់ថា', 'ស្រីមុំ', 'វិចិត្រ', 'បូផា', 'សំណាង', 'រតនា', 'ពិសិដ្ឋ', 'ម៉ារី', 'សុវណ្ណ', 'កល្យាណ', 'វាសនា'];
const PROVINCES = ['battambang', 'siem-reap', 'kampong-thom'];
const COMMUNES = ['ព្រែកនរិន្ទ', 'ស្វាយប៉ោ', 'អូរចារ', 'រតនៈ', 'ចំការសំរោង', 'ជ្រាវ', 'សំបួរ'];
const CHURCHES = 20;
const AGES = ['30-44', '45-59', '60+', '18-29', 'not-said'] as const;

/** Staff of the demo by the name before `@example.org`. */
const STAFF: [login: string, name: string, roles: string[]][] = [
  ['coordinator', 'ហ៊ុន សុជាតា', ['coordinator']],
  ['author', 'Demo Author', ['author']],
  ['reviewer', 'Demo Reviewer', ['reviewer']],
  ['trainer', 'ប្រាក់ សុផល', ['trainer']],
  ['police', 'Demo Officer', ['police']],
  ['safeguarding', 'Demo Safeguarding', ['safeguarding']],
  ['evaluator', 'Demo Evaluator', ['evaluator']],
];

function pick<T>(from: readonly T[], index: number): T {
  return from[index % from.length] as T;
}

/** Learner `DEMO-0001` … `DEMO-0200`: pastors in three provinces and twenty churches, from 0181 on police. */
function learner(number: number): DemoPerson {
  const police = number > 180;
  const church = (number - 1) % CHURCHES;
  return {
    login: `DEMO-${String(number).padStart(4, '0')}`,
    name: `${pick(FAMILY, number * 7)} ${pick(GIVEN, number * 5 + Math.floor(number / 13))}`,
    roles: [police ? 'police' : 'pastor'],
    province: police ? pick(PROVINCES, number) : pick(PROVINCES, church),
    commune: police ? null : pick(COMMUNES, church),
    church: police ? null : `ក្រុមជំនុំ${pick(COMMUNES, church)} ${Math.floor(church / COMMUNES.length) + 1}`,
    gender: number % 3 === 0 ? 'woman' : 'man',
    ageBand: pick(AGES, number),
    staff: false,
    competences: [],
    begun: number <= 32 || police ? 'no' : number % 4 === 0 ? 'module' : number % 4 === 1 ? 'lessons' : 'no',
  };
}

/** Everybody of the demo. */
export function demoPeople(): DemoPerson[] {
  const staff = STAFF.map(
    ([login, name, roles]): DemoPerson => ({
      login: `${login}@example.org`,
      name,
      roles,
      province: null,
      commune: null,
      church: null,
      gender: 'not-said',
      ageBand: 'not-said',
      staff: true,
      competences: roles.includes('reviewer') ? ['law', 'safety', 'scripture', 'lang:km', 'lang:en'] : [],
      begun: 'no',
    }),
  );
  return [...staff, ...Array.from({ length: 200 }, (_, index) => learner(index + 1))];
}
