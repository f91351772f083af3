import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';

const LISTS = ['modules', 'lessons', 'quizzes'] as const;

/** A document and all that it leads to, in reading order; what is named and not there is left out. */
export function below<D extends Document>(documents: ReadonlyMap<string, D>, id: string): D[] {
  const document = documents.get(id);
  if (!document) return [];
  const body = document.body as Partial<Record<(typeof LISTS)[number], { id: string }[]>>;
  return [document, ...LISTS.flatMap((list) => body[list] ?? []).flatMap((one) => below(documents, one.id))];
}

/** Titles by document; questions go by that of the module that they belong to. */
export function titlesOf(documents: Iterable<Document>): Record<string, Record<string, string>> {
  const titles: Record<string, Record<string, string>> = {};
  for (const { id, body } of documents) {
    const { title, quizzes = [] } = body as { title?: Record<string, string>; quizzes?: { id: string }[] };
    if (title) titles[id] = title;
    for (const quiz of quizzes) titles[quiz.id] = title ?? {};
  }
  return titles;
}
