import { describe, expect, test } from '@jest/globals';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { LessonDraft } from '@seek-justice/domain/curriculum/draft.ts';
import { slidesOf } from '@seek-justice/domain/curriculum/slides.ts';
import { smallCourse, SOURCES } from '@seek-justice/domain/testing/course.ts';
import { everyBlockLesson } from '@seek-justice/domain/testing/every-block.ts';
import { PrintLesson } from '../src/features/authoring/print/print-lesson.tsx';
import { PrintModule } from '../src/features/authoring/print/print-module.tsx';
import { SlideView } from '../src/features/authoring/slides/slide-view.tsx';
import en from '../src/i18n/author/en.json';
import km from '../src/i18n/author/km.json';
import { HOTLINE, WordsIn } from './words-in.tsx';

const shown = (node: ReactNode): HTMLElement => render(<WordsIn lang="en">{node}</WordsIn>).container;
const plain = (element: Element): string => element.textContent.replaceAll('\u200b', '');
const [module] = smallCourse().modules;
const lesson = module?.lessons[0] as LessonDraft;
const slideOf = (id: string) => slidesOf(lesson).find((slide) => slide.id === id)!;

describe('a slide', () => {
  test('in two languages shows the first before the second, and the number as it stands today', () => {
    const care = shown(<SlideView slide={slideOf('b2')} languages={['km', 'en']} contacts={[HOTLINE]} />);
    expect([...care.querySelectorAll('.content > .first, .content > .second')].map(plain)).toEqual(['ខ្មែរ Call ១២៨៨.', 'Call 1288.']);
    expect(plain(care.querySelector('.step-out')!)).toContain('You may step out');
  });

  test('in one language holds nothing of the other', () => {
    const step = shown(<SlideView slide={slideOf('b3')} languages={['en']} contacts={[]} />);
    expect(plain(step)).not.toMatch(/[\u1780-\u17dd]/);
    expect([...step.querySelectorAll('.points li')].map(plain)).toEqual(['AA', 'BB']);
  });
});

describe('a printed module', () => {
  const printing = { version: () => 'a1b2', date: '2026-11-27', contacts: [HOTLINE], sources: SOURCES, heard: () => ({}) };

  test('says on every sheet what it is, when and which version, and sets two languages side by side', () => {
    const paper = shown(<PrintModule module={module!} languages={['km', 'en']} {...printing} />);
    expect([...paper.querySelectorAll('th[lang="en"]')].map(plain)).toEqual([
      'Module · Module 1 · 2026-11-27 · Version a1b2',
      'Lesson · Title l11 · 2026-11-27 · Version a1b2',
      'Lesson · Title l12 · 2026-11-27 · Version a1b2',
      'Quiz · Module 1 · 2026-11-27 · Version a1b2',
    ]);
    expect([...paper.querySelectorAll('tbody tr')].every((row) => row.children.length === 2)).toBe(true);
  });

  test('leaves out no text of a block, and none of its sources', () => {
    const paper = plain(shown(<PrintModule module={module!} languages={['en']} {...printing} />));
    expect(['Story l11', 'Outcome A', 'Then', 'Outcome B', 'Luke 10:25-37'.replace('-', '–'), 'Retold', 'Whispered', 'The law', 'Feedback a'].filter((text) => !paper.includes(text))).toEqual([]);
  });
});

describe('the author words', () => {
  const holes = (text: string): string[] => (text.match(/\{\{\w+/g) ?? []).sort();

  test('exist in both languages with the same places for values', () => {
    const khmer: Record<string, string> = km;
    const keys = Object.keys(en).filter((key) => !key.endsWith('_one'));
    expect(Object.keys(km).sort()).toEqual(keys.sort());
    expect(Object.entries(en).filter(([key, text]) => key in khmer && String(holes(text)) !== String(holes(khmer[key]!)))).toEqual([]);
  });

  test('Khmer words are Khmer', () => {
    expect(Object.entries(km).filter(([, text]) => /[A-Za-z0-9]|\u17d2(?![\u1780-\u17a2])/.test(text.replace(/\{\{\w+\}\}/g, '')))).toEqual([]);
  });
});

describe('what a group does together', () => {
  const every = everyBlockLesson();
  const slides = (type: string, languages: string[]) => slidesOf(every).filter((slide) => slide.type === type).map((slide) => shown(<SlideView slide={slide} languages={languages} contacts={[HOTLINE]} />));
  const items = (element: Element | undefined, of: string): string[] => [...(element?.querySelectorAll(of) ?? [])].map(plain);

  test('is on the wall a role a card, a step a number, an answer a letter, a promise with its days', () => {
    expect(items(slides('roleplay', ['en'])[1], '.cards li')).toEqual(['A visitorYou are friendly and in a hurry.', 'A motherYou need money, yet you are uneasy.', 'A neighbourYou ask calmly: who, where, since when.']);
    expect(items(slides('ladder', ['km'])[1], '.rungs li > b')).toEqual(['១', '២']);
    expect(items(slides('ladder', ['en'])[1], '.rung-on')).toEqual(['Nobody answers?', 'Is somebody hurt, or afraid to go home?']);
    expect(items(slides('poll', ['km'])[0], '.points li > b')).toEqual(['ក', 'ខ', 'គ']);
    expect(items(slides('promise', ['en'])[0], '.days > *')).toEqual(['Given on 3 November 2026', 'Looked at again by 3 May 2027']);
    expect(items(slides('promise', ['km', 'en'])[0], '.by > *')).toEqual(['អង្គភាពប្រចាំខេត្ត', 'The provincial unit']);
  });

  test('is on paper with everything that was written, the officer’s own part too, and each role on its card', () => {
    const paper = shown(<PrintLesson lesson={every} languages={['en']} version="a" date="2026-11-27" contacts={[HOTLINE]} sources={[]} heard={{}} />);
    expect(items(paper, '.role-card')).toHaveLength(3);
    const text = plain(paper);
    const wanted = ['It is evening.', 'Which question changed something?', 'Why did nothing come of the last case?', 'Not read out; only if it is asked.', 'Say who you are', 'When no officer comes', 'Given on 3 November 2026', 'Nobody answers?', 'Would they rather not go?', 'Fear of revenge', 'My hand shook'];
    expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
  });
});
