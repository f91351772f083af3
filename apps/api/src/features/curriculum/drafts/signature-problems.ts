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

type Weight = PublishProblem['weight'];
const HEAVIEST: readonly Weight[] = ['stops', 'pilot', 'advice'];

/** A thing that lacks a signature. `held`: it has one under the sources as they stand, but another thing keeps one of them from going out. */
interface Lacking {
  thing: string;
  competence: string;
  weight: Weight;
  /** Sources that its signature answers for. */
  behind: string[];
  /** Those of them that are the reason; none: the words themselves. */
  changed: string[];
  held: boolean;
}

/**
 * What nobody has signed as it stands, or as it would go out; where sources are the reason, each of them. What is told of a
 * thing can be mended there: where one thing waits for another's signature, the other is told, as heavily.
 */
export function unsignedProblems(document: Document, judging: Judging): PublishProblem[] {
  const lacking = thingsOf(document).flatMap((thing) => competencesOf(document, thing, SITE.languages).flatMap((competence) => lacks(document, thing, competence, judging)));
  const waiting = lacking.filter(({ held }) => held);
  return lacking.flatMap(({ thing, competence, weight: own, behind, changed, held }): PublishProblem[] => {
    if (held) return [];
    // A source is kept back only by words that lean on it and lack their signature: whoever waits for it waits for one of these.
    const weights = [own, ...waiting.filter((one) => one.changed.some((source) => behind.includes(source))).map((one) => one.weight)];
    const weight = HEAVIEST.find((one) => weights.includes(one)) ?? own;
    if (changed.length === 0) return [{ weight, code: 'unsigned', draft: document.id, thing, field: '', values: { competence } }];
    return changed.map((source): PublishProblem => ({ weight, code: 'source_changed', draft: document.id, thing, field: 'sources', values: { competence, source } }));
  });
}

function lacks(document: Document, thing: string, competence: string, { signOffs, sources, going, former }: Judging): Lacking[] {
  const [now, out, before] = [reviewing(sources), reviewing(going), contents(former.sources)];
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
  return [{ thing, competence, weight, behind, changed, held: Boolean(signature.now) }];
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
