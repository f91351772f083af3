import { canonical, type Json } from '../../kernel/canonical.ts';
import { keyedText } from '../../language/keyed-text.ts';
import { searchKey } from '../../language/search-key.ts';
import { spellingsOf } from '../../language/variants.ts';
import type { ItemDraft, Origin } from '../draft.ts';
import { itemFormOf, textsOf } from '../form.ts';
import { type Bases, type Document, type QuizBody, textKey } from './document.ts';

/** A question that was written once: in a quiz, or put aside. */
export interface BankItem {
  /** The quiz in which it stands, or stood. */
  draft: string;
  item: ItemDraft;
  /** The language that its others were translated from. */
  source: string;
  /** What its translations were made from, by the path of a text within the item. */
  bases: Bases;
  /** The id under which it is put aside; null: it stands in its quiz. */
  aside: string | null;
}

/** What stands around an item in its quiz, and is no part of what it asks. */
const AROUND: ReadonlySet<string> = new Set(['id', 'form', 'twin', 'from']);

/** What an item asks and says, wherever it stands: what a copy takes over. */
export function ownFields(item: ItemDraft): Omit<ItemDraft, 'id' | 'form' | 'twin' | 'from'> {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !AROUND.has(key))) as Omit<ItemDraft, 'id' | 'form' | 'twin' | 'from'>;
}

/** Names what an item asks and says: the same for a copy that nobody has changed. */
export function itemContent(item: ItemDraft, sha256: (text: string) => string): string {
  return sha256(canonical(ownFields(item) as unknown as Json));
}

/** Bases of one item of a quiz, by the path within the item. */
export function basesWithin(bases: Bases, item: string): Bases {
  const before = textKey(['items', item, '']);
  return Object.fromEntries(Object.entries(bases).flatMap(([key, made]) => (key.startsWith(before) ? [[key.slice(before.length), made]] : [])));
}

/** All questions there are: of every quiz in turn, then those that were put aside. */
export function bankOf(documents: Iterable<Document>, aside: readonly BankItem[]): BankItem[] {
  const standing = [...documents].flatMap((document): BankItem[] => {
    if (document.kind !== 'quiz') return [];
    const { source, items } = document.body as QuizBody;
    return items.map((item) => ({ draft: document.id, item, source, bases: basesWithin(document.bases, item.id), aside: null }));
  });
  return [...standing, ...aside];
}

/** Questions that have every word of a query somewhere in their texts, in any language, however it is spelt (SPEC L3, L8); all for an empty query. */
export function findInBank(items: readonly BankItem[], query: string): BankItem[] {
  const words = searchKey(query).split(' ').filter(Boolean).map(spellingsOf);
  if (words.length === 0) return [...items];
  return items.filter(({ item }) => {
    const { key } = keyedText(textsOf(item, itemFormOf(item.type) ?? []).flatMap(({ text }) => Object.values(text ?? {})).join(' '));
    return words.every((spellings) => spellings.some((one) => key.includes(one)));
  });
}

/** What an item was copied from; in its quiz rather than put aside. Null: it is not there any more. */
export function originalOf(items: readonly BankItem[], from: Pick<Origin, 'draft' | 'item'>): BankItem | null {
  const same = items.filter(({ draft, item }) => draft === from.draft && item.id === from.item);
  return same.find(({ aside }) => aside === null) ?? same.at(-1) ?? null;
}

/** The quizzes in which an item or a copy of it stands. */
export function quizzesWith(items: readonly BankItem[], of: BankItem): string[] {
  const root = rootOf(items, of);
  return [...new Set(items.filter((one) => one.aside === null && rootOf(items, one) === root).map(({ draft }) => draft))];
}

/** What an item was written as first, as far back as that is still there. */
function rootOf(items: readonly BankItem[], of: BankItem): string {
  let at: BankItem = of;
  // Copies of each other would lead round in a circle.
  const seen = new Set<BankItem>();
  while (at.item.from && !seen.has(at)) {
    seen.add(at);
    const before = originalOf(items, at.item.from);
    if (!before) return `${at.item.from.draft}/${at.item.from.item}`;
    at = before;
  }
  return `${at.draft}/${at.item.id}`;
}
