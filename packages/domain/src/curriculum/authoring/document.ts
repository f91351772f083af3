import type { LocalizedText } from '../../language/localized-text.ts';
import type { Block } from '../block.ts';
import type { Audience, ItemDraft } from '../draft.ts';
import { type Form, formOf, itemFormOf } from '../form.ts';

/** What authors work on as one: the smallest thing that is saved, reviewed and kept in versions. */
export type DocumentKind = 'course' | 'module' | 'lesson' | 'quiz';

interface Body {
  /** The language that the others are translated from. */
  source: string;
  /** The source before it was turned around for the first time: the language in which the document was begun. */
  origin?: string;
}

export interface LessonBody extends Body {
  title: LocalizedText;
  minutes: number;
  blocks: Block<LocalizedText>[];
}
export interface QuizBody extends Body {
  passMark: number;
  items: ItemDraft[];
}
export interface ModuleBody extends Body {
  title: LocalizedText;
  summary: LocalizedText;
  /** Ids of documents, in order. */
  lessons: { id: string }[];
  /** One quiz. */
  quizzes: { id: string }[];
}
export interface CourseBody extends Body {
  audience: Audience;
  title: LocalizedText;
  modules: { id: string }[];
}

export interface Bodies {
  course: CourseBody;
  module: ModuleBody;
  lesson: LessonBody;
  quiz: QuizBody;
}

/** What a translation was made from: the very text of the source, so that what has changed since can be shown. */
export interface Basis {
  from: string;
  text: string;
}

/** By the path of a text (keys and ids joined by `/`), then by language. */
export type Bases = Record<string, Record<string, Basis>>;

/** A document as authors write it. Texts may be missing in any language. */
export interface Document<K extends DocumentKind = DocumentKind> {
  id: string;
  kind: K;
  body: Bodies[K];
  bases: Bases;
}

/** The key of a text in `Bases`. */
export function textKey(path: readonly string[]): string {
  return path.join('/');
}

const SOURCE = { key: 'source', kind: 'choice', of: ['en', 'km'] } as const;
const ids = (key: string, most: number) => ({ key, kind: 'list', least: 0, most, of: [] }) as const;
const MINUTES = { key: 'minutes', kind: 'number', least: 1, most: 60, first: 10, unit: 'minutes' } as const;

/** The fields of each kind of document. */
export const DOCUMENT_FORMS: Readonly<Record<DocumentKind, Form>> = {
  course: [SOURCE, { key: 'title', kind: 'line' }, { key: 'audience', kind: 'choice', of: ['open', 'signed-in', 'police'] }, ids('modules', 40)],
  module: [SOURCE, { key: 'title', kind: 'line' }, { key: 'summary', kind: 'paragraphs' }, ids('lessons', 100), ids('quizzes', 1)],
  lesson: [
    SOURCE,
    { key: 'title', kind: 'line' },
    MINUTES,
    { key: 'blocks', kind: 'list', least: 1, most: 400, of: ({ type = '' }) => formOf(type) },
  ],
  quiz: [
    SOURCE,
    { key: 'passMark', kind: 'number', least: 1, most: 100, first: 80, unit: 'percent' },
    { key: 'items', kind: 'list', least: 8, most: 200, of: ({ type = '' }) => itemFormOf(type) },
  ],
};
