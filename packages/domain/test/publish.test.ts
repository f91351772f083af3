import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CourseDraft, ItemDraft, LessonDraft } from '../src/curriculum/draft.ts';
import type { LessonLeaf, QuizLeaf } from '../src/curriculum/leaf.ts';
import { publish, type Snapshot } from '../src/curriculum/publish.ts';
import { canonical, type Json } from '../src/kernel/canonical.ts';
import { LANGUAGES, sha256, smallCourse, SOURCES } from '../src/testing/course.ts';
import { checkLaw } from '../src/testing/seeds.ts';

const published = (course: CourseDraft = smallCourse(), sources = SOURCES): Snapshot => publish(course, LANGUAGES, sources, sha256);
const edited = (edit: (course: CourseDraft) => void): Snapshot => {
  const course = smallCourse();
  edit(course);
  return published(course);
};
/** Hashes by place: `l11 km`, `q1 en`, … */
const leaves = ({ manifest }: Snapshot) =>
  new Map<string, string>(
    manifest.modules.flatMap((module) =>
      [...module.lessons, module.quiz].flatMap(({ id, leaves }) => Object.entries(leaves).map(([lang, { hash }]) => [`${id} ${lang}`, hash] as const)),
    ),
  );
const changed = (before: Snapshot, after: Snapshot) => [...leaves(after)].filter(([place, hash]) => leaves(before).get(place) !== hash).map(([place]) => place);
const lessonAt = (snapshot: Snapshot, place: string) => JSON.parse(snapshot.nodes.get(leaves(snapshot).get(place) ?? '') ?? 'null') as LessonLeaf;

const lessonOf = (course: CourseDraft, module: number, lesson: number) => course.modules[module]?.lessons[lesson] as LessonDraft;
const firstItem = (course: CourseDraft, module: number) => course.modules[module]?.quiz.items[0] as ItemDraft;

describe('a published course (SPEC C1, C2)', () => {
  const snapshot = published();

  it('has one leaf per lesson and quiz and language, and the manifest', () => {
    expect([...leaves(snapshot).keys()]).toEqual(['l11 km', 'l11 en', 'l12 km', 'l12 en', 'q1 km', 'q1 en', 'l21 km', 'l21 en', 'q2 km', 'q2 en']);
    // q1 and q2 differ by their id alone, so no two of the ten leaves are one; with the manifest there are eleven nodes.
    expect(snapshot.nodes.size).toBe(11);
    expect(snapshot.nodes.get(snapshot.hash)).toBe(canonical(snapshot.manifest as unknown as Json));
  });

  it('names every node by the hash of its canonical text, and tells its bytes', () => {
    for (const [hash, text] of snapshot.nodes) {
      expect(sha256(text)).toBe(hash);
      expect(canonical(JSON.parse(text) as Json)).toBe(text);
    }
    for (const module of snapshot.manifest.modules)
      for (const { leaves } of [...module.lessons, module.quiz])
        for (const { hash, bytes } of Object.values(leaves)) expect(bytes).toBe(Buffer.byteLength(snapshot.nodes.get(hash) ?? ''));
  });

  it('holds each text in its language alone', () => {
    expect(lessonAt(snapshot, 'l11 en')).toEqual({
      kind: 'lesson',
      id: 'l11',
      lang: 'en',
      title: 'Title l11',
      minutes: 10,
      draft: false,
      blocks: [
        { id: 'b1', type: 'story', text: 'Story l11' },
        { id: 'b2', type: 'callout', kind: 'care', text: 'Call {contact:hotline-police}.', sources: ['law'], tags: ['law'] },
        {
          id: 'b3',
          type: 'scenario',
          heading: 'Heading',
          step: {
            text: 'Step',
            choices: [
              { id: 'a', good: true, text: 'A', outcome: 'Outcome A', step: { text: 'Then', choices: [] } },
              { id: 'b', good: false, text: 'B', outcome: 'Outcome B' },
            ],
          },
        },
        { id: 'b4', type: 'passage', reference: 'Luke 10:25-37', text: 'Retold' },
      ],
      sources: { law: 'The law' },
    });
    const khmer = lessonAt(snapshot, 'l11 km');
    expect([khmer.title, khmer.draft, khmer.sources]).toEqual(['ខ្មែរ Title l11', true, { law: 'ច្បាប់' }]);
  });

  it('holds a quiz with its key', () => {
    const leaf = JSON.parse(snapshot.nodes.get(leaves(snapshot).get('q1 km') ?? '') ?? 'null') as QuizLeaf;
    expect(leaf).toMatchObject({ kind: 'quiz', id: 'q1', lang: 'km', passMark: 80, draft: false });
    expect(leaf.items[0]).toEqual({
      id: 'i1',
      type: 'single',
      question: 'ខ្មែរ Question 1',
      options: [
        { id: 'a', right: true, text: 'ខ្មែរ Option a', feedback: 'ខ្មែរ Feedback a' },
        { id: 'b', right: false, text: 'ខ្មែរ Option b', feedback: 'ខ្មែរ Feedback b' },
      ],
    });
  });

  it('tells in its manifest what a list needs', () => {
    expect(snapshot.manifest).toMatchObject({ kind: 'course', id: 'c1', audience: 'open', title: { en: 'Course' } });
    expect(snapshot.manifest.modules[1]).toMatchObject({ id: 'm2', lessons: [{ id: 'l21', minutes: 10 }], quiz: { id: 'q2', items: 10, passMark: 80 } });
  });
});

