import { canonical, type Json } from '../../kernel/canonical.ts';
import type { LocalizedText } from '../../language/localized-text.ts';
import { type FieldForm, formIn, textsOf } from '../form.ts';
import { spokenText } from '../narration.ts';
import { type Basis, type Bases, type Document, DOCUMENT_FORMS, textKey } from './document.ts';
import type { Edit, Outcome } from './edit.ts';
import { type Listed, placeOf } from './place.ts';
import { fits, fitsThing, isText, mayLack } from './value.ts';

const DONE: Outcome = { result: 'done' };
const GONE: Outcome = { result: 'gone' };
const REFUSED: Outcome = { result: 'refused' };
const same = (a: Json | undefined, b: Json | undefined): boolean => canonical(a ?? null) === canonical(b ?? null);
const conflict = (current: Json | undefined): Outcome => ({ result: 'conflict', current: current ?? null });

/** Whether two source texts say the same to a translator: marks that nobody hears or sees make nothing old. */
export function saysTheSame(a: string, b: string): boolean {
  return spokenText(a) === spokenText(b);
}

/**
 * Applies edits in turn to a copy of a document. Each is judged by itself: one that collides changes nothing and keeps
 * none of the others back.
 * @param languages of the site.
 */
export function applyEdits(document: Document, edits: readonly Edit[], languages: readonly string[]): { document: Document; outcomes: Outcome[] } {
  const copy: Document = { ...document, body: { ...document.body }, bases: { ...document.bases } };
  const own = new Set<unknown>();
  return {
    document: copy,
    outcomes: edits.map((edit) => {
      ownPlace(copy.body as unknown as Holder, edit.path, own);
      return applyOne(copy, edit, languages);
    }),
  };
}

/**
 * Makes what an edit may change the copy's own: the field of the document, or in a list the one thing. All else stays shared
 * with the document from which it was copied, so that one letter in two hundred blocks copies one block.
 */
function ownPlace(body: Holder, [key = '', id]: readonly string[], own: Set<unknown>): void {
  const value = Object.hasOwn(body, key) ? body[key] : undefined;
  if (!Array.isArray(value)) {
    if (typeof value === 'object' && value !== null && !own.has(value)) own.add((body[key] = structuredClone(value)));
    return;
  }
  const list: unknown[] = own.has(value) ? value : [...value];
  own.add((body[key] = list));
  const at = id === undefined ? -1 : (list as Listed[]).findIndex((one) => one.id === id);
  if (at < 0 || own.has(list[at])) return;
  own.add((list[at] = structuredClone(list[at])));
}

function applyOne(document: Document, edit: Edit, languages: readonly string[]): Outcome {
  const place = placeOf(document.body, DOCUMENT_FORMS[document.kind], edit.path);
  if (place === null) return REFUSED;
  if (place === 'gone') return GONE;
  const { holder, field } = place;
  if (edit.op === 'set') return field.kind === 'line' || field.kind === 'paragraphs' ? setText(document, holder, field, edit, languages) : setField(document, holder, field, edit, languages);
  if (edit.op === 'confirm') return confirm(document, holder, field, edit, languages);
  if (field.kind !== 'list') return REFUSED;
  const list = (holder[field.key] ??= []) as Listed[];
  if (edit.op === 'add') return add(document, list, field, edit, languages);
  return edit.op === 'remove' ? remove(document, list, field, edit) : move(list, edit);
}

type Holder = Record<string, unknown>;
type Of<Op extends Edit['op']> = Extract<Edit, { op: Op }>;

function setText(document: Document, holder: Holder, field: FieldForm, edit: Of<'set'>, languages: readonly string[]): Outcome {
  const { lang, path, from } = edit;
  // Other forms of one letter are one text; beyond that nothing of what an author typed is touched.
  const value = typeof edit.value === 'string' ? edit.value.normalize('NFC') : edit.value;
  if (lang === undefined || !languages.includes(lang) || !(value === null || isText(value)) || (from && !isBasis(from, languages))) return REFUSED;
  const texts = (holder[field.key] ?? {}) as LocalizedText;
  const present = texts[lang] ?? null;
  const wanted = value === '' ? null : value;
  if (same(present, wanted)) return DONE;
  if (!same(present, edit.was === '' ? null : edit.was)) return conflict(present);
  const { source } = document.body;
  const before = document.bases[textKey(path)]?.[lang];
  // A translation that is old stays so until somebody says that it is not: mending a slip in it makes it no newer.
  const fresh = present === null || (before !== undefined && saysTheSame(before.text, texts[source] ?? ''));
  if (wanted === null) delete texts[lang];
  else texts[lang] = wanted;
  if (lang !== source) setBasis(document.bases, path, lang, wanted === null ? null : fresh && from ? from : (before ?? null));
  if (Object.keys(texts).length === 0 && 'optional' in field && field.optional) delete holder[field.key];
  else holder[field.key] = texts;
  return DONE;
}

