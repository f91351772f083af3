import type { Json } from '../../kernel/canonical.ts';
import { type FieldForm, type Form, formIn, type FoundText, textsOf } from '../form.ts';
import { type Document, DOCUMENT_FORMS } from './document.ts';
import { editsTo } from './edits-to.ts';
import { SELF } from './translation.ts';

type Thing = { id: string; type?: string };

/** A text that says something else in one language. Either side is empty where it was not there. */
export interface TextChange {
  path: string[];
  lang: string;
  before: string;
  after: string;
}

/** A field that is no text, or the order of a list within a thing (`order`). */
export interface FieldChange {
  path: string[];
  field: FieldForm;
  before: Json;
  after: Json;
}

/** What is other about a block, a question, a named document, or the document's own fields, between two versions. */
export interface ThingChange {
  /** Its id; `:self` for the document's own fields. */
  thing: string;
  /** The list that it stands in; null for the document's own fields. */
  list: string | null;
  /** Of a block or question. */
  type: string | null;
  what: 'added' | 'removed' | 'changed';
  /** It stands elsewhere among those that were there before. */
  moved: boolean;
  /** Where it stands in the later version, from 1; in the earlier one if it was taken away. Null for the document's own fields. */
  place: number | null;
  texts: TextChange[];
  fields: FieldChange[];
}

/**
 * What is other in a later version of a document, in the order in which it is read: its own fields, then thing by thing,
 * what was taken away where it stood. Nothing that is the same in both is told.
 */
export function changesBetween(kind: Document['kind'], before: Document['body'], after: Document['body']): ThingChange[] {
  const form = DOCUMENT_FORMS[kind];
  const own = { ...textsAndFields(before, after, form.filter(({ kind: of }) => of !== 'list')), thing: SELF, list: null, type: null, what: 'changed', moved: false, place: null } as const;
  const lists = form.filter((field) => field.kind === 'list').flatMap((field) => listChanges(field, listIn(before, field.key), listIn(after, field.key)));
  return [own, ...lists].filter(({ what, moved, texts, fields }) => what !== 'changed' || moved || texts.length + fields.length > 0);
}

function listIn(body: object, key: string): Thing[] {
  return ((body as Record<string, unknown>)[key] ?? []) as Thing[];
}

function listChanges(field: FieldForm & { kind: 'list' }, before: readonly Thing[], after: readonly Thing[]): ThingChange[] {
  const stood = new Map(before.map((one, at) => [one.id, at]));
  const stands = new Map(after.map((one, at) => [one.id, at]));
  const still = longestRun(after.flatMap(({ id }) => stood.get(id) ?? []));
  const told = (one: Thing, what: ThingChange['what'], place: number, old: object, now: object): ThingChange => ({
    thing: one.id,
    list: field.key,
    type: one.type ?? null,
    what,
    moved: what === 'changed' && !still.has(stood.get(one.id) ?? -1),
    place: place + 1,
    ...textsAndFields(old, now, formIn(field, one)),
  });
  const changes = after.map((one, at) => {
    const old = before[stood.get(one.id) ?? -1];
    return old ? told(one, 'changed', at, old, one) : told(one, 'added', at, {}, one);
  });
  // What was taken away is told after what it stood behind.
  for (const [at, one] of [...before.entries()].reverse()) {
    if (stands.has(one.id)) continue;
    const behind = before.slice(0, at).findLast(({ id }) => stands.has(id));
    changes.splice(behind ? changes.findIndex(({ thing }) => thing === behind.id) + 1 : 0, 0, told(one, 'removed', at, one, {}));
  }
  return changes;
}

/** The most of some numbers that stand in rising order: what need not have been moved. */
function longestRun(numbers: readonly number[]): Set<number> {
  const runs: number[][] = [];
  for (const number of numbers) {
    const at = runs.findIndex((run) => (run.at(-1) ?? -1) > number);
    const length = at < 0 ? runs.length : at;
    runs[length] = [...(runs[length - 1] ?? []), number];
  }
  return new Set(runs.at(-1));
}

function textsAndFields(before: object, after: object, form: Form): Pick<ThingChange, 'texts' | 'fields'> {
  const by = (found: readonly FoundText[]) => new Map(found.map(({ path, text }) => [path.join('/'), { path, text: text ?? {} }]));
  const [old, now] = [by(textsOf(before, form)), by(textsOf(after, form))];
  const texts = [...new Set([...now.keys(), ...old.keys()])].flatMap((key): TextChange[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const path = (is ?? was)?.path ?? [];
    return [...new Set([...Object.keys(was?.text ?? {}), ...Object.keys(is?.text ?? {})])].flatMap((lang): TextChange[] => {
      const [from, to] = [was?.text[lang] ?? '', is?.text[lang] ?? ''];
      return from === to ? [] : [{ path, lang, before: from, after: to }];
    });
  });
  return { texts, fields: fieldChanges(before, after, form) };
}

/** Fields that are no texts, down into lists of a thing whose members are there in both. */
function fieldChanges(before: object, after: object, form: Form, at: readonly string[] = []): FieldChange[] {
  return form.flatMap((field): FieldChange[] => {
    const path = [...at, field.key];
    if (field.kind === 'line' || field.kind === 'paragraphs') return [];
    const [was, is] = [(before as Record<string, Json>)[field.key] ?? null, (after as Record<string, Json>)[field.key] ?? null];
    if (field.kind === 'group' && was && is) return fieldChanges(was as object, is as object, field.of(), path);
    if (field.kind !== 'list') return editsTo([], [field], before, after).length === 0 || field.kind === 'group' ? [] : [{ path, field, before: was, after: is }];
    const [old, now] = [listIn(before, field.key), listIn(after, field.key)];
    const kept = (list: readonly Thing[], other: readonly Thing[]) => list.filter(({ id }) => other.some((one) => one.id === id)).map(({ id }) => id);
    const inOrder = kept(old, now).join() === kept(now, old).join();
    return [
      ...(inOrder ? [] : [{ path, field, before: kept(old, now), after: kept(now, old) }]),
      ...now.flatMap((one) => {
        const mine = old.find(({ id }) => id === one.id);
        return mine ? fieldChanges(mine, one, formIn(field, one), [...path, one.id]) : [];
      }),
    ];
  });
}
