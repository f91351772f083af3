import { canonical, type Json } from '../../kernel/canonical.ts';
import { textsOf } from '../form.ts';
import { type Document, DOCUMENT_FORMS, type LessonBody, type QuizBody } from './document.ts';
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

/** What still wants a signature: none was given, the text has changed since, or it is to be looked at again. */
export function unsigned(
  document: Document,
  signOffs: readonly SignOff[],
  { languages, today, sha256 }: { languages: readonly string[]; today: string; sha256: (text: string) => string },
): { thing: string; competence: Competence }[] {
  return thingsOf(document).flatMap((thing) =>
    competencesOf(document, thing, languages)
      .filter((competence) => {
        const content = contentOf(document, thing, competence, sha256);
        return !signOffs.some((one) => one.thing === thing && one.competence === competence && one.content === content && one.reviewBy >= today);
      })
      .map((competence) => ({ thing, competence })),
  );
}
