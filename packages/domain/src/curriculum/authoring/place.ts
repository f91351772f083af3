import { type FieldForm, type Form, formIn } from '../form.ts';

type Thing = Record<string, unknown>;
/** A thing in a list. */
export type Listed = Thing & { id: string };

/** Where an edit lands: the thing that holds the field, and the field's form. */
export interface Place {
  holder: Thing;
  field: FieldForm;
}

/**
 * Follows a path of keys and ids. `null`: no such field by the form, which no later edit can cure; `gone`: the form has
 * it, but a thing on the way is not there (any more).
 */
export function placeOf(body: object, form: Form, path: readonly string[]): Place | 'gone' | null {
  const [key, ...rest] = path;
  const field = form.find((one) => one.key === key);
  if (!field) return null;
  const holder = body as Thing;
  if (rest.length === 0) return { holder, field };
  const value = holder[field.key];
  if (field.kind === 'group') return value ? placeOf(value as Thing, field.of(), rest) : 'gone';
  if (field.kind !== 'list' || rest.length === 1) return null;
  const one = (Array.isArray(value) ? (value as Listed[]) : []).find(({ id }) => id === rest[0]);
  return one ? placeOf(one, formIn(field, one), rest.slice(1)) : 'gone';
}
