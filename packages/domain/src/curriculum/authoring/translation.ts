import { TITLE } from '../clip.ts';
import { type FoundText, NOTES, textsOf } from '../form.ts';
import { saysTheSame } from './apply.ts';
import { type Basis, type Bases, type Document, DOCUMENT_FORMS, textKey } from './document.ts';

/** How a text stands in one language. `stale`: its source has changed since, or nobody has compared the two. */
export type TextState = 'none' | 'written' | 'missing' | 'current' | 'stale';

/** How a text stands in a language, judged by what it was made from; no clock has a say. */
export function textState({ path, field, text }: FoundText, lang: string, source: string, bases: Bases): TextState {
  const [own, original] = [text?.[lang], text?.[source]];
  if (own === undefined) {
    const wanted = !('optional' in field) || Object.keys(text ?? {}).length > 0;
    return wanted ? 'missing' : 'none';
  }
  if (lang === source) return 'written';
  const basis = bases[textKey(path)]?.[lang];
  return basis?.from === source && original !== undefined && saysTheSame(basis.text, original) ? 'current' : 'stale';
}

/** What a stale translation was made from, where that is known: the other side of the difference to show. */
export function basisOf(bases: Bases, path: readonly string[], lang: string, source: string): Basis | null {
  const basis = bases[textKey(path)]?.[lang];
  return basis?.from === source ? basis : null;
}

/** The thing of a document that a text belongs to: a block, an item, or `:self` for the document's own fields. */
export const SELF = ':self';
const LISTS: ReadonlySet<string> = new Set(['blocks', 'items']);

/** Id of the block or item that a path leads into; `:self` for anything else. */
export function thingOf(path: readonly string[]): string {
  return LISTS.has(path[0] ?? '') ? (path[1] ?? SELF) : SELF;
}

/** States of all texts of a document in a language. Notes count like every other text: leaders read them. */
export function textStates(document: Document, lang: string): { path: string[]; thing: string; state: TextState }[] {
  return textsOf(document.body, DOCUMENT_FORMS[document.kind]).map((found) => ({
    path: found.path,
    thing: thingOf(found.path),
    state: textState(found, lang, document.body.source, document.bases),
  }));
}

/** Things whose text in a language is older than what it was translated from, as readers are told; `:title` for the title. Notes are no reader's. */
export function olderThings(document: Document, lang: string): string[] {
  const things = textStates(document, lang).flatMap(({ thing, state, path }) => (state === 'stale' && !path.includes(NOTES.key) ? [thing === SELF ? TITLE : thing] : []));
  return [...new Set(things)];
}

/** A document whose translations were all made from what stands there now: how a whole curriculum is taken in. */
export function agreeing(document: Omit<Document, 'bases'>, languages: readonly string[]): Document {
  const { source } = document.body;
  const bases: Bases = {};
  for (const { path, text } of textsOf(document.body, DOCUMENT_FORMS[document.kind])) {
    const original = text?.[source];
    if (original === undefined) continue;
    const made = languages.filter((lang) => lang !== source && text?.[lang] !== undefined);
    if (made.length > 0) bases[textKey(path)] = Object.fromEntries(made.map((lang) => [lang, { from: source, text: original }]));
  }
  return { ...document, bases };
}
