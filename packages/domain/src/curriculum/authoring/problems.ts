import { type FieldForm, type Form, formIn } from '../form.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { type Document, DOCUMENT_FORMS, type ModuleBody } from './document.ts';
import { SELF, textStates, thingOf } from './translation.ts';

/** Something that stands in the way of publishing (`stops`), of a release (`pilot`), or of nothing (`advice`). */
export interface PublishProblem {
  weight: 'stops' | 'pilot' | 'advice';
  code: ProblemCode;
  draft: string;
  thing: string;
  /** The field that mends it: a path of keys and ids within the thing; empty where no one field does. */
  field: string;
  values: Record<string, string>;
}

/** A thing of a document, for who reads of what is wrong with it: a block or a question, its type, and its place in the list, from 1. */
export interface ThingPlace {
  list: 'blocks' | 'items';
  type: string;
  at: number;
}

type Listed = { id: string; type: string };

interface Found {
  field: FieldForm;
  value: unknown;
  path: string[];
}

/** All fields of a thing and of what is in it. */
function fieldsIn(thing: object, form: Form, path: readonly string[]): Found[] {
  return form.flatMap((field): Found[] => {
    const value = (thing as Record<string, unknown>)[field.key];
    const at = [...path, field.key];
    const own = { field, value, path: at };
    if (field.kind === 'group') return [own, ...(value ? fieldsIn(value, field.of(), at) : [])];
    if (field.kind !== 'list') return [own];
    return [own, ...((value ?? []) as { id: string }[]).flatMap((one) => fieldsIn(one, formIn(field, one), [...at, one.id]))];
  });
}

/** How many a list has to have in the end, though it may be short while a document is written; null where it is long enough. */
function wanted({ field, value, path }: Found): number | null {
  if (field.kind !== 'list') return null;
  const { length } = (value ?? []) as unknown[];
  // How many questions a quiz needs is told with the quiz; a step without choices is the end of a story.
  if ((field.key === 'items' && path.length === 1) || (field.key === 'choices' && length === 0)) return null;
  return length < field.least ? field.least : null;
}

const isNumber = (value: unknown, { least, most }: FieldForm & { kind: 'number' }): boolean => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/** The end of a path, within its thing. */
function within(path: readonly string[]): string {
  return (thingOf(path) === SELF ? path : path.slice(2)).join('/');
}

/** What a document lacks in itself: texts that nobody has written in a language, lists that are too short, numbers. */
export function documentProblems(document: Document, languages: readonly string[]): PublishProblem[] {
  const problem = (weight: PublishProblem['weight'], code: ProblemCode, path: readonly string[], values: Record<string, string>): PublishProblem => ({
    weight,
    code,
    draft: document.id,
    thing: thingOf(path),
    field: within(path),
    values,
  });
  const found = fieldsIn(document.body, DOCUMENT_FORMS[document.kind], []).flatMap((one): PublishProblem[] => {
    const { field, path, value } = one;
    if (field.kind === 'number' && !isNumber(value, field)) return [problem('stops', 'number_missing', path, { of: field.key })];
    const least = wanted(one);
    return least === null ? [] : [problem('stops', 'too_few', path, { list: field.key, least: String(least) })];
  });
  for (const lang of languages)
    for (const [state, weight, code] of [['missing', 'stops', 'untranslated'], ['stale', 'advice', 'stale']] as const) {
      const texts = textStates(document, lang).filter((one) => one.state === state);
      // Said once of a thing, however many of its texts it is true of; one text is named.
      for (const thing of new Set(texts.map((one) => one.thing))) {
        const [{ path } = { path: [] }, ...more] = texts.filter((one) => one.thing === thing);
        found.push(problem(weight, code, path, { lang, n: String(more.length + 1), ...(more.length === 0 ? { of: path.at(-1) ?? '' } : {}) }));
      }
    }
  return found;
}

/** What may be right all the same. */
const ADVICE: ReadonlySet<ProblemCode> = new Set(['length_differs', 'reference_in_text', 'same_option', 'same_question', 'longest_is_right']);

/** What is said by the documents themselves already, text by text and list by list. */
const TOLD: ReadonlySet<ProblemCode> = new Set(['untranslated', 'no_description', 'no_transcript', 'nobody_promises', 'no_replacement', 'ladder_short', 'no_situation']);

/** What the check of a whole course has found, with the document and the thing that it is about; null for what its document tells itself. */
export function located({ where, code, field, values = {} }: Problem, documents: ReadonlyMap<string, Document>, course: string): PublishProblem | null {
  if (TOLD.has(code)) return null;
  const steps = where.split('/');
  const at = steps.findLastIndex((step) => documents.has(step));
  const named = documents.get(steps[at] ?? '');
  // A course that was put together holds the questions in their module.
  const quiz = named?.kind === 'module' && steps[at + 1] === 'quiz' ? documents.get((named.body as ModuleBody).quizzes[0]?.id ?? '') : undefined;
  const document = quiz ?? named;
  const path = steps.slice(at + (quiz ? 2 : 1)).filter((step, index) => index > 0 || (step !== 'blocks' && step !== 'items'));
  const listed = thingsOf(document).some(({ id }) => id === path[0]);
  return {
    weight: ADVICE.has(code) ? 'advice' : 'stops',
    code,
    draft: document?.id ?? course,
    thing: listed ? (path[0] as string) : SELF,
    field: field ?? path.slice(listed ? 1 : 0).join('/'),
    values,
  };
}

/** The blocks or questions of a document, in their order. */
function thingsOf(document: Document | undefined): Listed[] {
  const { blocks, items } = (document?.body ?? {}) as { blocks?: Listed[]; items?: Listed[] };
  return blocks ?? items ?? [];
}

/** What a thing is, and which of its list; null for the document itself. */
export function thingPlace(document: Document | undefined, thing: string): ThingPlace | null {
  const listed = thingsOf(document);
  const at = listed.findIndex(({ id }) => id === thing);
  return at < 0 ? null : { list: document?.kind === 'quiz' ? 'items' : 'blocks', type: listed[at]?.type ?? '', at: at + 1 };
}
