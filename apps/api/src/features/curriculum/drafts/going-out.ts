import type { Document, LessonBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { type Reviewing, type SignOff, unsigned } from '@seek-justice/domain/curriculum/authoring/review.ts';
import { type SourceContents, sourceContents, sourcesBehind } from '@seek-justice/domain/curriculum/authoring/signed-sources.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import type { StoredSource } from '../sources/sources.repository.ts';
import { sha256, today } from './today.ts';

/** The sources of a lesson, by its id. */
export type SourcesOf = (lesson: string) => readonly StoredSource[];

/** What signatures are looked at with when sources say this. */
export function reviewing(sources: readonly StoredSource[]): Reviewing {
  return { languages: SITE.languages, today: today(), sha256, sources: contents(sources) };
}

export function contents(sources: readonly StoredSource[]): SourceContents {
  return sourceContents(sources.map(({ data }) => data));
}

/** Ids of the sources that the blocks of a document lean on. */
export function sourcesIn({ kind, body }: Document): string[] {
  return kind === 'lesson' ? (body as LessonBody).blocks.flatMap((block) => block.sources ?? []) : [];
}

/**
 * The sources that lessons go out with when they are published: as they stand; but one that words of law lean on which
 * nobody has signed with it stays what the readers have of it. So nobody's change of a source reaches them unsigned, and
 * nothing else has to wait for that signature.
 */
export function goingOut({ documents, signOffs, sources }: { documents: ReadonlyMap<string, Document>; signOffs: ReadonlyMap<string, SignOff[]>; sources: readonly StoredSource[] }, former: SourcesOf): SourcesOf {
  const now = reviewing(sources);
  return (lesson) => {
    const document = documents.get(lesson);
    if (!document) return sources;
    const open = new Set(unsigned(document, signOffs.get(lesson) ?? [], now).flatMap(({ thing, competence }) => sourcesBehind(document, thing, competence)));
    return sources.map((source) => (open.has(source.id) && former(lesson).find(({ id }) => id === source.id)) || source);
  };
}
