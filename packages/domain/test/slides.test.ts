import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Block } from '../src/curriculum/block.ts';
import type { LessonDraft } from '../src/curriculum/draft.ts';
import { slidesOf } from '../src/curriculum/slides.ts';
import type { LocalizedText } from '../src/language/localized-text.ts';
import { sentencesOf, splitText } from '../src/language/sentences.ts';
import { withWordBreaks } from '../src/language/word-breaks.ts';
import { smallCourse } from '../src/testing/course.ts';
import { everyBlockLesson } from '../src/testing/every-block.ts';
import { khmerText } from '../src/testing/khmer.ts';

const same = (text: string): LocalizedText => ({ en: text, km: text });
const lesson = (...blocks: Block<LocalizedText>[]): LessonDraft => ({ id: 'l', title: same('Title'), minutes: 10, draft: [], blocks });
const idsOf = (draft: LessonDraft): string[] => slidesOf(draft).map(({ id }) => id);
const visible = (text: string): string => text.replace(/\s/g, '');

describe('slides of a lesson', () => {
  test('stand in reading order: a step with its choices, each outcome, the step that follows from it', () => {
    const first = smallCourse().modules[0]?.lessons[0];
    expect(first && idsOf(first)).toEqual(['~title', 'b1', 'b2', 'b3', 'b3.a', 'b3.a+', 'b3.b', 'b4']);
  });

  test('never show what is for the leader', () => {
    const first = smallCourse().modules[0]?.lessons[0];
    expect(JSON.stringify(first && slidesOf(first))).not.toContain('Whispered');
  });

  test('take four short points each; a long one stands alone and keeps its number', () => {
    const items = ['one', 'two', 'three', 'four', 'five', 'x'.repeat(61), 'seven'].map((text, at) => ({ id: `i${at + 1}`, text: same(text) }));
    const slides = slidesOf(lesson({ id: 's', type: 'signs', heading: same('Signs'), items }));
    expect(slides.map(({ points }) => points?.map(({ n }) => n))).toEqual([undefined, [1, 2, 3, 4], [5], [6], [7]]);
    expect(idsOf(lesson({ id: 's', type: 'signs', heading: same('Signs'), items }))).toEqual(['~title', 's.i1', 's.i5', 's.i6', 's.i7']);
  });

  test('give a practised report its introduction, then each question with its outcomes', () => {
    const choices = ['a', 'b'].map((id) => ({ id, text: same(id), good: id === 'a', outcome: same(`Then ${id}`) }));
    const report: Block<LocalizedText> = { id: 'r', type: 'report', heading: same('Report'), intro: same('Made up.'), steps: [{ id: 's1', ask: same('Where?'), choices }] };
    expect(idsOf(lesson(report))).toEqual(['~title', 'r', 'r.s1', 'r.s1.a', 'r.s1.b']);
  });

  test('lose no text of a block that this build does not know, and none of its notes come out', () => {
    const strange = { id: 'h', type: 'hologram', scene: { say: same('Shown') }, parts: [{ id: 'p', text: same('Also') }], notes: same('Hidden') };
    const slides = slidesOf(lesson(strange as unknown as Block<LocalizedText>));
    expect(slides.slice(1).map(({ id, text }) => [id, text?.en])).toEqual([['h', 'Shown'], ['h.2', 'Also']]);
  });

  test('part a long text at the ends of sentences, alike in both languages', () => {
    const en = 'A man offers work far away. He asks for the papers of the girl. He wants an answer tonight. Her mother calls the pastor of the village.';
    const km = 'បុរសម្នាក់ផ្តល់ការងារនៅឆ្ងាយ។ គាត់សុំឯកសាររបស់ក្មេងស្រី។ គាត់ចង់បានចម្លើយយប់នេះ។ ម្តាយរបស់នាងទូរស័ព្ទទៅគ្រូគង្វាលក្នុងភូមិ៕';
    expect(splitText({ en, km }, 80)).toEqual([
      { en: 'A man offers work far away. He asks for the papers of the girl.', km: 'បុរសម្នាក់ផ្តល់ការងារនៅឆ្ងាយ។ គាត់សុំឯកសាររបស់ក្មេងស្រី។' },
      { en: 'He wants an answer tonight. Her mother calls the pastor of the village.', km: 'គាត់ចង់បានចម្លើយយប់នេះ។ ម្តាយរបស់នាងទូរស័ព្ទទៅគ្រូគង្វាលក្នុងភូមិ៕' },
    ]);
  });
});

