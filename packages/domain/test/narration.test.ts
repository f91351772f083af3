import { describe, expect, it } from '@jest/globals';
import type { Block } from '../src/curriculum/block.ts';
import type { Clip, Clips, NarrationLeaf } from '../src/curriculum/clip.ts';
import type { Contact } from '../src/curriculum/contact.ts';
import type { LessonLeaf, QuizLeaf } from '../src/curriculum/leaf.ts';
import { heardContact, numbersHold, partsOf, spokenText } from '../src/curriculum/narration.ts';
import { publish } from '../src/curriculum/publish.ts';
import { LANGUAGES, sha256, smallCourse, SOURCES } from '../src/testing/course.ts';

const clip = (text: string, change: Partial<Clip> = {}): Clip => ({ media: sha256(`sound of ${text}`), bytes: 1000, ms: 500, type: 'audio/ogg', source: sha256(text), ...change });
const choice = (id: string) => ({ id, text: `Choice ${id}`, good: true, outcome: `Outcome ${id}` });
const lesson = (blocks: Block<string>[]): LessonLeaf => ({ kind: 'lesson', id: 'l1', lang: 'en', title: 'Title', minutes: 5, draft: false, blocks, sources: {} });
const told = (blocks: Block<string>[]) => partsOf(lesson(blocks)).slice(1).map(({ key, text, aside }) => `${key}${aside ? ' aside' : ''}: ${text}`);

describe('the parts of a lesson (SPEC N1)', () => {
  it('are its title and its blocks, each text under a stable key', () => {
    expect(partsOf(lesson([{ id: 'b1', type: 'story', text: 'A moment' }]))).toEqual([
      { key: ':title', text: 'Title', aside: false },
      { key: 'b1', text: 'A moment', aside: false },
    ]);
    expect(
      told([
        { id: 'b1', type: 'text', heading: 'Head', text: 'One.\n\nTwo.' },
        { id: 'b2', type: 'signs', heading: 'Signs', intro: 'Several', items: [{ id: 'a', text: 'First' }, { id: 'b', text: 'Second' }] },
        { id: 'b3', type: 'rights', heading: 'Rights', items: [{ id: 'a', text: 'Ask' }] },
        { id: 'b4', type: 'discussion', minutes: 5, group: 3, question: 'Why?', quiet: 'In silence.' },
        { id: 'b5', type: 'prayer', minutes: 5, topic: 'For all', leader: 'One person', note: 'No names' },
        { id: 'b6', type: 'passage', reference: 'Luke 10:25-37', text: 'Retold' },
        { id: 'b7', type: 'callout', kind: 'care', text: 'Care' },
        { id: 'b8', type: 'contacts', intro: 'Numbers' },
        { id: 'b9', type: 'home', text: 'Home' },
      ]),
    ).toEqual([
      'b1: Head One. Two.',
      'b2: Signs Several',
      'b2.a: First',
      'b2.b: Second',
      'b3: Rights',
      'b3.a: Ask',
      'b4: Why? In silence.',
      'b5: For all One person No names',
      'b6: Retold',
      'b7: Care',
      'b8: Numbers',
      'b9: Home',
    ]);
  });

  it('of choices are the choices, and aside what follows from each', () => {
    expect(
      told([
        { id: 'b1', type: 'scenario', heading: 'Scene', step: { text: 'What now?', choices: [{ ...choice('o'), step: { text: 'And then?', choices: [choice('x')] } }, choice('b')] } },
        { id: 'b2', type: 'report', heading: 'Practice', intro: 'Made up', steps: [{ id: 's', ask: 'Where?', choices: [choice('a')] }] },
      ]),
    ).toEqual([
      'b1: Scene What now?',
      'b1.o: Choice o',
      'b1.o:outcome aside: Outcome o',
      'b1.o:step aside: And then?',
      'b1.o.x aside: Choice x',
      'b1.o.x:outcome aside: Outcome x',
      'b1.b: Choice b',
      'b1.b:outcome aside: Outcome b',
      'b2: Practice Made up',
      'b2.s: Where?',
      'b2.s.a: Choice a',
      'b2.s.a:outcome aside: Outcome a',
    ]);
  });

  it('of a later version’s block are not known', () => {
    expect(told([{ id: 'x', type: 'hologram' } as unknown as Block<string>])).toEqual([]);
  });
});

it('the parts of a quiz are its questions, options and, aside, what is said to each', () => {
  const leaf: QuizLeaf = {
    kind: 'quiz', id: 'q', lang: 'en', passMark: 80, draft: false,
    items: [{ id: 'h4', type: 'single', question: 'Which?', options: [{ id: 'a', right: true, text: 'This', feedback: 'Yes' }] }],
  };
  expect(partsOf(leaf)).toEqual([
    { key: 'h4', text: 'Which?', aside: false },
    { key: 'h4.a', text: 'This', aside: false },
    { key: 'h4.a:why', text: 'Yes', aside: true },
  ]);
});

describe('a text as it is spoken (SPEC N2)', () => {
  it.each([
    ['**Never** alone', 'Never alone'],
    ['One.\n\nTwo', 'One. Two'],
    ['ក្រុម\u200bជំនុំ', 'ក្រុមជំនុំ'],
    ['e\u0301', '\u00e9'],
    ['Call {contact:aple}', 'Call {contact:aple}'],
  ])('%j is heard as %j', (text, heard) => {
    expect(spokenText(text)).toBe(heard);
  });
});

