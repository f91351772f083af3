import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { packageTaken } from '@seek-justice/contracts/endpoints/exchange-package.ts';
import type { Document, LessonBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { mediaIn } from '@seek-justice/domain/curriculum/media.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import type { Account } from '../../../../auth/account.ts';
import { Contacts } from '../../../../database/contacts.ts';
import { Database } from '../../../../database/database.ts';
import { ProblemError } from '../../../../http/problem-error.ts';
import { CourseDrafts } from '../../drafts/course-drafts.ts';
import { DraftsRepository } from '../../drafts/drafts.repository.ts';
import { sha256 } from '../../drafts/today.ts';
import { SourcesRepository } from '../../sources/sources.repository.ts';
import { titlesOf } from '../below.ts';
import type { BroughtMedia, CourseContents } from './contents.ts';
import { PACKAGE_FAULT_WORDS, type PackageFault } from './fault.ts';
import { PACKAGE_LIMITS } from './limits.ts';
import { PackageFiles } from './package-files.ts';
import { PackagePlace } from './place.ts';
import { mayBringIn, PackageWriter, vouches } from './package-writer.ts';
import { contentFault, planName, planPackage, type PackagePlan } from './plan.ts';
import { unpackCourse } from './unpack.ts';

export type PackageTaken = z.output<typeof packageTaken>;
type What = 'look' | 'add' | 'replace';

/** Brings courses of other offices in. */
@Injectable()
export class PackageService {
  readonly #database: Database;
  readonly #drafts: DraftsRepository;
  readonly #courses: CourseDrafts;
  readonly #contacts: Contacts;
  readonly #files: PackageFiles;
  readonly #writer: PackageWriter;
  readonly #sources: SourcesRepository;
  readonly #place: PackagePlace;

  constructor(database: Database, drafts: DraftsRepository, courses: CourseDrafts, contacts: Contacts, files: PackageFiles, writer: PackageWriter, sources: SourcesRepository, place: PackagePlace) {
    this.#database = database;
    this.#drafts = drafts;
    this.#courses = courses;
    this.#contacts = contacts;
    this.#files = files;
    this.#writer = writer;
    this.#sources = sources;
    this.#place = place;
  }

  /**
   * Looks at a package, or brings it in as it was looked at (`plan`).
   * @param arrive puts the package where it is told to. @throws ProblemError `not_allowed`; `packages_busy`; `plan_changed`; `draft_taken` where an id stands here for another kind of document.
   */
  async bringIn(by: Account, arrive: (path: string) => Promise<void>, what: What, seen: string | undefined): Promise<PackageTaken> {
    if (what !== 'look' && !mayBringIn(by)) throw new ProblemError('not_allowed');
    const { path, leave } = await this.#place.folder();
    try {
      // A slow line waits for nobody's turn, and nobody for it.
      await arrive(join(path, 'package'));
      return await this.#place.turn(() => this.#take(by, path, what, seen));
    } finally {
      await leave();
    }
  }

  async #take(by: Account, folder: string, what: What, seen: string | undefined): Promise<PackageTaken> {
    const media = join(folder, 'media');
    await mkdir(media);
    const unpacked = await unpackCourse(join(folder, 'package'), PACKAGE_LIMITS, media);
    const fault = unpacked.ok ? contentFault(unpacked.contents, SITE.languages) : unpacked.fault;
    if (!unpacked.ok || fault) return refused(fault ?? { code: 'not_zip' });
    const { contents, contacts: named } = unpacked;
    const judge = async (client?: PoolClient): Promise<{ plan: PackagePlan; name: string }> => {
      const [documents, sources] = [await this.#drafts.all(client), await this.#sources.all(client)];
      const plan = planPackage(contents, documents, sources.map(({ data }) => data));
      if (plan.documents.some(({ draft, here }) => here && here.kind !== draft.kind)) throw new ProblemError('draft_taken');
      return { plan, name: planName(plan, sha256) };
    };
    const { plan, name } = await judge();
    const known = new Set((await this.#contacts.all()).map(({ id }) => id));
    const told = tellOf(contents, plan, by, { files: unpacked.media.size, refused: await this.#strange(unpacked.media) });
    const answer: PackageTaken = { ...told, plan: name, contacts: named.filter((id) => !known.has(id)), done: null };
    if (what === 'look') return answer;
    if (seen !== name) throw new ProblemError('plan_changed');
    // Files lie here before any document names them.
    for (const [hash, file] of unpacked.media) if (!told.media.refused.includes(hash)) await this.#files.keep(file.path);
    const counts = await this.#database.transaction(async (client) => {
      for (const { draft } of plan.documents.toSorted((one, other) => (one.draft.id < other.draft.id ? -1 : 1))) await this.#drafts.lock(client, draft.id);
      const now = await judge(client);
      if (now.name !== seen) throw new ProblemError('plan_changed');
      const replace = what === 'replace';
      await this.#files.addRecordings(client, by.id, contents.clips, replace);
      return this.#writer.write(client, by, now.plan, contents, replace);
    });
    const { hash } = await this.#courses.freeze(contents.course.id, await this.#courses.everything());
    return { ...answer, done: { ...counts, hash, expected: contents.course.hash, equal: hash === contents.course.hash } };
  }

  /** Files that are not kept here, by name. */
  async #strange(media: BroughtMedia): Promise<string[]> {
    const found: string[] = [];
    for (const [hash, { path }] of media) if (!(await this.#files.accepts(path))) found.push(hash);
    return found;
  }
}

const EMPTY: PackageTaken = {
  fault: null,
  course: null,
  plan: '',
  documents: [],
  sources: { added: [], differ: [] },
  contacts: [],
  media: { files: 0, refused: [] },
  refusedIn: [],
  recordings: { brought: 0 },
  signatures: { brought: 0, count: false },
  recalls: 0,
  done: null,
};

function refused({ code, file }: PackageFault): PackageTaken {
  return { ...EMPTY, fault: { code, file: file ?? null, words: PACKAGE_FAULT_WORDS[code] } };
}

function tellOf({ course, drafts, clips }: CourseContents, plan: PackagePlan, by: Account, media: PackageTaken['media']): PackageTaken {
  const titles = titlesOf(drafts as Parameters<typeof titlesOf>[0]);
  const count = (lists: Record<string, unknown[]>): number => Object.values(lists).reduce((sum, list) => sum + list.length, 0);
  return {
    ...EMPTY,
    course: { id: course.id, title: titles[course.id] ?? {} },
    documents: plan.documents.map(({ draft: { id, kind }, state }) => ({ id, kind, title: titles[id] ?? {}, state })),
    sources: { added: plan.sources.added.map(({ id }) => id), differ: plan.sources.differ },
    media,
    refusedIn: drafts.filter((draft) => filesOf(draft as Document, clips).some((hash) => media.refused.includes(hash))).map(({ id }) => id),
    recordings: { brought: clips.reduce((sum, { parts }) => sum + Object.keys(parts).length, 0) },
    signatures: { brought: count(course.signOffs), count: vouches(by) },
    recalls: count(course.recalls),
  };
}

/** Hashes of what is seen and heard in a document. */
function filesOf({ id, kind, body }: Document, clips: CourseContents['clips']): string[] {
  const seen = kind === 'lesson' ? mediaIn((body as LessonBody).blocks).map(({ hash }) => hash) : [];
  return [...seen, ...clips.filter(({ of }) => of === id).flatMap(({ parts }) => Object.values(parts).map(({ media }) => media))];
}
