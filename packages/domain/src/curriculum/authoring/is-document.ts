import type { ItemDraft } from '../draft.ts';
import { type Bases, DOCUMENT_FORMS, type DocumentKind } from './document.ts';
import { unplaced } from './unplaced.ts';
import { fits, isText } from './value.ts';

/**
 * Whether something that comes from elsewhere is a document as this build knows them: all fields of its form and no
 * others, languages of the site, texts that can be stored.
 */
export function isDocument({ kind, body, bases }: { kind: DocumentKind; body: object; bases: Bases }, languages: readonly string[]): boolean {
  const { origin, items, ...others } = body as Record<string, unknown>;
  if (origin !== undefined && !languages.includes(origin as string)) return false;
  // Pairs and steps that came with the program call themselves right.
  const fields = items === undefined ? others : { ...others, items: Array.isArray(items) ? items.map((item) => (item ? unplaced(item as ItemDraft) : item)) : items };
  const known = Object.values(bases).every((by) => Object.entries(by).every(([lang, basis]) => languages.includes(lang) && languages.includes(basis.from) && isText(basis.text)));
  return known && fits(fields, { key: 'body', kind: 'group', of: () => DOCUMENT_FORMS[kind] }, languages);
}
