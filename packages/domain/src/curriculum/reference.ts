import { BOOKS } from './bible/books.ts';

export interface Reference {
  book: string;
  chapter: number;
  from: number;
  /** Equal to `from` for one verse. */
  to: number;
}

const FORM = /^(.+) (\d{1,3}):(\d{1,3})(?:[-–](\d{1,3}))?$/;

/** Parses `Luke 10:25-37`; null for an unknown book, a malformed reference or a range that runs backwards. */
export function parseReference(text: string): Reference | null {
  const found = FORM.exec(text);
  if (!found) return null;
  const [, book = '', chapter, from, to = from] = found;
  const reference = { book, chapter: Number(chapter), from: Number(from), to: Number(to) };
  if (!Object.hasOwn(BOOKS, book) || reference.chapter < 1 || reference.from < 1 || reference.to < reference.from) return null;
  return reference;
}

/** The reference as a language writes it, with that language's book name and digits; '' when it does not parse. */
export function showReference(text: string, language: string, digits: (text: string) => string): string {
  const reference = parseReference(text);
  if (!reference) return '';
  const book = language === 'km' ? (BOOKS[reference.book] ?? reference.book) : reference.book;
  const verses = reference.from === reference.to ? `${reference.from}` : `${reference.from}–${reference.to}`;
  return `${book} ${digits(`${reference.chapter}:${verses}`)}`;
}
