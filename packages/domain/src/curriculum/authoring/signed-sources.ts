import { canonical, type Json } from '../../kernel/canonical.ts';
import type { Source } from '../draft.ts';
import type { Document, LessonBody } from './document.ts';

/** What a source says: not when somebody last looked at it, for looking again must cost no signature. */
export type SourceContent = Omit<Source, 'id' | 'verifiedOn' | 'reviewBy'>;

/** What sources say, by their ids. */
export type SourceContents = Readonly<Record<string, SourceContent>>;

/** Competences whose signature answers for the sources too: a statement of law is worth what it rests on. */
const WITH_SOURCES: ReadonlySet<string> = new Set(['law']);

export function sourceContent({ title, publisher, where, date, supports }: Omit<Source, 'id'>): SourceContent {
  return { title, ...(publisher !== undefined && { publisher }), ...(where !== undefined && { where }), ...(date !== undefined && { date }), ...(supports !== undefined && { supports }) };
}

export function sourceContents(sources: readonly Source[]): SourceContents {
  return Object.fromEntries(sources.map((source) => [source.id, sourceContent(source)]));
}

/** Ids of the sources that a signature of this competence under a thing answers for. */
export function sourcesBehind(document: Document, thing: string, competence: string): string[] {
  if (!WITH_SOURCES.has(competence) || document.kind !== 'lesson') return [];
  return (document.body as LessonBody).blocks.find(({ id }) => id === thing)?.sources ?? [];
}

/** Ids are words that people write into blocks: `constructor` names no source. */
function find(contents: SourceContents, id: string): SourceContent | null {
  return Object.hasOwn(contents, id) ? (contents[id] ?? null) : null;
}

/** Of these sources those that there are, as they stand. */
export function contentsOf(ids: readonly string[], sources: SourceContents): SourceContents {
  return Object.fromEntries(Object.entries(sources).filter(([id]) => ids.includes(id)));
}

/** Which of these sources say something else now than before; what is in neither is the same. */
export function sourcesChanged(ids: readonly string[], before: SourceContents, now: SourceContents): string[] {
  const said = (contents: SourceContents, id: string): string => canonical(find(contents, id) as unknown as Json);
  return ids.filter((id) => said(before, id) !== said(now, id));
}
