import type { Lang } from './words.ts';

const ENDS = /\n\n|\*\*|\{contact:[^}]*\}|(?<=[.?!។])\s/u;

/** The sentences that a thing of the curriculum says in one language, but for texts that lie under some keys. */
export function sentencesOf(thing: unknown, lang: Lang, without: readonly string[] = []): string[] {
  if (typeof thing !== 'object' || thing === null) return [];
  if (!Array.isArray(thing) && lang in thing) return (thing as Record<Lang, string>)[lang].split(ENDS).filter(Boolean);
  return Object.entries(thing).flatMap(([key, inner]) => (without.includes(key) ? [] : sentencesOf(inner, lang, without)));
}

/** The same text wherever lines are broken. */
const flat = (text: string): string => text.replace(/[\s\u200b]/g, '');

/** Sentences that are not to be found in a text. */
export function lacking(text: string, sentences: readonly string[]): string[] {
  const all = flat(text);
  return sentences.filter((sentence) => !all.includes(flat(sentence)));
}

/** Words of the other language that stand in a text: Khmer in English, in Khmer longer Latin ones but for the name of a helpline and addresses. */
export function foreign(text: string, lang: Lang): string[] {
  return (text.replace(/\S+[/:]\S+/g, '').match(lang === 'en' ? /[\u1780-\u17ff]+/g : /[A-Za-z]{4,}/g) ?? []).filter((word) => word !== 'APLE');
}
