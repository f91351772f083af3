import type { Block } from '../block.ts';
import { parseReference } from '../reference.ts';
import { nowhere } from './exists.ts';
import type { Problem } from '../problem.ts';
import { referencesIn } from './references-in.ts';

/** References in a text that no Bible has. To think about only: what looks like one may be something else. */
export function textProblems(words: string, where: string, lang: string): Problem[] {
  return referencesIn(words)
    .filter(({ wrong }) => wrong !== null && wrong.lacks !== 'one chapter')
    .map(({ from, to }): Problem => ({ where, problem: `no Bible has ${words.slice(from, to)}`, code: 'reference_in_text', values: { text: words.slice(from, to), lang } }));
}

/** What is wrong with where a passage opens the Bible. */
export function passageProblems(block: Block<unknown>, where: string): Problem[] {
  if (block.type !== 'passage') return [];
  const { reference: text } = block;
  const field = 'reference';
  if (!text) return [{ where, problem: 'a passage without its reference', code: 'reference_missing', field }];
  const reference = parseReference(text);
  if (!reference) return [{ where, problem: `reference ${text} is not understood`, code: 'reference_unknown', field, values: { text } }];
  return nowhere(reference) ? [{ where, problem: `no Bible has ${text}`, code: 'reference_nowhere', field, values: { text } }] : [];
}
