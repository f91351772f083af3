import { expect, it } from '@jest/globals';
import type { Document } from '../src/curriculum/authoring/document.ts';
import { documentsOf } from '../src/curriculum/authoring/documents-of.ts';
import { isDocument } from '../src/curriculum/authoring/is-document.ts';
import { LANGUAGES, smallCourse } from '../src/testing/course.ts';
import { everyBlockLesson } from '../src/testing/every-block.ts';

const course = smallCourse();
const documents = documentsOf({ ...course, modules: course.modules.map((module, at) => (at === 0 ? { ...module, lessons: [everyBlockLesson()] } : module)) }, LANGUAGES, 'en');
const [lesson] = documents.filter(({ kind }) => kind === 'lesson') as [Document<'lesson'>];
const changed = (change: (body: any) => void): Document => {
  const copy = structuredClone(lesson) as Document;
  change(copy.body);
  return copy;
};

it.each(documents.map((document) => [document.kind, document.id, document] as const))('a %s of this build is a document: %s', (_, __, document) => {
  expect(isDocument(document, LANGUAGES)).toBe(true);
});

it('pairs and steps that call themselves right are documents as well', () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, right: true, text: { en: id }, match: { en: `${id}!` }, feedback: {} }));
  const body = { source: 'en', passMark: 80, items: [{ id: 'q1', type: 'matching', question: { en: 'Which?' }, options }] };
  expect(isDocument({ kind: 'quiz', body, bases: {} }, LANGUAGES)).toBe(true);
});

it.each<[string, Document]>([
  ['a block of a kind that nobody knows', changed((body) => (body.blocks[0].type = 'unheard-of'))],
  ['a field that its form has not', changed((body) => (body.blocks[0].colour = 'red'))],
  ['a field that is missing', changed((body) => delete body.minutes)],
  ['a language that the site has not', changed((body) => (body.title.fr = 'Titre'))],
  ['a source language that the site has not', changed((body) => (body.source = 'fr'))],
  ['half a character', changed((body) => (body.title.en = '\ud800'))],
  ['a text that is none', changed((body) => (body.title = 'Title'))],
  ['two blocks of one id', changed((body) => body.blocks.push(body.blocks[0]))],
  ['no list of blocks', changed((body) => (body.blocks = {}))],
  ['a basis in another language', { ...lesson, bases: { title: { fr: { from: 'en', text: 'Title' } } } }],
])('is none: %s', (_, document) => {
  expect(isDocument(document, LANGUAGES)).toBe(false);
});
