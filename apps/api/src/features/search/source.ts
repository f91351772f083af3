import { createHash } from 'node:crypto';
import type { CourseManifest, LessonLeaf, QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { SEARCH_KEY_VERSION } from '@seek-justice/domain/language/search-key.ts';
import { type ContactNames, type Entry, lessonEntries, quizEntries } from './entry.ts';
import { TOKENS_VERSION } from './tokens.ts';

/** A published leaf as entries are made of it. */
export interface Source {
  /** Hash of the leaf. */
  leaf: string;
  /** Changes with the leaf and with whatever else its entries are made of. */
  madeOf: string;
  /** What stands above the leaf: the quiz's module. */
  title: string;
}

/** All leaves of a course from which entries are made. */
export function sourcesOf({ modules }: CourseManifest, names: ContactNames): Source[] {
  const rules = JSON.stringify([TOKENS_VERSION, SEARCH_KEY_VERSION, process.versions.icu, names.map(({ id, name }) => [id, name])]);
  const source = (leaf: string, title: string): Source => ({ leaf, title, madeOf: createHash('sha256').update(JSON.stringify([leaf, title, rules])).digest('hex') });
  return modules.flatMap((module) => [
    ...module.lessons.flatMap(({ leaves }) => Object.values(leaves).map(({ hash }) => source(hash, ''))),
    ...Object.entries(module.quiz.leaves).map(([lang, { hash }]) => source(hash, textIn(module.title, lang))),
  ]);
}

/** The entries of a leaf. */
export function entriesOf(body: string, title: string, names: ContactNames): Entry[] {
  const leaf = JSON.parse(body) as LessonLeaf | QuizLeaf;
  return leaf.kind === 'lesson' ? lessonEntries(leaf, names) : quizEntries(leaf, title, names);
}