describe('publishing', () => {
  const recordings: Record<string, Clips> = {
    'l11 km': { ':title': clip('ខ្មែរ Title l11'), b1: clip('another text'), gone: clip('gone') },
    'q1 km': { i1: clip('ខ្មែរ Question 1') },
    'phrases km': { right: clip('ត្រឹមត្រូវ។') },
  };
  const published = (from: Record<string, Clips> = recordings) => publish(smallCourse(), LANGUAGES, SOURCES, sha256, (of, lang) => from[`${of} ${lang}`]);

  it('without narration gives the hashes of before there was any (golden; SPEC N1)', () => {
    const before = '3601eea92c0d8b9b6bcbfa72dd128a5ccdfcc8081f1ea1696aade809120aab55';
    expect(publish(smallCourse(), LANGUAGES, SOURCES, sha256).hash).toBe(before);
    expect(published({}).hash).toBe(before);
  });

  it('tells what is recorded, what is old and what is missing', () => {
    const { manifest, nodes } = published();
    const narration = manifest.modules[0]?.lessons[0]?.narration?.km;
    expect(narration).toMatchObject({ bytes: 2000, ms: 1000, stale: ['b1'], missing: ['b2', 'b3', 'b3.a', 'b3.a:outcome', 'b3.a:step', 'b3.b', 'b3.b:outcome', 'b4'] });
    expect(JSON.parse(nodes.get(narration?.hash ?? '') ?? '') as NarrationLeaf).toEqual({
      kind: 'narration', of: 'l11', lang: 'km', parts: { ':title': recordings['l11 km']?.[':title'], b1: recordings['l11 km']?.b1 },
    });
    expect(Object.keys(manifest.modules[0]?.lessons[0]?.narration ?? {})).toEqual(['km']);
    expect(manifest.modules[0]?.lessons[1]).not.toHaveProperty('narration');
    expect(manifest.modules[0]?.quiz.narration?.km).toMatchObject({ bytes: 1000, stale: [] });
    expect(manifest.phrases?.km).toMatchObject({ bytes: 1000, stale: [] });
  });

  it('a recording of a translation is as old as the translation: who listens is told what who reads is told', () => {
    const course = smallCourse();
    const [lesson] = course.modules[0]?.lessons ?? [];
    if (!lesson) throw new Error('no lesson');
    const clips: Clips = { ':title': clip('ខ្មែរ Title l11'), b1: clip('ខ្មែរ Story l11'), 'b3.a': clip('ខ្មែរ A'), 'b3.a:outcome': clip('ខ្មែរ Outcome A') };
    const stale = (things: string[]) => {
      lesson.stale = { km: things };
      return publish(course, LANGUAGES, SOURCES, sha256, (of, lang) => (of === 'l11' && lang === 'km' ? clips : undefined)).manifest.modules[0]?.lessons[0]?.narration?.km?.stale;
    };
    expect(stale([])).toEqual([]);
    expect(stale(['b3'])).toEqual(['b3.a', 'b3.a:outcome']);
    expect(stale([':title', 'b'])).toEqual([':title']);
  });

  it('an edit of a text costs its leaf and the manifest, not the narration', () => {
    const course = smallCourse();
    const [block] = course.modules[0]?.lessons[0]?.blocks ?? [];
    if (block?.type === 'story') block.text.km += ' more';
    const [before, after] = [published(), publish(course, LANGUAGES, SOURCES, sha256, (of, lang) => recordings[`${of} ${lang}`])];
    expect([...after.nodes.keys()].filter((hash) => !before.nodes.has(hash))).toHaveLength(2);
  });

  it('leaves out a recording of a number that does not say which one it speaks (SPEC N5)', () => {
    const b2 = clip('ខ្មែរ Call {contact:hotline-police}.');
    const heard = (one: Clip) => Object.keys((JSON.parse([...published({ 'l11 km': { b2: one } }).nodes.values()].find((text) => text.includes('"narration"') && text.includes('"parts"')) ?? '{"parts":{}}') as NarrationLeaf).parts);
    expect(heard(b2)).toEqual([]);
    expect(heard({ ...b2, numbers: { 'hotline-police': '1288' } })).toEqual(['b2']);
  });
});

describe('a number that has changed (SPEC N5)', () => {
  const contact = { id: 'aple', number: '092 311', name: { km: 'APLE', en: 'APLE' }, answers: { km: 'ឆ្លើយ', en: 'Answers' } } as unknown as Contact;

  it('is never heard again', () => {
    const spoken = clip('x', { numbers: { aple: '092 311' } });
    expect(numbersHold(spoken, [contact])).toBe(true);
    expect(numbersHold(spoken, [{ ...contact, number: '093 000' }])).toBe(false);
    expect(numbersHold(spoken, [])).toBe(false);
    expect(numbersHold(clip('x'), [])).toBe(true);
  });

  it('takes a contact’s own recording with it; other changes only mark it', () => {
    const en = clip('APLE. Answers 092 311', { numbers: { aple: '092 311' } });
    const heard = (change: Partial<Contact>) => heardContact({ ...contact, narration: { en }, ...change }, sha256).narration;
    expect(heard({})).toEqual({ en });
    expect(heard({ answers: { en: 'Somebody answers' } })).toEqual({ en: { ...en, stale: true } });
    expect(heard({ number: '093 000' })).toBeUndefined();
  });
});
