import { describe, expect, test } from '@jest/globals';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { getSchema } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document as Doc } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { EditorState } from '@tiptap/pm/state';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { type Term, termIndex, termsIn } from '@seek-justice/domain/curriculum/glossary.ts';
import type { ItemDraft } from '@seek-justice/domain/curriculum/draft.ts';
import { GlossedText } from '../src/features/authoring/glossary/glossed-text.tsx';
import { termMarks } from '../src/features/authoring/glossary/term-marks.ts';
import { findTerms } from '../src/features/authoring/glossary/term-list.tsx';
import { PrintQuiz } from '../src/features/authoring/print/print-quiz.tsx';
import { quizNotes } from '../src/features/authoring/quiz/quiz-notes.ts';
import { toEditor } from '../src/features/authoring/rich-text.ts';
import { HOTLINE, WordsIn } from './words-in.tsx';

const shown = (node: ReactNode): HTMLElement => render(<WordsIn lang="en">{node}</WordsIn>).container;
const LANGUAGES = ['en', 'km'];
const both = (en: string, km = 'សូមស្តាប់') => ({ en, km });
const option = (id: string, text: string, right = false) => ({ id, right, text: both(text, `ចម្លើយ${id}`), feedback: both(`Told ${id}`) });
const item = (id: string, more: Partial<ItemDraft> = {}): ItemDraft => ({ id, type: 'single', question: both(`Asked ${id}`, `សំណួរ${id}`), options: [option('a', 'Call now', true), option('b', 'Wait now')], ...more });
const EIGHT = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8'].map((id) => item(id));
const quiz = (items: ItemDraft[]): Document => ({ id: 'qqqqqq', kind: 'quiz', body: { source: 'en', passMark: 80, items }, bases: {} }) as unknown as Document;
const noted = (items: ItemDraft[]) => quizNotes(quiz(items), LANGUAGES).map(({ thing, say, lang }) => [thing, say, lang]);

describe('what is to be thought about in a quiz', () => {
  test('is nothing where all is well', () => {
    expect(noted(EIGHT)).toEqual([]);
  });

  test('is said once at each item, and of the whole', () => {
    const bare = item('i1', { question: { en: 'Asked i1' }, options: [{ ...option('a', 'Call'), text: { en: 'Call' } }, { ...option('b', 'Wait') }] });
    expect(noted([bare, ...EIGHT.slice(1)])).toEqual([
      ['i1', 'problem.no_right_answer', null],
      // Two of its texts have no Khmer: one note.
      ['i1', 'advice.language_missing', 'km'],
    ]);
    expect(noted(EIGHT.slice(0, 7))).toEqual([[':self', 'problem.few_items', null]]);
    const long = EIGHT.map((one, at) => (at < 5 ? { ...one, options: [option('a', 'Call them now, quietly', true), option('b', 'Wait')] } : one));
    expect(noted(long)).toEqual([[':self', 'advice.longest_is_right', 'en'], ...['i1', 'i2', 'i3', 'i4', 'i5'].map((id) => [id, 'advice.longestHere', 'en'])]);
  });

  test('pairs and steps have no right ones to be marked', () => {
    const steps = item('i1', { type: 'ordering', options: ['One', 'Two', 'Three'].map((text, at) => ({ ...option('abc'.charAt(at), text), right: false })) });
    expect(noted([steps, ...EIGHT.slice(1)])).toEqual([]);
  });
});

const TERMS: Term[] = [{ id: 'police', words: { en: 'police', km: 'ប៉ូលីស' }, also: { en: ['officers'] }, note: { en: 'Colleagues.' } }];
const EN = termIndex(TERMS, 'en');
const title = (): string => 'ប៉ូលីស';

describe('agreed words', () => {
  test('are underlined in a text that is read, also in strong words and after them', () => {
    const text = 'Go to the **police now**, or ring {contact:hotline-police}.\n\nThe police\u200b listen.';
    const made = shown(<GlossedText text={text} terms={termsIn(text, EN)} title={title} />);
    expect([...made.querySelectorAll('.gloss')].map(({ textContent }) => textContent)).toEqual(['police', 'police']);
    expect([...made.querySelectorAll('strong')].map(({ textContent }) => textContent)[0]).toBe('police now');
    expect([...made.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual(['Go to the police now, or ring 1288.', 'The police\u200b listen.']);
  });

  test('are marked in the editor without a change of its text', () => {
    const schema = getSchema([Doc, Paragraph, Text, Bold]);
    const marks = termMarks(EN, title);
    const plugins = marks.config.addProseMirrorPlugins?.call({} as never) ?? [];
    const doc = schema.nodeFromJSON(toEditor('No.\n\nThe **police** and officers.', true));
    const state = EditorState.create({ doc, plugins });
    const found = (one: EditorState) => (plugins[0]!.props.decorations!.call(plugins[0]!, one) as any).find().map(({ from, to }: any) => one.doc.textBetween(from, to));
    expect(found(state)).toEqual(['police', 'officers']);
    const next = state.apply(state.tr.insertText('Police! ', 1));
    expect(found(next)).toEqual(['Police', 'police', 'officers']);
    expect(next.doc.textContent).toBe('Police! No.The police and officers.');
  });

  test('are found by any of their words, however they are spelt', () => {
    const terms = TERMS.map((term) => ({ ...term, also: term.also, version: 1, at: '', by: null }));
    expect(findTerms(terms, 'OFFICERS ប៉ូលិស')).toHaveLength(1);
    expect(findTerms(terms, 'colleagues widow')).toEqual([]);
    expect(findTerms(terms, '')).toHaveLength(1);
  });
});

describe('a form of a quiz on paper', () => {
  const printing = { languages: ['en'], version: 'v1', date: '2026-11-27', contacts: [HOTLINE], sources: [] };
  const formed = { id: 'qqqqqq', draft: [], passMark: 80, items: [item('i1', { form: 'a' }), item('i2', { form: 'b', twin: 'i1' }), item('i3')] };

  test('has its own questions and those of both', () => {
    const text = shown(<PrintQuiz quiz={formed} title={{}} form="b" {...printing} />).textContent;
    expect([text.includes('Asked i1'), text.includes('Asked i2'), text.includes('Asked i3'), text.includes('Form B')]).toEqual([false, true, true, true]);
  });

  test('to be filled in says nothing of what is right', () => {
    const paper = shown(<PrintQuiz quiz={formed} title={{}} form="a" blank {...printing} />);
    expect(paper.textContent).not.toMatch(/[Rr]ight|Told|Pass mark/);
    expect(paper.querySelectorAll('.fill')).toHaveLength(4);
  });

  test('shows steps in another order than the right one', () => {
    const steps = item('i1', { type: 'ordering', options: ['One', 'Two', 'Three'].map((text, at) => option('abc'.charAt(at), text, true)) });
    const paper = shown(<PrintQuiz quiz={{ ...formed, items: [steps] }} title={{}} blank {...printing} />);
    const order = [...paper.querySelectorAll('.to-fill li')].map(({ textContent }) => textContent);
    expect([...order].toSorted((one, other) => (one < other ? -1 : 1))).toEqual(['One', 'Three', 'Two']);
    expect(order).not.toEqual(['One', 'Two', 'Three']);
  });
});
