import { describe, expect, it } from '@jest/globals';
import type { Block } from '../src/curriculum/block.ts';
import { blockFaults } from '../src/curriculum/block-check.ts';
import { courseProblems } from '../src/curriculum/check.ts';
import type { CourseDraft } from '../src/curriculum/draft.ts';
import { BLOCK_FORMS } from '../src/curriculum/form.ts';
import type { LessonLeaf } from '../src/curriculum/leaf.ts';
import { mediaIn } from '../src/curriculum/media.ts';
import { partsOf } from '../src/curriculum/narration.ts';
import { publish } from '../src/curriculum/publish.ts';
import { curriculumSchemas } from '../src/curriculum/schema.ts';
import type { LocalizedText } from '../src/language/localized-text.ts';
import { LANGUAGES, sha256, smallCourse, SOURCES } from '../src/testing/course.ts';
import { everyBlockLesson } from '../src/testing/every-block.ts';
import { FILES } from '../src/testing/newer-blocks.ts';

const contacts = ['hotline-police', 'hotline-child', 'aple'].map((id) => ({ id }));

function courseOf(lesson = everyBlockLesson()): CourseDraft {
  const course = smallCourse();
  return { ...course, modules: course.modules.slice(0, 1).map((module) => ({ ...module, lessons: [lesson] })) };
}

function leafIn(lang: string, lesson = everyBlockLesson()): LessonLeaf {
  const { manifest, nodes } = publish(courseOf(lesson), LANGUAGES, SOURCES, sha256);
  return JSON.parse(nodes.get(manifest.modules[0]?.lessons[0]?.leaves[lang]?.hash ?? '') ?? '') as LessonLeaf;
}

/** A block of the lesson, changed; members that are set to undefined are gone, as in a draft. */
function changed(type: string, change: object): Block<LocalizedText> {
  return { ...everyBlockLesson().blocks.find((block) => block.type === type), ...change } as Block<LocalizedText>;
}

