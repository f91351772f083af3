import { parseReference, showReference } from '@seek-justice/domain/curriculum/reference.ts';
import type { CourseCheck } from './api.ts';

type Told = Pick<CourseCheck['problems'][number], 'code' | 'field' | 'values'>;

interface Voice {
  lang: string;
  /** Says a key that was put together; the key itself where there are no words for it. */
  say: (key: string, values?: Record<string, string>) => string;
  n: (value: string) => string;
  /** What a source is called, by its id. */
  sourceNamed: (id: string) => string;
}

/** What a text is called: by its own field, or by what it is one of. */
function nameOf({ field, values }: Told, { say }: Voice): string {
  const steps = field.split('/');
  const list = values.of === 'text' ? steps.at(-3) : undefined;
  return list ? say(`part.${list}`) : say(`field.${values.of}`);
}

/** Under which key a problem is said: some differ by the text, the list or the number that they are about. */
function keyOf({ code, values }: Told, { say }: Voice): string {
  const key = `problem.${code}`;
  const own = [values.of, values.list].flatMap((which) => (which ? [`${key}.${which}`] : [])).find((one) => say(one) !== one);
  return own ?? (values.of ? `${key}.one` : key);
}

/** What stands in the way of publishing, in the reader's language and digits. */
export function problemWords(problem: Told, voice: Voice): string {
  const { say, n, lang, sourceNamed } = voice;
  const { values } = problem;
  const numbers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name === 'id' ? value : n(value)]));
  return say(keyOf(problem, voice), {
    ...numbers,
    ...(values.text && parseReference(values.text) ? { text: showReference(values.text, lang, n) } : {}),
    ...(values.source ? { source: sourceNamed(values.source) } : {}),
    ...(values.lang ? { lang: say(`lang.${values.lang}`) } : {}),
    ...(values.competence ? { competence: say(`competence.${values.competence}`) } : {}),
    ...(values.of ? { field: nameOf(problem, voice) } : {}),
  });
}
