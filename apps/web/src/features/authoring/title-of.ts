import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { type LocalizedText, textIn } from '@seek-justice/domain/language/localized-text.ts';

/** What a document is called in a language, or in another one where it has no name in that; empty for what has none. */
export function titleOf({ body }: Document, lang: string): string {
  return textIn((body as { title?: LocalizedText }).title ?? {}, lang);
}