describe('the lesson with every block', () => {
  it('has each type once, fits the schema, and may be published', () => {
    const lesson = everyBlockLesson();
    expect(lesson.blocks.map(({ type }) => type).sort()).toEqual(Object.keys(BLOCK_FORMS).sort());
    expect(curriculumSchemas(LANGUAGES).lesson.parse(lesson)).toEqual(lesson);
    expect(courseProblems(courseOf(), contacts, SOURCES).filter(({ where }) => where.includes('every1'))).toEqual([]);
  });

  it.each(LANGUAGES)('is published in %s without what the leader or the officer has in hand (SPEC C4, C9)', (lang) => {
    const leaf = leafIn(lang);
    const text = JSON.stringify(leaf);
    expect(text).not.toMatch(/"notes"|Why did nothing|រឿងមុន|Speak of no case|Say who you are/);
    const officer = leaf.blocks.find((block) => block.type === 'officer');
    expect(officer?.type === 'officer' && officer.questions.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('changes no leaf when a question changes that is not shared (SPEC C9)', () => {
    const lesson = everyBlockLesson();
    const officer = lesson.blocks.find((block) => block.type === 'officer');
    if (officer?.type !== 'officer') throw new Error('no officer');
    officer.questions[2]!.answer = { en: 'Other words', km: 'ពាក្យផ្សេង' };
    expect(leafIn('en', lesson)).toEqual(leafIn('en'));
  });

  it('names its files, the smaller ones too', () => {
    expect(mediaIn(leafIn('km').blocks)).toEqual([
      { hash: FILES.picture, type: 'image/webp', bytes: 48_200 },
      { hash: FILES.smallPicture, type: 'image/webp', bytes: 15_900 },
      { hash: FILES.sound, type: 'audio/ogg', bytes: 182_300 },
      { hash: FILES.film, type: 'video/mp4', bytes: 4_400_000 },
    ]);
  });

  it('is read aloud part by part (SPEC N1)', () => {
    const parts = partsOf(leafIn('en')).map(({ key, text, aside }) => `${key}${aside ? ' aside' : ''}: ${text}`);
    const of = (id: string) => parts.filter((part) => new RegExp(`^${id}[.: ]`).test(part));
    expect(of('image')).toEqual(['image: A wooden church beside a rice field. Two bicycles stand by it. A place where people trust each other.']);
    expect(of('audio')).toEqual(['audio: A pastor tells of his first call']);
    expect(of('video').map((part) => part.slice(0, 35))).toEqual(['video: How the police take a report', 'video:said aside: An officer greets']);
    expect(of('roleplay').map((part) => part.split(':', 1)[0])).toEqual(['roleplay', 'roleplay.a', 'roleplay.b', 'roleplay.c', 'roleplay']);
    expect(of('roleplay')[1]).toBe('roleplay.a: A visitor You are friendly and in a hurry.');
    expect(of('roleplay')[4]).toBe('roleplay:after: Which question changed something?');
    expect(of('officer').slice(3)).toEqual(['officer.b: Do I have to pay?', 'officer.b:outcome aside: No. A report costs nothing anywhere.']);
    expect(of('promise')[0]).toBe('promise: What our unit promises The provincial unit');
    expect(of('ladder')[2]).toBe('ladder.b: Call the helpline for children: {contact:hotline-child} Is somebody hurt, or afraid to go home?');
    expect(of('poll').map((part) => part.split(' ', 1)[0])).toEqual(['poll:', 'poll.a:', 'poll.b:', 'poll.c:', 'poll:after:']);
  });
});

describe('what stands in the way of a block (SPEC C10)', () => {
  const faults = (block: Parameters<typeof blockFaults>[0]): string[] => blockFaults(block).map(({ code, field }) => `${code} ${field}`);
  const file = { hash: FILES.picture, type: 'image/webp', bytes: 10, width: 4, height: 3 };

  it.each([
    ['image', { media: undefined }, ['picture_missing media']],
    ['audio', { media: undefined }, ['sound_missing media']],
    ['video', { media: undefined }, ['film_missing media']],
    ['image', { media: { ...file, width: undefined } }, ['file_size_unknown media']],
    ['image', { media: { ...file, sources: [{ ...file, hash: 'short' }] } }, ['file_damaged media']],
    ['image', { media: { ...file, type: 'video/mp4' } }, ['file_kind media']],
    ['image', { alt: undefined }, ['no_description alt']],
    ['image', { consent: undefined }, ['consent_unsaid consent']],
    ['image', { consent: 'recorded', caption: undefined }, []],
    ['audio', { media: { hash: FILES.sound, type: 'audio/ogg', bytes: 10 } }, ['file_length_unknown media']],
    ['video', { transcript: undefined }, ['no_transcript transcript']],
    ['promise', { by: undefined }, ['nobody_promises by']],
    ['promise', { date: '' }, ['promise_undated date']],
    ['promise', { date: '2026-02-30' }, ['promise_undated date']],
    ['promise', { reviewBy: undefined }, ['review_undated reviewBy']],
    ['promise', { reviewBy: '2026-11-02' }, ['review_before_promise reviewBy']],
    ['promise', { reviewBy: '2026-11-03' }, ['review_before_promise reviewBy']],
    ['promise', { reviewBy: '2026-11-04' }, []],
    ['ladder', { steps: [{ id: 'a', text: { en: 'Call {contact:aple}', km: 'ហៅ {contact:aple}' } }] }, ['ladder_short steps']],
    ['ladder', { steps: ['a', 'b'].map((id) => ({ id, text: { en: 'Wait', km: 'រង់ចាំ' } })) }, ['ladder_without_number steps']],
    ['officer', { notes: undefined }, ['officer_wordless notes']],
    ['officer', { replacement: undefined, questions: [] }, ['no_replacement replacement']],
  ])('%s %j: %j', (type, change, problems) => {
    expect(faults(changed(type, change))).toEqual(problems);
  });

  it('a ladder whose last step leads on', () => {
    const ladder = changed('ladder', {});
    if (ladder.type !== 'ladder') throw new Error('no ladder');
    ladder.steps.at(-1)!.otherwise = { en: 'And then?', km: 'ហើយបន្ទាប់មក?' };
    expect(faults(ladder)).toEqual(['ladder_leads_on steps/d/otherwise']);
  });

  it('a picture whose words are missing in a language', () => {
    const lesson = everyBlockLesson();
    lesson.blocks = [changed('image', { alt: { en: 'A church' } })];
    expect(courseProblems(courseOf(lesson), contacts, SOURCES)).toContainEqual({ where: 'c1/modules/m1/lessons/every1/blocks/image/alt', problem: 'a language is missing', code: 'untranslated' });
  });
});