describe('equal drafts and small edits (SPEC C3)', () => {
  it('equal drafts have equal hashes, whatever the order of their members', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, turned(member)]))
          : value;
    expect(published(turned(smallCourse()) as CourseDraft).hash).toBe(published().hash);
    expect(published(smallCourse(), [...SOURCES].reverse()).hash).toBe(published().hash);
  });

  it('an edit in one lesson and language costs that leaf and the manifest', async () => {
    const before = published();
    await checkLaw(
      'publish',
      fc.property(fc.constantFrom('en', 'km'), fc.constantFrom([0, 0], [0, 1], [1, 0]), fc.string({ minLength: 1 }), (lang, [module, lesson], more) => {
        const after = edited((course) => {
          const [block] = course.modules[module as number]?.lessons[lesson as number]?.blocks ?? [];
          if (block?.type === 'story') block.text[lang] += more;
        });
        expect(changed(before, after)).toEqual([`l${(module as number) + 1}${(lesson as number) + 1} ${lang}`]);
        expect(after.hash).not.toBe(before.hash);
        expect([...after.nodes.keys()].filter((hash) => !before.nodes.has(hash))).toHaveLength(2);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['a quiz question', ['q1 en'], (course: CourseDraft) => void (firstItem(course, 0).question.en = 'New')],
    ['a right option', ['q2 km', 'q2 en'], (course: CourseDraft) => void Object.assign(firstItem(course, 1).options[1] ?? {}, { right: true })],
    ['a lesson’s title', ['l12 km'], (course: CourseDraft) => void (lessonOf(course, 0, 1).title.km = 'ថ្មី')],
    ['a review of the Khmer', ['l21 km'], (course: CourseDraft) => void (lessonOf(course, 1, 0).draft = [])],
    ['the course’s title', [], (course: CourseDraft) => void (course.title = { en: 'New', km: 'ថ្មី' })],
    ['the order of lessons', [], (course: CourseDraft) => void course.modules[0]?.lessons.reverse()],
    ['its audience', [], (course: CourseDraft) => void (course.audience = 'police')],
  ])('%s costs %j and the manifest', (_name, places, edit) => {
    const after = edited(edit);
    expect(changed(published(), after)).toEqual(places);
    expect(after.hash).not.toBe(published().hash);
  });
});

describe('a translation that is older than its source', () => {
  it('of a question is named in the leaf of its language alone; without one the quiz has the hash of before', () => {
    const after = edited((course) => void (course.modules[0]!.quiz.stale = { km: [firstItem(course, 0).id] }));
    expect(changed(published(), after)).toEqual(['q1 km']);
    expect(lessonAt(after, 'q1 km').stale).toEqual([firstItem(smallCourse(), 0).id]);
    expect(edited((course) => void (course.modules[0]!.quiz.stale = {})).hash).toBe(published().hash);
  });
});

describe('what is never published', () => {
  it('the leader’s notes: neither their words nor a trace of an edit in them (SPEC C4)', () => {
    const snapshot = published();
    for (const text of snapshot.nodes.values()) expect(text).not.toMatch(/Whispered|notes/);
    const after = edited((course) => {
      for (const block of course.modules[0]?.lessons[0]?.blocks ?? []) block.notes = { en: 'Other', km: 'ផ្សេង' };
    });
    expect(after.hash).toBe(snapshot.hash);
  });

  it('a number to call: the reference stays a reference (SPEC C5)', () => {
    const texts = [...published().nodes.values()];
    expect(texts.filter((text) => text.includes('{contact:hotline-police}'))).toHaveLength(6);
  });

  it('a source that no block names; the title of one that is named goes along (SPEC C6)', () => {
    const [law, unused] = SOURCES as [(typeof SOURCES)[0], (typeof SOURCES)[0]];
    expect(published(smallCourse(), [law]).hash).toBe(published().hash);
    expect(published(smallCourse(), [law, { ...unused, title: { en: 'x', km: 'y' } }]).hash).toBe(published().hash);
    expect(published(smallCourse(), [{ ...law, verifiedOn: '2026-11-22' }, unused]).hash).toBe(published().hash);
    const renamed = published(smallCourse(), [{ ...law, title: { en: 'The law of 2008', km: 'ច្បាប់' } }, unused]);
    expect(changed(published(), renamed)).toEqual(['l11 en', 'l12 en', 'l21 en']);
  });
});
