import type { Json } from '../../kernel/canonical.ts';
import { isDay } from '../../kernel/day.ts';
import { type FieldForm, type Form, formIn } from '../form.ts';
import { parseReference } from '../reference.ts';

/** Longer than any text that is read on a phone; a slip of the clipboard ends here. */
const MOST_TEXT = 20_000;
const ID = /^[a-z0-9]{1,12}$/;
const HASH = /^[0-9a-f]{64}$/;

/** Whether a value is a text that can be stored: no half characters, no U+0000, not endless. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MOST_TEXT && !/[\0\p{Cs}]/u.test(value);
}

/** Whether an id may name a thing in a document. */
export function isThingId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

function isLocalized(value: unknown, languages: readonly string[]): boolean {
  return isRecord(value) && Object.entries(value).every(([lang, text]) => languages.includes(lang) && isText(text));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a file as a block names it is well formed; further members are what is known of it. */
function isMedia(value: unknown): boolean {
  if (!isRecord(value) || !HASH.test(String(value.hash)) || !isText(value.type) || !Number.isSafeInteger(value.bytes)) return false;
  const { hash: _, type: __, bytes: ___, sources, ...measures } = value;
  const measured = Object.entries(measures).every(([name, number]) => ['width', 'height', 'ms'].includes(name) && Number.isSafeInteger(number));
  return measured && (sources === undefined || (Array.isArray(sources) && sources.length <= 12 && sources.every((one) => isRecord(one) && one.sources === undefined && isMedia(one))));
}

function isOrigin(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length === 3 && isThingId(value.draft) && isThingId(value.item) && HASH.test(String(value.content));
}

/** Whether a field can hold a value. Fields may be empty while they are written; what must not stay so is told before publishing. */
export function fits(value: unknown, field: FieldForm, languages: readonly string[]): boolean {
  switch (field.kind) {
    case 'line':
    case 'paragraphs':
      return isLocalized(value, languages);
    case 'number':
      return Number.isSafeInteger(value) && (value as number) >= field.least && (value as number) <= field.most;
    case 'choice':
      return field.of.includes(value as string);
    case 'flag':
      return typeof value === 'boolean';
    case 'reference':
      return value === '' || (typeof value === 'string' && parseReference(value) !== null);
    case 'day':
      return value === '' || isDay(value);
    case 'thing':
      return isThingId(value);
    case 'origin':
      return isOrigin(value);
    case 'media':
      return isMedia(value);
    case 'words':
      return Array.isArray(value) && value.length <= 20 && value.every((one) => (field.of ? field.of.includes(one as string) : isText(one) && (one as string).length <= 80));
    case 'list':
      return Array.isArray(value) && value.length <= field.most && distinct(value) && value.every((one) => fitsThing(one, field, languages));
    case 'group':
      return isRecord(value) && fitsForm(value, field.of(), languages);
    default:
      return isText(value);
  }
}

function distinct(list: readonly unknown[]): boolean {
  return new Set(list.map((one) => (one as { id?: unknown } | null)?.id)).size === list.length;
}

/** Whether a value may stand in a list: an id of its own, perhaps a type, and fields of its form alone. */
export function fitsThing(value: unknown, list: FieldForm & { kind: 'list' }, languages: readonly string[]): value is { id: string } & Record<string, Json> {
  if (!isRecord(value) || !isThingId(value.id)) return false;
  const { id: _, type, ...fields } = value;
  const form = formIn(list, value);
  if (typeof list.of === 'function' ? form.length === 0 || !isText(type) : type !== undefined) return false;
  return fitsForm(fields, form, languages);
}

/** Whether a draft may be without a field: an optional one, a set of words, a file that is still to be chosen, a question that nobody has answered. */
export function mayLack(field: FieldForm): boolean {
  return field.kind === 'media' || field.kind === 'words' || ('optional' in field && field.optional === true) || ('asked' in field && field.asked === true);
}

function fitsForm(value: Record<string, unknown>, form: Form, languages: readonly string[]): boolean {
  // A field that is not there at all would be missed by whoever reads it; a file may still be chosen, a question answered.
  const whole = form.every((field) => Object.hasOwn(value, field.key) || mayLack(field));
  return whole && Object.entries(value).every(([key, member]) => {
    const field = form.find((one) => one.key === key);
    return field !== undefined && fits(member, field, languages);
  });
}
