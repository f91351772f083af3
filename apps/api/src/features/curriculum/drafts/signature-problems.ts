import type { Document, LessonBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { PublishProblem } from '@seek-justice/domain/curriculum/authoring/problems.ts';
import { competencesOf, contentOf, endedBySources, signatureOf, type SignOff, thingsOf } from '@seek-justice/domain/curriculum/authoring/review.ts';
import { sourcesBehind, sourcesChanged } from '@seek-justice/domain/curriculum/authoring/signed-sources.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import type { StoredSource } from '../sources/sources.repository.ts';
import { contents, reviewing } from './going-out.ts';
import { sha256 } from './today.ts';

/** Without these signatures nothing new is published, not even as a pilot: wrong advice of these kinds does harm at once. */
const NEVER_WITHOUT: ReadonlySet<string> = new Set(['law', 'safety']);

/** What signatures of a document are judged by. */
interface Judging {
  signOffs: readonly SignOff[];
  /** Sources as they stand, and as they would go out with the document. */
  sources: readonly StoredSource[];
  going: readonly StoredSource[];
  /** What readers have. */
  former: { document: Document | null; sources: readonly StoredSource[] };
}

/** What nobody has signed as it stands, or as it would go out; where sources are the reason, each of them. */
export function unsignedProblems(document: Document, { signOffs, sources, going, former }: Judging): PublishProblem[] {
  const [now, out, before] = [reviewing(sources), reviewing(going), contents(former.sources)];
  const judge = (thing: string, competence: string): PublishProblem[] => {
    const signature = { now: signatureOf(document, thing, competence, signOffs, now), out: signatureOf(document, thing, competence, signOffs, out) };
    if (signature.now && signature.out) return [];
    const behind = sourcesBehind(document, thing, competence);
    const text = (one: Document): string => contentOf(one, thing, competence, sha256);
    const sameText = former.document !== null && text(former.document) === text(document);
    const asBefore = sameText && sourcesChanged(behind, before, out.sources).length === 0;
    // What goes out is signed with the sources that it goes out with, though not with what they have become here.
    const weight = signature.out ? 'advice' : NEVER_WITHOUT.has(competence) && !asBefore ? 'stops' : 'pilot';
    const since = signature.now || signature.out || sameText ? sourcesChanged(behind, out.sources, now.sources) : [];
    const changed = endedBySources(document, thing, competence, signOffs, now)?.changed ?? since;
    if (changed.length === 0) return [{ weight, code: 'unsigned', draft: document.id, thing, field: '', values: { competence } }];
    return changed.map((source): PublishProblem => ({ weight, code: 'source_changed', draft: document.id, thing, field: 'sources', values: { competence, source } }));
  };
  return thingsOf(document).flatMap((thing) => competencesOf(document, thing, SITE.languages).flatMap((competence) => judge(thing, competence)));
}

/**
 * Words of law or safety from which somebody took the tag: nobody would be asked to sign them, nor their sources, neither now
 * nor when they change in the next publish. Words that never were such are written as a block of their own.
 */
export function untaggedProblems(document: Document, former: Document | null): PublishProblem[] {
  if (document.kind !== 'lesson' || !former) return [];
  const blocks = (one: Document): LessonBody['blocks'] => (one.body as LessonBody).blocks;
  return blocks(former).flatMap(({ id: thing, tags = [] }) => {
    const now = blocks(document).find(({ id }) => id === thing);
    if (!now) return [];
    return tags
      .filter((tag) => NEVER_WITHOUT.has(tag) && !now.tags?.includes(tag))
      .map((competence): PublishProblem => ({ weight: 'stops', code: 'untagged', draft: document.id, thing, field: 'tags', values: { competence } }));
  });
}