describe('slides of what a group does together', () => {
  const every = slidesOf(everyBlockLesson());
  const of = (type: string) => every.filter((slide) => slide.type === type);

  test('a role-play: the scene with its minutes, the roles as cards, what is talked of afterwards', () => {
    const [scene, roles, after] = of('roleplay');
    expect(of('roleplay').map(({ id, part }) => [id, part])).toEqual([['roleplay', undefined], ['roleplay.a', undefined], ['roleplay.after', 'after']]);
    expect([scene?.minutes, scene?.text?.en?.startsWith('It is evening.'), roles?.roles?.map(({ name }) => name.en), after?.text?.en]).toEqual([10, true, ['A visitor', 'A mother', 'A neighbour'], 'Which question changed something?']);
  });

  test('roles that say much share no slide', () => {
    const roles = ['a', 'b'].map((id) => ({ id, name: same(id), task: same('x'.repeat(150)) }));
    expect(idsOf(lesson({ id: 'r', type: 'roleplay', heading: same('Play'), minutes: 5, scene: same('Once.'), roles, after: same('Well?') }))).toEqual(['~title', 'r', 'r.a', 'r.b', 'r.after']);
  });

  test('an officer: who speaks, what is read when none comes, and the questions that are everybody’s; never notes or the others', () => {
    expect(of('officer').map(({ id, heading, part }) => [id, heading?.en, part])).toEqual([
      ['officer', 'What happens after a report', undefined],
      ['officer.instead', 'What happens after a report', 'instead'],
      ['officer.a', 'Will the police really come?', undefined],
      ['officer.b', 'Do I have to pay?', undefined],
    ]);
    expect(JSON.stringify(of('officer'))).not.toMatch(/last case|Say who you are/);
  });

  test('a promise: each point, by whom, since when and until when', () => {
    expect(of('promise').map(({ points, promised }) => [points?.length, promised?.by.en, promised?.date, promised?.reviewBy])).toEqual([[3, 'The provincial unit', '2026-11-03', '2027-05-03']]);
  });

  test('a ladder: numbered steps, and what leads on from each but the last', () => {
    expect(of('ladder').map(({ id, points }) => [id, points?.map(({ n, otherwise }) => [n, otherwise === null ? 'nobody' : otherwise?.en])])).toEqual([
      ['ladder', undefined],
      ['ladder.a', [[1, 'nobody'], [2, 'Is somebody hurt, or afraid to go home?']]],
      ['ladder.c', [[3, 'Would they rather not go?'], [4, undefined]]],
    ]);
  });

  test('a poll: its answers on one slide with the question', () => {
    expect(of('poll').map(({ id, choose, points, part }) => [id, choose, points?.length, part])).toEqual([['poll', true, 3, undefined], ['poll.after', undefined, undefined, 'after']]);
  });
});

describe('sentences', () => {
  test('end neither within marked-up words, nor in a decimal, nor within “and so on”', () => {
    expect(sentencesOf('**Do not go. Do not post.** Call 1.5 hours later. Wait')).toEqual(['**Do not go. Do not post.** ', 'Call 1.5 hours later. ', 'Wait']);
    expect(sentencesOf('ផ្ទះ សាលា ។ល។ ចប់៕')).toEqual(['ផ្ទះ សាលា ។ល។ ', 'ចប់៕']);
  });

  test('that begin with an empty paragraph have no empty piece', () => {
    const long = `${'ក'.repeat(11)}។`;
    expect(splitText({ km: `\n\n${long}កក` }, 12)).toEqual([{ km: long }, { km: 'កក' }]);
  });

  test('pieces of any text hold all of it, and none is empty', () => {
    const text = fc.array(fc.oneof(khmerText, fc.constantFrom('។ ', '. ', '៕', '**', '\n\n', 'yes'))).map((parts) => parts.join('')).filter((joined) => joined.trim() !== '');
    fc.assert(
      fc.property(text, (km) => {
        const pieces = splitText({ km }, 12).map((piece) => piece.km ?? '');
        expect(visible(pieces.join(''))).toBe(visible(km));
        expect(pieces.filter((piece) => piece.trim() === '')).toEqual([]);
      }),
    );
  });
});

describe('word breaks', () => {
  const shown = (text: string): string => withWordBreaks(text).replaceAll('\u200b', '|');

  test('stand between Khmer words and nowhere else', () => {
    expect(shown('ខ្ញុំទៅសាលារៀន with Dara 24/7')).toBe('ខ្ញុំ|ទៅ|សាលារៀន with Dara 24/7');
    expect(shown('សូមហៅប៉ូលីស។')).toBe('សូម|ហៅ|ប៉ូលីស។');
  });

  test('that an author typed are the only ones in their run', () => {
    expect(shown('ខ្ញុំទៅ\u200bសាលារៀន ខ្ញុំទៅ')).toBe('ខ្ញុំទៅ|សាលារៀន ខ្ញុំ|ទៅ');
  });

  test('change nothing that is seen, and stand before no sign that hangs on a letter', () => {
    fc.assert(
      fc.property(khmerText, (text) => {
        const plain = text.replaceAll('\u200b', '');
        const broken = withWordBreaks(plain);
        expect(broken.replaceAll('\u200b', '')).toBe(plain);
        expect(broken).not.toMatch(/\u200b[\u17b4-\u17d3\u17dd]|\u17d2\u200b/);
        expect(withWordBreaks(broken).replaceAll('\u200b', '')).toBe(plain);
      }),
    );
  });
});
