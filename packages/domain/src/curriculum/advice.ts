import { countGraphemes } from '../language/graphemes.ts';
import { keyedText } from '../language/keyed-text.ts';
import type { LocalizedText } from '../language/localized-text.ts';
import type { Problem } from './problem.ts';
import type { ItemDraft, QuizDraft } from './draft.ts';
import { itemFormOf, textsOf } from './form.ts';

export type AdviceCode = 'longest_is_right' | 'same_option' | 'same_question' | 'language_missing';

/** Something that a quiz is better without; it may be published all the same. */
export interface Advice extends Omit<Problem, 'code'> {
  code: AdviceCode;
  /** The language that it is about. */
  lang: string;
  /** Of texts that are the same: where the first of them stands. */
  like?: string;
  /** Ids of the items that it is made of, where it is said of the whole quiz. */
  items?: string[];
}

/** In fewer items it may well be chance. */
const LEAST_ITEMS = 4;

/** A number to call as long as most are; how it is written in the draft nobody sees. */
const A_NUMBER = '0000';

/** How long a text is to whoever reads it: without marks, and with numbers to call in the place of their names. */
function seenLength(text: string): number {
  return countGraphemes(text.replaceAll('**', '').replace(/\{contact:[a-z0-9-]+\}/g, A_NUMBER));
}

type Told = { where: string; text: string };

/** Texts that say the same as an earlier one. */
function repeats(texts: readonly Told[]): { where: string; like: string }[] {
  const first = new Map<string, string>();
  return texts.flatMap(({ where, text }) => {
    const { key } = keyedText(text);
    const like = first.get(key);
    if (key !== '' && like === undefined) first.set(key, where);
    return like === undefined ? [] : [{ where, like }];
  });
}

/** Whether one option is longer than all others, as a reader sees it, and right; null where there is no such option. */
function longestIsRight(item: ItemDraft, lang: string): boolean | null {
  const sized = item.options.map(({ right, text }) => ({ right, size: seenLength(text[lang] ?? '') })).toSorted((one, other) => other.size - one.size);
  const [longest, second] = sized;
  return longest && second && longest.size > second.size ? longest.right : null;
}

function adviceIn(quiz: QuizDraft, lang: string): Advice[] {
  const found: Advice[] = [];
  const inLang = (text: LocalizedText | undefined): string => text?.[lang] ?? '';
  // True and false are as long as they are.
  const guessed = quiz.items.filter(({ type }) => type === 'single' || type === 'scenario');
  const given = guessed.filter((item) => longestIsRight(item, lang)).map(({ id }) => id);
  if (guessed.length >= LEAST_ITEMS && given.length * 2 > guessed.length)
    found.push({
      where: quiz.id,
      code: 'longest_is_right',
      lang,
      problem: `the longest answer is the right one in ${given.length} of ${guessed.length} items (${lang})`,
      values: { right: String(given.length), of: String(guessed.length) },
      items: given,
    });
  const asked = quiz.items.map(({ id, situation, question }) => ({ where: `${quiz.id}/items/${id}/question`, text: `${inLang(situation)} ${inLang(question)}` }));
  for (const same of repeats(asked)) found.push({ ...same, code: 'same_question', lang, problem: `asks the same as ${same.like} (${lang})` });
  for (const item of quiz.items) {
    const at = `${quiz.id}/items/${item.id}`;
    for (const { path, text } of textsOf(item, itemFormOf(item.type) ?? []))
      if (inLang(text).trim() === '') found.push({ where: [at, ...path].join('/'), code: 'language_missing', lang, problem: `there is no text in ${lang}` });
    // Places that look the same stand in the way of publishing already.
    const options = item.options.map(({ id, text }) => ({ where: `${at}/options/${id}/text`, text: inLang(text) }));
    if (item.type !== 'ordering') for (const same of repeats(options)) found.push({ ...same, code: 'same_option', lang, problem: `says the same as ${same.like} (${lang})` });
  }
  return found;
}

/** Every language that a text of a quiz is written in. */
function languagesOf(quiz: QuizDraft): string[] {
  return [...new Set(quiz.items.flatMap((item) => textsOf(item, itemFormOf(item.type) ?? []).flatMap(({ text }) => Object.keys(text ?? {}))))];
}

/**
 * What a quiz is better without, language by language (SPEC C8): advice for its author, no obstacle. `languages` are
 * the site's; unless given, those that the quiz has. Whether a question is well put no machine can tell.
 */
export function quizAdvice(quiz: QuizDraft, languages: readonly string[] = languagesOf(quiz)): Advice[] {
  return languages.flatMap((lang) => adviceIn(quiz, lang));
}
