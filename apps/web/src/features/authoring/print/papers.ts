import type { Document, ModuleBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { call } from '../../../local/api.ts';

/** Documents as they are printed, with the version of each. */
export type Papers = Map<string, { document: Document; version: number }>;

/** A document with what it leads to, as the server has it now. @returns what went wrong, in words of the server or none. */
export async function loadPapers(id: string): Promise<{ papers: Papers } | { trouble: string | undefined }> {
  const papers: Papers = new Map();
  const load = async (one: string): Promise<string | undefined | null> => {
    const answer = await call<{ document: Document; version: number }>('GET', `/api/drafts/${one}`);
    if (!answer.ok) return answer.problem?.title;
    papers.set(one, answer.body);
    const { lessons = [], quizzes = [] } = answer.body.document.body as Partial<ModuleBody>;
    // A module without one of its lessons would be corrected as if it were whole.
    const below = await Promise.all([...lessons, ...quizzes].map(({ id: next }) => load(next)));
    return below.find((trouble) => trouble !== null) ?? (below.includes(undefined) ? undefined : null);
  };
  const trouble = await load(id);
  return trouble === null ? { papers } : { trouble };
}
