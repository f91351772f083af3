import type { LocalizedText } from '../../language/localized-text.ts';
import { isChosen } from '../../assessment/item.ts';
import type { CourseDraft, ItemDraft, LessonDraft, ModuleDraft, QuizDraft, Recall } from '../draft.ts';
import type { LessonLeaf, QuizLeaf } from '../leaf.ts';
import { lessonLeaf, quizLeaf } from '../publish.ts';
import { textsOf } from '../form.ts';
import { type Bodies, type Document, DOCUMENT_FORMS, type DocumentKind } from './document.ts';
import { placeOf } from './place.ts';
import { agreeing } from './translation.ts';

/** A whole course as documents, the course itself first. Its translations count as made from what stands there. */
export function documentsOf(course: CourseDraft, languages: readonly string[], source: string): Document[] {
  const take = (document: Omit<Document, 'bases'>): Document => agreeing(document, languages);
  return [
    take({ id: course.id, kind: 'course', body: { source, title: course.title, audience: course.audience, modules: course.modules.map(({ id }) => ({ id })) } }),
    ...course.modules.flatMap((module) => [
      take({
        id: module.id,
        kind: 'module',
        body: { source, title: module.title, summary: module.summary, lessons: module.lessons.map(({ id }) => ({ id })), quizzes: [{ id: module.quiz.id }] },
      }),
      ...module.lessons.map(({ id, title, minutes, blocks }) => take({ id, kind: 'lesson', body: { source, title, minutes, blocks } })),
      take({ id: module.quiz.id, kind: 'quiz', body: { source, passMark: module.quiz.passMark, items: module.quiz.items } }),
    ]),
  ];
}

/** Pairs and steps are right where they stand, and so is what others say; whoever writes them is not asked. */
export function withRight(item: ItemDraft): ItemDraft {
  return isChosen(item) ? item : { ...item, options: item.options.map((option) => ({ ...option, right: true })) };
}

/** What a course lacks as a whole: a document that another one names. */
export interface Lacking {
  in: string;
  id: string;
}

/** What is known of each document beside its text when a course is put together. */
export interface Told {
  /** Languages that no reviewer has confirmed. */
  draft: string[];
  /** Things whose translation is older than its source, by language. */
  stale: Record<string, string[]>;
  recalls: Recall[];
}

/** What is older than its source; nothing where nothing is, so that it has the hash of before. */
function olderIn(stale: Told['stale']): Pick<LessonDraft, 'stale'> {
  return Object.keys(stale).length > 0 ? { stale } : {};
}

/**
 * Puts a course together from its documents. Texts that nobody has written yet are empty here; what must not be so is
 * told by `courseProblems`.
 */
export function courseOf(documents: ReadonlyMap<string, Document>, id: string, tell: (document: Document) => Told): { course: CourseDraft; lacking: Lacking[] } {
  const lacking: Lacking[] = [];
  const find = <K extends DocumentKind>(within: string, wanted: string, kind: K): Document<K> | null => {
    const found = documents.get(wanted);
    if (found?.kind === kind) return found as Document<K>;
    lacking.push({ in: within, id: wanted });
    return null;
  };
  const lesson = (document: Document<'lesson'>): LessonDraft => {
    const { title, minutes, blocks } = document.body;
    const { draft, stale, recalls } = tell(document);
    return { id: document.id, title: title ?? {}, minutes, draft, ...olderIn(stale), ...(recalls.length > 0 ? { recalls } : {}), blocks };
  };
  const quiz = (document: Document<'quiz'>): QuizDraft => {
    const { draft, stale } = tell(document);
    return { id: document.id, passMark: document.body.passMark, draft, ...olderIn(stale), items: document.body.items.map(withRight) };
  };
  const root = find(id, id, 'course');
  const modules = (root?.body.modules ?? []).flatMap((entry): ModuleDraft[] => {
    const module = find(id, entry.id, 'module');
    if (!module) return [];
    const [only] = module.body.quizzes;
    const asked = only ? find(module.id, only.id, 'quiz') : null;
    if (!only) lacking.push({ in: module.id, id: 'quiz' });
    return [
      {
        id: module.id,
        title: module.body.title ?? {},
        summary: module.body.summary ?? {},
        lessons: module.body.lessons.flatMap((one) => find(module.id, one.id, 'lesson') ?? []).map(lesson),
        quiz: asked ? quiz(asked) : { id: `${module.id}-quiz`, passMark: 80, draft: [], items: [] },
      },
    ];
  });
  const title: LocalizedText = root?.body.title ?? {};
  return { course: { id, audience: root?.body.audience ?? 'police', title, modules }, lacking };
}

/** A document with its texts in one language alone; what is not written yet is empty, never another language. */
function onlyIn<K extends DocumentKind>(document: Document<K>, lang: string): Bodies[K] {
  const body = structuredClone(document.body);
  for (const { path, text } of textsOf(body, DOCUMENT_FORMS[document.kind])) {
    const place = text && placeOf(body, DOCUMENT_FORMS[document.kind], path);
    if (place && place !== 'gone') place.holder[place.field.key] = { [lang]: text[lang] ?? '' };
  }
  return body;
}

/** A lesson or quiz as its readers would have it in one language if it were published now; null for what has no text of its own to read. */
export function documentLeaf(document: Document, lang: string): LessonLeaf | QuizLeaf | null {
  const { id, kind } = document;
  if (kind === 'lesson') return lessonLeaf({ id, draft: [], ...onlyIn(document as Document<'lesson'>, lang) }, lang, [lang], []);
  if (kind !== 'quiz') return null;
  const body = onlyIn(document as Document<'quiz'>, lang);
  return quizLeaf({ id, draft: [], ...body, items: body.items.map(withRight) }, lang);
}
