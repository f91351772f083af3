import type { Block } from '../block.ts';
import { parseReference } from '../reference.ts';
import { nowhere } from './exists.ts';
import { referencesIn } from './references-in.ts';

/** Something to tell of a reference, in the form of the check of a course. */
interface ReferenceProblem {
  where: string;
  problem: string;
  code: string;
  values?: Record<string, string>;
}

/** References in a text that no Bible has. To think about only: what looks like one may be something else. */
export function textProblems(words: string, where: string): ReferenceProblem[] {
  return referencesIn(words)
    .filter(({ wrong }) => wrong !== null && wrong.lacks !== 'one chapter')
    .map(({ from, to }): ReferenceProblem => ({ where, problem: `no Bible has ${words.slice(from, to)}`, code: 'reference_in_text', values: { text: words.slice(from, to) } }));
}

/** What is wrong with where a passage opens the Bible. */
export function passageProblems(block: Block<unknown>, where: string): ReferenceProblem[] {
  if (block.type !== 'passage') return [];
  const { reference: text } = block;
  const reference = parseReference(text);
  if (!reference) return [{ where, problem: `reference ${text} is not understood`, code: 'reference_unknown' }];
  return nowhere(reference) ? [{ where, problem: `no Bible has ${text}`, code: 'reference_nowhere', values: { text } }] : [];
}
