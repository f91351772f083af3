import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { checkCourse, publishCourse } from '@seek-justice/contracts/endpoints/publish-course.ts';
import type { Document, LessonBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { type Advice, quizAdvice } from '@seek-justice/domain/curriculum/advice.ts';
import { documentProblems, located, type PublishProblem, thingPlace } from '@seek-justice/domain/curriculum/authoring/problems.ts';
import { courseProblems } from '@seek-justice/domain/curriculum/check.ts';
import { type Contact, contactState } from '@seek-justice/domain/curriculum/contact.ts';
import type { CourseDraft, Recall } from '@seek-justice/domain/curriculum/draft.ts';
import type { CourseManifest } from '@seek-justice/domain/curriculum/leaf.ts';
import { mediaIn } from '@seek-justice/domain/curriculum/media.ts';
import type { Problem } from '@seek-justice/domain/curriculum/problem.ts';
import type { Snapshot } from '@seek-justice/domain/curriculum/publish.ts';
import { recallSnapshot } from '@seek-justice/domain/curriculum/recalled.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import type { Account } from '../../../auth/account.ts';
import { Contacts } from '../../../database/contacts.ts';
import { Media } from '../../../database/media.ts';
import { ProblemError } from '../../../http/problem-error.ts';
import { Published } from '../../../records/published.ts';
import { Pages } from '../pages.ts';
import { Publisher } from '../publisher.ts';
import { SourcesRepository, type StoredSource } from '../sources/sources.repository.ts';
import { CourseDrafts } from './course-drafts.ts';
import type { StoredDraft } from './drafts.repository.ts';
import { filesCalledBack } from './files-called-back.ts';
import { goingOut, sourcesIn, type SourcesOf } from './going-out.ts';
import { PublicationsRepository } from './publications.repository.ts';
import { unsignedProblems, untaggedProblems } from './signature-problems.ts';
import { sha256, today } from './today.ts';

type Check = z.output<typeof checkCourse.success.body>;
type Wanted = z.output<typeof publishCourse.body>;
type Done = z.output<typeof publishCourse.success.body>;

interface Judged {
  snapshot: Snapshot;
  problems: Check['problems'];
  /** The documents that go in. */
  own: (Document & { version: number })[];
  /** The sources that go in with each lesson. */
  sources: Record<string, StoredSource[]>;
  before: CourseManifest | null;
  titles: Check['titles'];
}

/** What stands in the way of publishing a course, and publishing it. */
@Injectable()
export class PublishService {
  readonly #courses: CourseDrafts;
  readonly #publications: PublicationsRepository;
  readonly #publisher: Publisher;
  readonly #published: Published;
  readonly #contacts: Contacts;
  readonly #pages: Pages;
  readonly #media: Media;
  readonly #sources: SourcesRepository;

  constructor(courses: CourseDrafts, publications: PublicationsRepository, publisher: Publisher, published: Published, contacts: Contacts, pages: Pages, media: Media, sources: SourcesRepository) {
    this.#courses = courses;
    this.#publications = publications;
    this.#publisher = publisher;
    this.#published = published;
    this.#contacts = contacts;
    this.#pages = pages;
    this.#media = media;
    this.#sources = sources;
  }

  /** @throws ProblemError `not_found` */
  async check(id: string): Promise<Check> {
    const { snapshot, problems, before, titles } = await this.#judge(id);
    return { titles, problems, pilot: problems.some(({ weight }) => weight === 'pilot'), changed: changes(snapshot.manifest, before) };
  }

  /**
   * Freezes a course as it stands.
   * @throws ProblemError `publish_stopped` while anything stands in the way; `recall_unsaid` without a note in every language.
   */
  async publish(by: Account, id: string, wanted: Wanted): Promise<Done> {
    const recall = wanted.kind === 'recall';
    if (recall && (wanted.recalled.length === 0 || SITE.languages.some((lang) => !wanted.note[lang]?.trim()))) throw new ProblemError('recall_unsaid');
    return this.#publisher.alone(async () => {
      // Another process may have published a moment ago.
      this.#published.forget();
      const only = recall ? wanted.recalled : null;
      const known = await this.#courses.recalls(id);
      const withRecalls = (added: readonly { lesson: string; leaves: string[] }[]): Map<string, Recall[]> =>
        new Map([...known, ...added.map(({ lesson, leaves }): [string, Recall[]] => [lesson, [...(known.get(lesson) ?? []), { note: wanted.note, leaves }]])]);
      const recalled = recall ? await this.#recalled(id, await this.#judge(id, only, withRecalls(wanted.recalled.map((lesson) => ({ lesson, leaves: [] })))), wanted.recalled) : [];
      const { snapshot, problems, own, sources } = await this.#judge(id, only, withRecalls(recalled));
      const counted = only ? problems.filter(({ draft }) => only.includes(draft)) : problems;
      if (counted.some(({ weight }) => weight === 'stops' || (wanted.release && weight === 'pilot'))) throw new ProblemError('publish_stopped');
      const drafts = Object.fromEntries(own.map((document) => [document.id, document.version]));
      const changed = await this.#publisher.publish([snapshot], async (client) => {
        await this.#publications.add(client, { course: id, hash: snapshot.hash, kind: wanted.kind, note: { words: wanted.note, recalled, release: wanted.release }, account: by.id, drafts, sources }, own);
        await this.#media.callBack(client, id, await filesCalledBack(client, recalled.flatMap(({ leaves }) => leaves)));
      });
      await this.#publisher.makePages(await this.#contacts.all());
      this.#pages.forget();
      return { hash: snapshot.hash, changed, problems };
    });
  }

  /** Every leaf and narration that readers may have of lessons that are called back and that stands there no more. */
  async #recalled(id: string, { before, snapshot }: Judged, lessons: readonly string[]): Promise<{ lesson: string; leaves: string[] }[]> {
    const known = new Set(before?.modules.flatMap((module) => module.lessons.map((lesson) => lesson.id)));
    if (lessons.some((lesson) => !known.has(lesson))) throw new ProblemError('bad_request', { fields: ['recalled'] });
    const found = await Promise.all(
      lessons.map(async (lesson) => ({ lesson, leaves: (await this.#publications.leavesOf(id, lesson)).filter((hash) => !snapshot.nodes.has(hash)) })),
    );
    // Nothing is wrong in a lesson that stands as it stood.
    if (found.some(({ leaves }) => leaves.length === 0)) throw new ProblemError('recall_unsaid');
    return found;
  }

  async #manifestOf(id: string): Promise<CourseManifest | null> {
    return (await this.#published.courses()).find(({ manifest }) => manifest.id === id)?.manifest ?? null;
  }

  /** @param only lessons that alone may differ from what is published: a recall waits for nobody's unfinished work. */
  async #judge(id: string, only: readonly string[] | null = null, recalls?: Map<string, Recall[]>): Promise<Judged> {
    const { documents: all, signOffs, recordings, sources } = await this.#courses.everything();
    const [former, formerSources] = await Promise.all([this.#publications.lastPublished(), this.#sources.asPublished()]);
    const documents = only ? new Map([...former, ...only.flatMap((one) => (all.has(one) ? [[one, all.get(one)] as [string, StoredDraft]] : []))]) : all;
    if (documents.get(id)?.kind !== 'course') throw new ProblemError('not_found');
    const out = goingOut({ documents, signOffs, sources }, formerSources);
    // A recall leaves the other lessons as their readers have them, down to their sources.
    const going: SourcesOf = (lesson) => (only && !only.includes(lesson) ? formerSources(lesson) : out(lesson));
    const [{ course, lacking }, frozen, contacts, before] = await Promise.all([
      this.#courses.assemble(id, { documents, signOffs }, recalls),
      this.#courses.freeze(id, { documents, signOffs, recordings, sources }, recalls, going),
      this.#contacts.all(),
      this.#manifestOf(id),
    ]);
    const snapshot = only && before ? recallSnapshot(frozen, before, only, sha256) : frozen;
    const ids = [id, ...course.modules.flatMap((module) => [module.id, ...module.lessons.map((lesson) => lesson.id), module.quiz.id])];
    const own = ids.flatMap((one) => documents.get(one) ?? []);
    const found: PublishProblem[] = [
      ...lacking.map(({ in: draft, id: gone }) => self('stops', gone === 'quiz' ? 'no_quiz' : 'document_gone', draft)),
      ...(course.modules.length === 0 ? [self('stops', 'no_modules', id)] : []),
      ...own.flatMap((document) => documentProblems(document, SITE.languages)),
      ...own.flatMap((document) =>
        unsignedProblems(document, {
          signOffs: signOffs.get(document.id) ?? [],
          sources,
          going: going(document.id),
          former: { document: former.get(document.id) ?? null, sources: formerSources(document.id) },
        }),
      ),
      ...(await this.#mediaProblems(own)),
      ...own.flatMap((document) => untaggedProblems(document, former.get(document.id) ?? null)),
      ...[...courseProblems(course, contacts, sources.map(({ data }) => data)), ...course.modules.flatMap(({ quiz }) => quizAdvice(quiz, SITE.languages).flatMap(asProblem))].flatMap((problem) => located(problem, documents, id) ?? []),
      ...contactProblems(contacts, id),
    ];
    const problems = found.map((one) => ({ ...one, place: thingPlace(documents.get(one.draft), one.thing) }));
    const wentIn = own.filter(({ kind }) => kind === 'lesson').map((document) => [document.id, going(document.id).filter((one) => sourcesIn(document).includes(one.id))]);
    return { snapshot, problems, own, sources: Object.fromEntries(wentIn) as Judged['sources'], before, titles: titlesOf(course) };
  }

  /** Blocks whose files do not lie here, or are others than the block says: readers would find a hole. */
  async #mediaProblems(own: readonly Document[]): Promise<PublishProblem[]> {
    const known = await this.#media.known(own.flatMap(filesOf).flatMap(({ files }) => files.map(({ hash }) => hash)));
    const lies = ({ hash, type, bytes }: { hash: string; type: string; bytes: number }): boolean => known.get(hash)?.type === type && known.get(hash)?.bytes === bytes;
    return own.flatMap((document) =>
      filesOf(document)
        .filter(({ files }) => !files.every(lies))
        .map(({ thing }): PublishProblem => ({ weight: 'stops', code: 'media_gone', draft: document.id, thing, field: 'media', values: {} })),
    );
  }
}

/** A problem of a whole document. */
function self(weight: PublishProblem['weight'], code: PublishProblem['code'], draft: string, values: Record<string, string> = {}): PublishProblem {
  return { weight, code, draft, thing: ':self', field: '', values };
}

/** What a quiz is better without, as something to think about before it is published; a missing text stands in the way anyhow. */
function asProblem({ code, lang, values, ...advice }: Advice): Problem[] {
  return code === 'language_missing' ? [] : [{ ...advice, code, values: { ...values, lang } }];
}

/** The files that the blocks of a document name, by block. */
function filesOf({ kind, body }: Document): { thing: string; files: ReturnType<typeof mediaIn> }[] {
  return kind === 'lesson' ? (body as LessonBody).blocks.map((block) => ({ thing: block.id, files: mediaIn([block]) })) : [];
}

/** Numbers that nobody has rung, or not for too long. */
function contactProblems(contacts: readonly Contact[], draft: string): PublishProblem[] {
  return contacts.flatMap((contact): PublishProblem[] => {
    const state = contactState(contact, today());
    if (state === 'confirmed') return [];
    return [self('pilot', state === 'overdue' ? 'contact_overdue' : 'contact_unverified', draft, { number: contact.number })];
  });
}

/** Titles by document; questions go by that of their module. */
function titlesOf({ id, title, modules }: CourseDraft): Check['titles'] {
  return Object.fromEntries([[id, title], ...modules.flatMap((module) => [[module.id, module.title], ...module.lessons.map((lesson) => [lesson.id, lesson.title]), [module.quiz.id, module.title]])]);
}

/** Which lessons and quizzes readers would find changed. */
function changes(now: CourseManifest, before: CourseManifest | null): Check['changed'] {
  const leaves = (manifest: CourseManifest | null) =>
    new Map(manifest?.modules.flatMap(({ lessons, quiz }) => [...lessons, quiz].map((one) => [one.id, SITE.languages.map((lang) => one.leaves[lang]?.hash).join()])));
  const old = leaves(before);
  const fresh = leaves(now);
  return now.modules.flatMap(({ title, lessons, quiz }) =>
    [...lessons.map((lesson) => ({ id: lesson.id, kind: 'lesson' as const, title: lesson.title })), { id: quiz.id, kind: 'quiz' as const, title }]
      .filter(({ id }) => old.get(id) !== fresh.get(id))
      .map((one) => ({ ...one, isNew: !old.has(one.id) })),
  );
}
