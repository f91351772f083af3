import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { documentLeaf } from '@seek-justice/domain/curriculum/authoring/documents-of.ts';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { narrate, numbersHold, partsOf, type Recordings } from '@seek-justice/domain/curriculum/narration.ts';
import { sha256 } from './today.ts';

/**
 * Parts of a lesson or quiz that nobody has recorded in a language, and those whose text, or a number in it, has changed
 * since.
 */
export function audioOf(document: Document, lang: string, recordings: Recordings, contacts: readonly Contact[]): { missing: string[]; stale: string[]; parts: number } {
  const leaf = documentLeaf(document, lang);
  if (!leaf) return { missing: [], stale: [], parts: 0 };
  // What has no text yet cannot be read aloud.
  const parts = partsOf(leaf).filter(({ text }) => text !== '');
  const { missing, stale, leaf: heard } = narrate({ of: document.id, lang, parts, clips: recordings(document.id, lang) ?? {} }, sha256);
  const wrong = Object.entries(heard.parts).flatMap(([key, clip]) => (numbersHold(clip, contacts) ? [] : [key]));
  return { missing, stale: [...new Set([...stale, ...wrong])], parts: parts.length };
}
