import { canonical, type Json } from '../kernel/canonical.ts';
import { type LocalizedText, textIn } from '../language/localized-text.ts';
import type { Block } from './block.ts';
import type { Clips, NarrationLeaf } from './clip.ts';
import type { CourseDraft, LessonDraft, QuizDraft, Source } from './draft.ts';
import type { CourseManifest, Leaves, LessonLeaf, Narrations, QuizLeaf } from './leaf.ts';
import { narrate, type Part, partsOf, phraseParts, type Recordings } from './narration.ts';
import { PHRASES } from './phrases.ts';

/** A frozen tree: the manifest's hash, and the canonical text of every node by its hash. */
export interface Snapshot {
  hash: string;
  manifest: CourseManifest;
  nodes: Map<string, string>;
}

/** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal; injected, because phone and server reach it differently. */
export type Sha256 = (text: string) => string;

function isText(value: unknown): value is LocalizedText {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((v) => typeof v === 'string');
}

/** What learners may have of a block: the questions that an officer is to expect are the officer's, but for the shared ones. */
function shared(block: Block<LocalizedText>): Block<LocalizedText> {
  return block.type === 'officer' ? { ...block, questions: block.questions.filter((question) => question.shared) } : block;
}

/** A block with every LocalizedText replaced by its text in one language, and the leader's notes left out. */
function blockIn(block: Block<LocalizedText>, lang: string, languages: readonly string[]): Block<string> {
  const localise = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(localise);
    // A text that nobody has written yet, in a draft that is looked at, is empty.
    if (isText(value) && (Object.keys(value).length === 0 || languages.some((language) => language in value))) return textIn(value, lang);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value)
          .filter(([key, member]) => key !== 'notes' && member !== undefined)
          .map(([key, member]) => [key, localise(member)]),
      );
    return value;
  };
  return localise(shared(block)) as Block<string>;
}

/** A lesson in one language, as it is frozen. */
export function lessonLeaf(lesson: LessonDraft, lang: string, languages: readonly string[], sources: readonly Source[]): LessonLeaf {
  const stale = lesson.stale?.[lang] ?? [];
  const named = new Set(lesson.blocks.flatMap((block) => block.sources ?? []));
  return {
    kind: 'lesson',
    id: lesson.id,
    lang,
    title: textIn(lesson.title, lang),
    minutes: lesson.minutes,
    draft: lesson.draft.includes(lang),
    ...(stale.length > 0 ? { stale } : {}),
    blocks: lesson.blocks.map((block) => blockIn(block, lang, languages)),
    sources: Object.fromEntries(sources.filter(({ id }) => named.has(id)).map(({ id, title }) => [id, textIn(title, lang)])),
  };
}

/** A quiz in one language, as it is frozen. */
export function quizLeaf(quiz: QuizDraft, lang: string): QuizLeaf {
  const stale = quiz.stale?.[lang] ?? [];
  return {
    kind: 'quiz',
    id: quiz.id,
    lang,
    passMark: quiz.passMark,
    draft: quiz.draft.includes(lang),
    ...(stale.length > 0 ? { stale } : {}),
    items: quiz.items.map(({ id, type, situation, question, options, form, twin }) => ({
      id,
      type,
      ...(situation ? { situation: textIn(situation, lang) } : {}),
      question: textIn(question, lang),
      options: options.map((option) => ({
        id: option.id,
        right: option.right,
        text: textIn(option.text ?? {}, lang),
        ...(option.match ? { match: textIn(option.match, lang) } : {}),
        feedback: textIn(option.feedback ?? {}, lang),
      })),
      // A quiz without forms has the hash of before there were any; who does not know them asks everything.
      ...(form ? { form } : {}),
      ...(form === 'b' && twin ? { twin } : {}),
    })),
  };
}

/**
 * Freezes a course: one leaf per lesson × language and quiz × language, their narrations as far as there are any, and
 * the manifest above them. Equal drafts give equal hashes; an edit changes one leaf and the manifest.
 * @param sources those of all lessons, or of each.
 */
export function publish(
  course: CourseDraft,
  languages: readonly string[],
  sources: readonly Source[] | ((lesson: string) => readonly Source[]),
  sha256: Sha256,
  recordings: Recordings = () => undefined,
): Snapshot {
  const behind = typeof sources === 'function' ? sources : () => sources;
  const nodes = new Map<string, string>();
  const add = (node: LessonLeaf | QuizLeaf | NarrationLeaf | CourseManifest): { hash: string; bytes: number } => {
    const text = canonical(node as unknown as Json);
    const hash = sha256(text);
    nodes.set(hash, text);
    return { hash, bytes: new TextEncoder().encode(text).length };
  };
  const leaves = (make: (lang: string) => LessonLeaf | QuizLeaf): Leaves =>
    Object.fromEntries(languages.map((lang) => [lang, add(make(lang))]));
  // A course without narration has no trace of it: its hash is what it was before there was any.
  const narration = <Name extends string>(name: Name, of: string, parts: (lang: string) => readonly Part[], told?: Pick<LessonDraft, 'recalls' | 'stale'>): { [K in Name]?: Narrations } => {
    // Of a text that was called back no old recording may be heard either.
    const current = (given: readonly Part[], clips: Clips): Clips =>
      told?.recalls?.length ? Object.fromEntries(Object.entries(clips).filter(([key, { source }]) => given.some((one) => one.key === key && sha256(one.text) === source))) : clips;
    const found = languages.flatMap((lang): [string, Narrations[string]][] => {
      const given = parts(lang);
      const { leaf, ...heard } = narrate({ of, lang, parts: given, clips: current(given, recordings(of, lang) ?? {}), older: told?.stale?.[lang] ?? [] }, sha256);
      return Object.keys(leaf.parts).length > 0 ? [[lang, { hash: add(leaf).hash, ...heard }]] : [];
    });
    return (found.length > 0 ? { [name]: Object.fromEntries(found) } : {}) as { [K in Name]?: Narrations };
  };
  const manifest: CourseManifest = {
    kind: 'course',
    id: course.id,
    audience: course.audience,
    title: course.title,
    modules: course.modules.map((module) => ({
      id: module.id,
      title: module.title,
      summary: module.summary,
      lessons: module.lessons.map((lesson) => ({
        id: lesson.id,
        title: lesson.title,
        minutes: lesson.minutes,
        leaves: leaves((lang) => lessonLeaf(lesson, lang, languages, behind(lesson.id))),
        ...(lesson.recalls?.length ? { recalls: lesson.recalls } : {}),
        ...narration('narration', lesson.id, (lang) => partsOf(lessonLeaf(lesson, lang, languages, behind(lesson.id))), lesson),
      })),
      quiz: {
        id: module.quiz.id,
        items: module.quiz.items.length,
        passMark: module.quiz.passMark,
        leaves: leaves((lang) => quizLeaf(module.quiz, lang)),
        ...narration('narration', module.quiz.id, (lang) => partsOf(quizLeaf(module.quiz, lang)), module.quiz),
      },
    })),
    ...narration('phrases', 'phrases', (lang) => phraseParts(PHRASES, lang)),
  };
  return { hash: add(manifest).hash, manifest, nodes };
}
