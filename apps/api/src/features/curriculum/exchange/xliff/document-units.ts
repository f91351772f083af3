import { type Document, DOCUMENT_FORMS, textKey } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { basisOf, textState, thingOf } from '@seek-justice/domain/curriculum/authoring/translation.ts';
import { type FoundText, textsOf } from '@seek-justice/domain/curriculum/form.ts';
import type { CurrentUnit } from './compare.ts';
import type { XliffUnit } from './write.ts';

type Sha256 = (text: string) => string;

/** A text of a document with where it stands. */
export interface DocumentUnit extends CurrentUnit {
  found: FoundText;
  stale: boolean;
}

/** Texts of a document that can be translated into a language: those that its source has. */
export function documentUnits(document: Document, to: string): DocumentUnit[] {
  const { source } = document.body;
  return textsOf(document.body, DOCUMENT_FORMS[document.kind]).flatMap((found): DocumentUnit[] => {
    const original = found.text?.[source];
    if (!original || source === to) return [];
    return [{ id: textKey(found.path), source: original, target: found.text?.[to] ?? null, found, stale: textState(found, to, source, document.bases) === 'stale' }];
  });
}

/** Names a translation as it stood when a file went out. */
export function seenMark(target: string | null | undefined, sha256: Sha256): string {
  return sha256(target ?? '').slice(0, 16);
}

const MADE_FROM: Record<string, string> = { en: 'The original has changed since. It was translated from:', km: 'អត្ថបទដើមបានប្រែប្រួល។ ពីមុនបានបកប្រែពី៖' };

/** The texts of a document as a translator gets them. What is older than its source is to be done again, and says what it was made from. */
export function xliffUnits(document: Document, to: string, sha256: Sha256): XliffUnit[] {
  const { source } = document.body;
  return documentUnits(document, to).map(({ id, source: original, target, found, stale }) => {
    const basis = stale ? basisOf(document.bases, found.path, to, source) : null;
    return {
      id,
      source: original,
      ...(target ? { target } : {}),
      state: stale ? 'initial' : 'translated',
      notes: [placeWords(document, found.path), ...(basis ? [`${MADE_FROM[source] ?? MADE_FROM.en} ${basis.text}`] : [])],
      seen: seenMark(target, sha256),
    };
  });
}

/** Where a text stands, as far as a translator needs it: the lesson's title, the kind of block, the field. */
function placeWords({ kind, body }: Document, path: readonly string[]): string {
  const { title, blocks, items } = body as { title?: Record<string, string>; blocks?: { id: string; type: string }[]; items?: { id: string; type: string }[] };
  const thing = (blocks ?? items)?.find(({ id }) => id === thingOf(path));
  return [kind, title?.[body.source], thing?.type, path.at(-1)].filter(Boolean).join(' · ');
}
