import type { Block } from '@seek-justice/domain/curriculum/block.ts';
import { type Contact, splitAtContacts } from '@seek-justice/domain/curriculum/contact.ts';
import { BLOCK_FORMS, textsOf } from '@seek-justice/domain/curriculum/form.ts';
import type { LessonLeaf, QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { showReference } from '@seek-justice/domain/curriculum/reference.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { keyedText } from '@seek-justice/domain/language/keyed-text.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { tokensOf } from './tokens.ts';
import { wordsOf } from './word-cutter.ts';

/** What can be found: a title, a block of a lesson, a question of a quiz, in one language. */
export interface Entry {
  kind: 'lesson' | 'quiz';
  step: string;
  block: string | null;
  lang: string;
  title: string;
  text: string;
  key: string;
  tokens: number[];
}

/** Names of contacts that texts refer to. Their numbers are never part of what is found. */
export type ContactNames = readonly Pick<Contact, 'id' | 'name'>[];

type Said = Omit<Entry, 'key' | 'tokens'>;

function entry(said: Said): Entry {
  const { key } = keyedText(said.text);
  return { ...said, key, tokens: tokensOf(key, wordsOf(said.text, said.lang), { lang: said.lang, title: said.block === null }) };
}

function plainText(text: string, lang: string, names: ContactNames): string {
  return splitAtContacts(text.replaceAll('**', ''))
    .map((piece) => ('text' in piece ? piece.text : textIn(names.find(({ id }) => id === piece.contact)?.name ?? {}, lang)))
    .join('')
    .trim();
}

function blockText(block: Block<string>, lang: string, names: ContactNames): string {
  // By the form without the notes: what is for the leader of a group is found by nobody.
  const form = Object.hasOwn(BLOCK_FORMS, block.type) ? BLOCK_FORMS[block.type] : [];
  // In a published leaf a text is a string of one language.
  const texts = textsOf(block, form).map(({ text }) => text as unknown as string | undefined);
  const reference = block.type === 'passage' ? showReference(block.reference, lang, (text) => digitsFor(lang, text)) : '';
  return [reference, ...texts].filter(Boolean).map((text) => plainText(text ?? '', lang, names)).join('\n');
}

/** Entries of a lesson: its title, then its blocks. */
export function lessonEntries({ id, lang, title, blocks }: LessonLeaf, names: ContactNames): Entry[] {
  const of = { kind: 'lesson', step: id, lang, title } as const;
  const texts = blocks.map((block) => ({ ...of, block: block.id, text: blockText(block, lang, names) }));
  return [{ ...of, block: null, text: title }, ...texts].filter(({ text }) => text !== '').map(entry);
}

/** Entries of a quiz: its questions. Answers are not found: that would tell them. */
export function quizEntries({ id, lang, items }: QuizLeaf, title: string, names: ContactNames): Entry[] {
  return items.map((item) => entry({ kind: 'quiz', step: id, lang, title, block: item.id, text: plainText(item.question, lang, names) }));
}
