import { CORE } from './names.ts';
import { attribute, childrenOf, textOf, within, type XmlElement } from './tree.ts';
import { OURS } from './write.ts';

const MOST_LENGTH = 1_000;
/** Ids of our notes in files that went out before they had a category. */
const FORMER = /^n\d$/;

/** What translators wrote beside the texts of a file or unit: notes that are not ours, and comments on single words. */
export function remarksOf(holder: XmlElement): string[] {
  const notes = childrenOf(holder, 'notes', CORE).flatMap((all) => childrenOf(all, 'note', CORE));
  const former = holder.name === 'unit' && notes.every((note) => attribute(note, 'category') !== OURS);
  const others = notes.filter((note) => attribute(note, 'category') !== OURS && !(former && FORMER.test(attribute(note, 'id') ?? '')));
  const comments = holder.name === 'unit' ? childrenOf(holder, undefined, CORE).flatMap(within).filter((one) => attribute(one, 'type') === 'comment') : [];
  return [...others.map(textOf), ...comments.map((one) => attribute(one, 'value') ?? '')]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => (text.length > MOST_LENGTH ? `${text.slice(0, MOST_LENGTH)} …` : text));
}
