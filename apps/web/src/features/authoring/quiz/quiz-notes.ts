import type { QuizDraft } from '@seek-justice/domain/curriculum/draft.ts';
import type { Document, QuizBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { withRight } from '@seek-justice/domain/curriculum/authoring/documents-of.ts';
import { SELF } from '@seek-justice/domain/curriculum/authoring/translation.ts';
import { quizAdvice } from '@seek-justice/domain/curriculum/advice.ts';
import { quizProblems } from '@seek-justice/domain/curriculum/check.ts';

/** Something to think about in a quiz, at an item or (`:self`) of the whole. */
export interface QuizNote {
  thing: string;
  /** A key of the author's words. */
  say: string;
  values: Record<string, string>;
  lang: string | null;
}

function drafted({ id, body }: Document<'quiz'>): QuizDraft {
  return { id, draft: [], passMark: body.passMark, items: body.items.map(withRight) };
}

/** What a quiz is better without and what stands in its way, each once for an item and a language. */
export function quizNotes(document: Document, languages: readonly string[]): QuizNote[] {
  const quiz = drafted(document as Document<'quiz'>);
  const known = new Set((document.body as QuizBody).items.map(({ id }) => id));
  const thingIn = (where: string): string => where.split('/').find((step) => known.has(step)) ?? SELF;
  const advice = quizAdvice(quiz, languages).flatMap(({ where, code, lang, values = {}, items = [] }): QuizNote[] => [
    { thing: thingIn(where), say: `advice.${code}`, values, lang },
    ...items.map((thing): QuizNote => ({ thing, say: 'advice.longestHere', values: {}, lang })),
  ]);
  const problems = quizProblems(quiz, quiz.id).map(({ where, code, values = {} }): QuizNote => ({ thing: thingIn(where), say: `problem.${code}`, values, lang: null }));
  const seen = new Set<string>();
  return [...problems, ...advice].filter(({ thing, say, lang }) => {
    const key = `${thing} ${say} ${lang}`;
    return !seen.has(key) && seen.add(key);
  });
}