function isBasis({ from, text }: Basis, languages: readonly string[]): boolean {
  return languages.includes(from) && isText(text);
}

function setBasis(bases: Bases, path: readonly string[], lang: string, basis: Basis | null): void {
  const key = textKey(path);
  const { [lang]: _, ...others } = bases[key] ?? {};
  const next = basis ? { ...others, [lang]: { from: basis.from, text: basis.text } } : others;
  if (Object.keys(next).length > 0) bases[key] = next;
  else delete bases[key];
}

function setField(document: Document, holder: Holder, field: FieldForm, edit: Of<'set'>, languages: readonly string[]): Outcome {
  const { value } = edit;
  if (edit.lang !== undefined || field.kind === 'list' || !(value === null ? mayLack(field) : fits(value, field, languages))) return REFUSED;
  const present = holder[field.key] as Json | undefined;
  if (same(present, value)) return DONE;
  if (!same(present, edit.was)) return conflict(present);
  if (value === null) delete holder[field.key];
  else holder[field.key] = structuredClone(value);
  if (field.key === 'source' && holder === (document.body as unknown)) turnAround(document, present as string, value as string);
  return DONE;
}

/** Another language is the source from now on: what agreed still agrees, what did not has to be compared anew. */
function turnAround(document: Document, before: string, after: string): void {
  const texts = textsOf(document.body, DOCUMENT_FORMS[document.kind]);
  // Calling a translation the source confirms nothing of it; where nothing was written yet, nothing is a translation.
  if (texts.some(({ text }) => text?.[before] !== undefined)) document.body.origin ??= before;
  for (const { path, text } of texts) {
    const [old, next] = [text?.[before], text?.[after]];
    if (old === undefined) continue;
    const basis = document.bases[textKey(path)]?.[after];
    const agreed = next !== undefined && basis?.from === before && saysTheSame(basis.text, old);
    setBasis(document.bases, path, after, null);
    setBasis(document.bases, path, before, agreed ? { from: after, text: next } : null);
  }
}

function confirm(document: Document, holder: Holder, field: FieldForm, { path, lang, from }: Of<'confirm'>, languages: readonly string[]): Outcome {
  if ((field.kind !== 'line' && field.kind !== 'paragraphs') || !isBasis(from, languages) || from.from !== document.body.source || lang === from.from) return REFUSED;
  const texts = (holder[field.key] ?? {}) as LocalizedText;
  if (texts[lang] === undefined) return GONE;
  // Said of a text that has changed meanwhile, it would be said of nothing that anybody compared.
  if (!saysTheSame(texts[from.from] ?? '', from.text)) return conflict(texts[from.from]);
  setBasis(document.bases, path, lang, from);
  return DONE;
}

function add(document: Document, list: Listed[], field: FieldForm & { kind: 'list' }, { path, thing, after, bases = {} }: Of<'add'>, languages: readonly string[]): Outcome {
  const known = Object.entries(bases).every(([, made]) => Object.entries(made).every(([lang, basis]) => languages.includes(lang) && isBasis(basis, languages)));
  if (!known || !fitsThing(thing, field, languages) || list.length >= field.most) return REFUSED;
  if (list.some(({ id }) => id === thing.id)) return DONE;
  insert(list, structuredClone(thing), after);
  const { source } = document.body;
  // Only what is a text of it, and a translation there, was made from anything.
  for (const { path: within, text } of textsOf(thing, formIn(field, thing)))
    for (const [lang, basis] of Object.entries(bases[textKey(within)] ?? {})) if (lang !== source && text?.[lang] !== undefined) setBasis(document.bases, [...path, thing.id, ...within], lang, basis);
  return DONE;
}

function remove(document: Document, list: Listed[], field: FieldForm & { kind: 'list' }, { path, id, was }: Of<'remove'>): Outcome {
  const at = list.findIndex((one) => one.id === id);
  const present = list[at];
  if (!present) return DONE;
  if (!same(present as Json, was)) return conflict(present as Json);
  list.splice(at, 1);
  for (const text of textsOf(present, formIn(field, present), [...path, id])) delete document.bases[textKey(text.path)];
  return DONE;
}

function move(list: Listed[], { id, after }: Of<'move'>): Outcome {
  const at = list.findIndex((one) => one.id === id);
  const [thing] = at < 0 ? [] : list.splice(at, 1);
  if (!thing) return GONE;
  insert(list, thing, after);
  return DONE;
}

function insert(list: Listed[], thing: Listed, after: string | null): void {
  const at = after === null ? 0 : list.findIndex(({ id }) => id === after) + 1;
  list.splice(after !== null && at === 0 ? list.length : at, 0, thing);
}
