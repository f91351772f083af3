import type { Document, ModuleBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { heardLengths } from '@seek-justice/domain/curriculum/play-code.ts';
import type { PlayLengths } from '../../../blocks/print-code.tsx';
import { call } from '../../../local/api.ts';
import type { NarrationPart } from '../recorder/narration.ts';

/** Documents as they are printed, with the version of each, and how long the blocks of lessons are heard. */
export type Papers = Map<string, { document: Document; version: number; heard: PlayLengths['heard'] }>;

/** What the server said why something did not come, or nothing where it said nothing. */
class NotHere extends Error {
  readonly words: string | undefined;

  constructor(words: string | undefined) {
    super(words);
    this.words = words;
  }
}

async function read<T>(path: string): Promise<T> {
  const answer = await call<T>('GET', path);
  if (!answer.ok) throw new NotHere(answer.problem?.title);
  return answer.body;
}

/** How long each block of a lesson is heard, by language: what was recorded of it, old or not. */
async function heardOf(id: string, languages: readonly string[]): Promise<PlayLengths['heard']> {
  const told = await Promise.all(languages.map((lang) => read<{ parts: NarrationPart[] }>(`/api/drafts/${id}/narration?lang=${lang}`)));
  return Object.fromEntries(languages.map((lang, at) => [lang, heardLengths((told[at]?.parts ?? []).map(({ key, aside, clip }) => ({ key, aside, ms: clip?.ms ?? null })))]));
}

/** A document with what it leads to, as the server has it now. @returns what went wrong, in words of the server or none. */
export async function loadPapers(id: string, languages: readonly string[]): Promise<{ papers: Papers } | { trouble: string | undefined }> {
  const papers: Papers = new Map();
  const load = async (one: string): Promise<void> => {
    const { document, version } = await read<{ document: Document; version: number }>(`/api/drafts/${one}`);
    papers.set(one, { document, version, heard: document.kind === 'lesson' ? await heardOf(one, languages) : {} });
    const { lessons = [], quizzes = [] } = document.body as Partial<ModuleBody>;
    // A module without one of its lessons would be corrected as if it were whole.
    await Promise.all([...lessons, ...quizzes].map(({ id: next }) => load(next)));
  };
  try {
    await load(id);
    return { papers };
  } catch (error) {
    if (error instanceof NotHere) return { trouble: error.words };
    throw error;
  }
}
