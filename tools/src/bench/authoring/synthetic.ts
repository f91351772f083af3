import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { Desk } from './desk.ts';

const KHMER = 'សូមស្តាប់ដោយចិត្តអត់ធ្មត់ កុំសួរដេញដោល ហើយកុំសន្យាអ្វីដែលបងប្អូនធ្វើមិនបាន។ បើមានគ្រោះថ្នាក់ សូមហៅទៅលេខជំនួយភ្លាម។';
const ENGLISH = 'Listen with patience, do not question, and promise nothing that you cannot do. If somebody is in danger, call a help number at once.';

const both = (km: string, en: string) => ({ km, en });
/** Digits in a row would be taken for a number to call, written out. */
export const letters = (id: string): string => id.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
/** `b` and five digits: an id as authors' own tools make them. */
export const idOf = (letter: string, n: number): string => `${letter}${String(n).padStart(5, '0')}`;

/** A lesson of `count` blocks in both languages: every fourth is a list of signs, the others are texts. */
export function lessonEdits(count: number, name: string): Edit[] {
  const blocks = Array.from({ length: count }, (_, at): Edit => {
    const id = idOf('b', at);
    const thing: { id: string } & Record<string, Json> =
      at % 4 === 3
        ? {
            id,
            type: 'signs',
            heading: both(`សញ្ញា ${at}`, `Signs ${at}`),
            items: [0, 1, 2].map((n) => ({ id: idOf('i', n), text: both(`${KHMER} ${n}`, `${ENGLISH} ${n}`) })),
          }
        : { id, type: 'text', text: both(`${KHMER} ${at}`, `${ENGLISH} ${at}`) };
    return { op: 'add', path: ['blocks'], thing, after: at === 0 ? null : idOf('b', at - 1) };
  });
  return [
    { op: 'set', path: ['title'], lang: 'en', was: null, value: `A lesson, ${letters(name)}` },
    { op: 'set', path: ['title'], lang: 'km', was: null, value: 'មេរៀនសម្រាប់អ្នកជិតខាង' },
    ...blocks,
  ];
}

/** Questions of a module: one of two answers, in both languages. */
export function quizEdits(name: string): Edit[] {
  const options = [true, false].map((right, at) => ({
    id: idOf('o', at),
    right,
    text: both(right ? 'ហៅទៅលេខជំនួយភ្លាម' : 'ទៅតាមមើលរថយន្តនោះ', right ? 'Call a help number' : 'Follow the car'),
    feedback: both('លេខជំនួយមានអ្នកឆ្លើយ។', 'Somebody answers there.'),
  }));
  return [0, 1, 2, 3, 4, 5, 6, 7].map((n) => ({
    op: 'add',
    path: ['items'],
    after: n === 0 ? null : idOf('q', n - 1),
    thing: { id: idOf('q', n), type: 'single', question: both(`តើបងប្អូនធ្វើអ្វីមុនគេ? ${n}`, `What do you do first? ${letters(name)} ${n}`), options },
  }));
}

/** Writes a course of modules with ten lessons each, everything in both languages. @returns the ids of its lessons. */
export async function writeCourse(desk: Desk, course: string, lessons: number, blocks: number): Promise<string[]> {
  await desk.begin('course', course, null);
  await desk.edit(course, [
    { op: 'set', path: ['title'], lang: 'en', was: null, value: 'A large course' },
    { op: 'set', path: ['title'], lang: 'km', was: null, value: 'វគ្គធំ' },
  ]);
  const ids: string[] = [];
  for (let at = 0; at < lessons; at += 1) {
    const module = idOf('m', Math.floor(at / 10));
    if (at % 10 === 0) {
      await desk.begin('module', module, course);
      await desk.edit(module, [
        { op: 'set', path: ['title'], lang: 'en', was: null, value: `A module of ten lessons, ${letters(module)}` },
        { op: 'set', path: ['title'], lang: 'km', was: null, value: 'ជំពូកសម្រាប់អ្នកជិតខាង' },
        { op: 'set', path: ['summary'], lang: 'en', was: null, value: ENGLISH },
        { op: 'set', path: ['summary'], lang: 'km', was: null, value: KHMER },
      ]);
      const quiz = idOf('k', Math.floor(at / 10));
      await desk.begin('quiz', quiz, module);
      await desk.edit(quiz, quizEdits(module));
    }
    const lesson = idOf('l', at);
    await desk.begin('lesson', lesson, module);
    await desk.edit(lesson, lessonEdits(blocks, lesson));
    ids.push(lesson);
  }
  return ids;
}
