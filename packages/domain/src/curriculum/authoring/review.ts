import { canonical, type Json } from '../../kernel/canonical.ts';
import { textsOf } from '../form.ts';
import { type Document, DOCUMENT_FORMS, type LessonBody, type QuizBody } from './document.ts';
import { type SourceContents, sourcesBehind, sourcesChanged } from './signed-sources.ts';
import { SELF, thingOf } from './translation.ts';

/** What somebody can be asked to answer for: law, safety, scripture, or a language (`lang:km`). */
export type Competence = string;

/** A signature under a thing as it stood. */
export interface SignOff {
  thing: string;
  competence: Competence;
  /** `contentOf` what was signed. */
  content: string;
  /** Day (YYYY-MM-DD) until which it holds. */
  reviewBy: string;
  /** What the sources said that it answers for; of others it says nothing. */
  sources: SourceContents;
}

/** What signatures are looked at with. */
export interface Reviewing {
  languages: readonly string[];
  today: string;
  sha256: (text: string) => string;
  /** What the sources say now. */
  sources: SourceContents;
}

/** The competence that confirms a language. */
export function languageCompetence(lang: string): Competence {
  return `lang:${lang}`;
}

/** Things of a document that are signed off, in order: its own texts, then each block or item. */
export function thingsOf(document: Document): string[] {
  const listed = document.kind === 'lesson' ? (document.body as LessonBody).blocks : document.kind === 'quiz' ? (document.body as QuizBody).items : [];
  return [SELF, ...listed.map(({ id }) => id)];
}

/** Competences that a thing asks for: its tags, and every language that is a translation. */
export function competencesOf(document: Document, thing: string, languages: readonly string[]): Competence[] {
  const block = document.kind === 'lesson' ? (document.body as LessonBody).blocks.find(({ id }) => id === thing) : undefined;
  const translated = textsOf(document.body, DOCUMENT_FORMS[document.kind]).some(({ path }) => thingOf(path) === thing);
  return [...(block?.tags ?? []), ...(translated ? languages.filter((lang) => lang !== (document.body.origin ?? document.body.source)).map(languageCompetence) : [])];
}

/** The text that a signature of this competence stands under: everything of a thing, or its texts in one language. */
export function contentOf(document: Document, thing: string, competence: Competence, sha256: (text: string) => string): string {
  const texts = textsOf(document.body, DOCUMENT_FORMS[document.kind]).filter(({ path }) => thingOf(path) === thing);
  const lang = /^lang:(.+)$/.exec(competence)?.[1];
  if (lang !== undefined) return sha256(canonical(texts.map(({ path, text }) => [path.join('/'), text?.[lang] ?? null])));
  const list = document.kind === 'lesson' ? (document.body as LessonBody).blocks : (document.body as { items?: { id: string }[] }).items;
  const whole = list?.find(({ id }) => id === thing) ?? texts.map(({ path, text }) => [path.join('/'), text ?? null]);
  return sha256(canonical(whole as unknown as Json));
}

/** Whether a signature stands under what a thing says now, and until today; its sources are another matter. */
function standsUnder(document: Document, { thing, competence }: { thing: string; competence: Competence }, { today, sha256 }: Reviewing): (signed: SignOff) => boolean {
  const content = contentOf(document, thing, competence, sha256);
  return (one) => one.thing === thing && one.competence === competence && one.content === content && one.reviewBy >= today;
}

/** The signature that a thing has for a competence; of several the first that is given. */
export function signatureOf<S extends SignOff>(document: Document, thing: string, competence: Competence, signOffs: readonly S[], reviewing: Reviewing): S | undefined {
  const behind = sourcesBehind(document, thing, competence);
  return signOffs.filter(standsUnder(document, { thing, competence }, reviewing)).find((one) => sourcesChanged(behind, one.sources, reviewing.sources).length === 0);
}

/** The first signature that has ended only because sources say something else now, with the ids of these; null where there is none. */
export function endedBySources<S extends SignOff>(document: Document, thing: string, competence: Competence, signOffs: readonly S[], reviewing: Reviewing): { signed: S; changed: string[] } | null {
  if (signatureOf(document, thing, competence, signOffs, reviewing)) return null;
  const signed = signOffs.find(standsUnder(document, { thing, competence }, reviewing));
  return signed ? { signed, changed: sourcesChanged(sourcesBehind(document, thing, competence), signed.sources, reviewing.sources) } : null;
}

/** What still wants a signature: none was given, the text or a source of it has changed since, or it is to be looked at again. */
export function unsigned(document: Document, signOffs: readonly SignOff[], reviewing: Reviewing): { thing: string; competence: Competence }[] {
  return thingsOf(document).flatMap((thing) =>
    competencesOf(document, thing, reviewing.languages)
      .filter((competence) => !signatureOf(document, thing, competence, signOffs, reviewing))
      .map((competence) => ({ thing, competence })),
  );
}
