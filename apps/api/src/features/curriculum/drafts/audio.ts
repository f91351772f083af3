import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { documentLeaf } from '@seek-justice/domain/curriculum/authoring/documents-of.ts';
import { olderThings } from '@seek-justice/domain/curriculum/authoring/translation.ts';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { narrate, numbersHold, partsOf, type Recordings, thingOfPart } from '@seek-justice/domain/curriculum/narration.ts';
import { sha256 } from './today.ts';

/**
 * Parts of a lesson or quiz that nobody has recorded in a language (`missing`), those whose text, or a number in it, has
 * changed since (`stale`), and those that say a translation which is older than its source (`older`): these are read
 * again when the translation is right.
 */
export function audioOf(document: Document, lang: string, recordings: Recordings, contacts: readonly Contact[]): { missing: string[]; stale: string[]; older: string[]; parts: number } {
  const leaf = documentLeaf(document, lang);
  if (!leaf) return { missing: [], stale: [], older: [], parts: 0 };
  // What has no text yet cannot be read aloud.
  const parts = partsOf(leaf).filter(({ text }) => text !== '');
  const { missing, stale: changed, leaf: heard } = narrate({ of: document.id, lang, parts, clips: recordings(document.id, lang) ?? {} }, sha256);
  const wrong = Object.entries(heard.parts).flatMap(([key, clip]) => (numbersHold(clip, contacts) ? [] : [key]));
  const stale = [...new Set([...changed, ...wrong])];
  const translated = new Set(olderThings(document, lang));
  const older = Object.keys(heard.parts).filter((key) => translated.has(thingOfPart(key)) && !stale.includes(key));
  return { missing, stale, older, parts: parts.length };
}
