import type { Json } from '../../kernel/canonical.ts';
import { type Bases, type Document, DOCUMENT_FORMS, textKey } from './document.ts';
import type { Edit } from './edit.ts';
import { type Listed, placeOf } from './place.ts';

/** What the translations within a thing were made from, by the path of each text within it. */
export function basesWithin(bases: Bases, path: readonly string[]): Bases {
  const before = `${textKey(path)}/`;
  return Object.fromEntries(Object.entries(bases).flatMap(([key, made]) => (key.startsWith(before) ? [[key.slice(before.length), made]] : [])));
}

/**
 * The edit that takes another one back, made over the document before it. It says what its author saw as well, so that
 * taking back writes over nobody's later words. `null`: there is nothing to take back, or it cannot be (a «still correct»
 * is a person's word).
 */
export function inverseOf(edit: Edit, before: Document): Edit | null {
  const place = placeOf(before.body, DOCUMENT_FORMS[before.kind], edit.path);
  if (place === null || place === 'gone' || edit.op === 'confirm') return null;
  const { holder, field } = place;
  const { path } = edit;
  if (edit.op === 'set') {
    const value = holder[field.key] as Json | undefined;
    const present = edit.lang === undefined ? value : (value as Record<string, string> | undefined)?.[edit.lang];
    const from = edit.lang === undefined ? undefined : before.bases[textKey(path)]?.[edit.lang];
    return { op: 'set', path, ...(edit.lang === undefined ? {} : { lang: edit.lang }), was: typeof edit.value === 'string' ? edit.value.normalize('NFC') : edit.value, value: structuredClone(present ?? null), ...(from ? { from } : {}) };
  }
  const list = (holder[field.key] ?? []) as Listed[];
  if (edit.op === 'add') return list.some(({ id }) => id === edit.thing.id) ? null : { op: 'remove', path, id: edit.thing.id, was: edit.thing };
  const at = list.findIndex(({ id }) => id === edit.id);
  const thing = list[at];
  if (!thing) return null;
  const after = list[at - 1]?.id ?? null;
  if (edit.op === 'move') return { op: 'move', path, id: edit.id, after };
  return { op: 'add', path, thing: structuredClone(thing) as Listed & Record<string, Json>, after, bases: structuredClone(basesWithin(before.bases, [...path, edit.id])) };
}
