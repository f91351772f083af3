import type { Reference } from '../reference.ts';
import { VERSES } from './verses.ts';

/** Why no Bible has a reference: the book ends before that chapter, or the chapter before that verse; `last` is its end. */
export type Nowhere = { lacks: 'chapter' | 'verse'; last: number };

/** Null where the book has that chapter and the chapter those verses. */
export function nowhere({ book, chapter, to }: Reference): Nowhere | null {
  const chapters = VERSES[book] ?? [];
  const verses = chapters[chapter - 1];
  if (verses === undefined) return { lacks: 'chapter', last: chapters.length };
  return to > verses ? { lacks: 'verse', last: verses } : null;
}
