import { type Form, formIn } from '../form.ts';
import type { Problem } from '../check.ts';
import { type Document, DOCUMENT_FORMS } from './document.ts';
import { SELF, textStates, thingOf } from './translation.ts';

/** Something that stands in the way of publishing (`stops`), of a release (`pilot`), or of nothing (`advice`). */
export interface PublishProblem {
  weight: 'stops' | 'pilot' | 'advice';
  code: string;
  draft: string;
  thing: string;
  values: Record<string, string>;
}

/** Kinds of lists that may still be short while a document is written, and have to be long enough in the end. */
function shortLists(thing: object, form: Form, path: readonly string[]): string[][] {
  return form.flatMap((field): string[][] => {
    const value = (thing as Record<string, unknown>)[field.key];
    const at = [...path, field.key];
    if (field.kind === 'group') return value ? shortLists(value, field.of(), at) : [];
    if (field.kind !== 'list') return [];
    const list = (value ?? []) as { id: string }[];
    // How many questions a quiz needs is told with the quiz; a step without choices is the end of a story.
    const short = list.length < field.least && field.key !== 'items' && !(field.key === 'choices' && list.length === 0);
    const points = field.key === 'items' && path.length > 0 && list.length < field.least;
    return [...(short || points ? [at] : []), ...list.flatMap((one) => shortLists(one, formIn(field, one), [...at, one.id]))];
  });
}

/** What a document lacks in itself: texts that nobody has written in a language, lists that are too short. */
export function documentProblems(document: Document, languages: readonly string[]): PublishProblem[] {
  const found: PublishProblem[] = [];
  const add = (weight: PublishProblem['weight'], code: string, thing: string, values: Record<string, string> = {}): void => {
    // Said once of a thing, however many of its texts it is true of.
    if (!found.some((one) => one.code === code && one.thing === thing && one.values.lang === values.lang)) found.push({ weight, code, draft: document.id, thing, values });
  };
  for (const path of shortLists(document.body, DOCUMENT_FORMS[document.kind], [])) add('stops', 'too_few', thingOf(path));
  for (const lang of languages)
    for (const { thing, state } of textStates(document, lang)) {
      if (state === 'missing') add('stops', 'untranslated', thing, { lang });
      else if (state === 'stale') add('advice', 'stale', thing, { lang });
    }
  return found;
}

/** What may be right all the same. */
const ADVICE: ReadonlySet<string> = new Set(['length_differs', 'reference_in_text']);

/** What the check of a whole course has found, with the document and the thing that it is about. */
export function located({ where, problem, code = 'other', values }: Problem, documents: ReadonlyMap<string, Document>, course: string): PublishProblem {
  const steps = where.split('/');
  const at = steps.findLastIndex((step) => documents.has(step));
  const thing = steps.slice(at + 1).find((step) => step !== 'blocks' && step !== 'items') ?? SELF;
  const document = documents.get(steps[at] ?? '');
  const listed = ((document?.body as { blocks?: { id: string }[]; items?: { id: string }[] }) ?? {}).blocks ?? (document?.body as { items?: { id: string }[] } | undefined)?.items ?? [];
  return {
    weight: ADVICE.has(code) ? 'advice' : 'stops',
    code,
    draft: document?.id ?? course,
    thing: listed.some(({ id }) => id === thing) ? thing : SELF,
    values: { ...values, problem },
  };
}
