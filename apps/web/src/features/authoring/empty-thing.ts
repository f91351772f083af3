import { type FieldForm, type Form, formIn } from '@seek-justice/domain/curriculum/form.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A new id of a block, an item or a choice: six characters, random, begun with a letter. */
export function newThingId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return [...bytes].map((byte, at) => LETTERS[at === 0 ? byte % 24 : byte % LETTERS.length]).join('');
}

function emptyField(field: FieldForm): Json | undefined {
  if ('optional' in field && field.optional) return undefined;
  switch (field.kind) {
    case 'line':
    case 'paragraphs':
      return {};
    case 'number':
      return field.first;
    case 'choice':
      return field.asked ? undefined : field.of[0];
    case 'flag':
      return false;
    case 'reference':
    case 'day':
      return '';
    case 'list':
      return typeof field.of === 'function' ? [] : Array.from({ length: Math.min(field.least, 4) }, () => emptyThing(formIn(field, {})));
    case 'group':
      return emptyFields(field.of());
    default:
      return undefined;
  }
}

function emptyFields(form: Form): Record<string, Json> {
  return Object.fromEntries(form.flatMap((field) => {
    const value = emptyField(field);
    return value === undefined ? [] : [[field.key, value] as const];
  }));
}

/** A new thing by its form: everything that it needs, nothing written yet. */
export function emptyThing(form: Form, type?: string): { id: string } & Record<string, Json> {
  return { id: newThingId(), ...(type ? { type } : {}), ...emptyFields(form) };
}
