import { Injectable } from '@nestjs/common';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { courseOf, type Lacking, type Told } from '@seek-justice/domain/curriculum/authoring/documents-of.ts';
import { languageCompetence, type SignOff, unsigned } from '@seek-justice/domain/curriculum/authoring/review.ts';
import { olderThings } from '@seek-justice/domain/curriculum/authoring/translation.ts';
import type { CourseDraft, Recall } from '@seek-justice/domain/curriculum/draft.ts';
import type { Recordings } from '@seek-justice/domain/curriculum/narration.ts';
import { publish, type Snapshot } from '@seek-justice/domain/curriculum/publish.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { Database } from '../../../database/database.ts';
import { Narrations } from '../narrations.ts';
import { SourcesRepository, type StoredSource } from '../sources/sources.repository.ts';
import type { SourcesOf } from './going-out.ts';
import { DraftsRepository, type StoredDraft } from './drafts.repository.ts';
import { ReviewsRepository } from './reviews.repository.ts';
import { sha256, today } from './today.ts';

/** What courses are put together from. */
export interface Everything<D extends Document = Document> {
  documents: ReadonlyMap<string, D>;
  signOffs: ReadonlyMap<string, SignOff[]>;
  recordings: Recordings;
  /** As they stand, in their order. */
  sources: readonly StoredSource[];
}

/** Courses put together from their documents, as they would be published now. */
@Injectable()
export class CourseDrafts {
  readonly #database: Database;
  readonly #narrations: Narrations;
  readonly #drafts: DraftsRepository;
  readonly #reviews: ReviewsRepository;
  readonly #sources: SourcesRepository;

  constructor(database: Database, narrations: Narrations, drafts: DraftsRepository, reviews: ReviewsRepository, sources: SourcesRepository) {
    this.#database = database;
    this.#drafts = drafts;
    this.#reviews = reviews;
    this.#narrations = narrations;
    this.#sources = sources;
  }

  async everything(): Promise<Everything<StoredDraft>> {
    const [documents, signOffs, recordings, sources] = await Promise.all([this.#drafts.all(), this.#reviews.allSignOffs(), this.#narrations.present(), this.#sources.all()]);
    return { documents, signOffs, recordings, sources };
  }

  /** Lessons of which a former text was called back, with what readers are told. */
  async recalls(course: string): Promise<Map<string, Recall[]>> {
    const rows = await this.#database.query<{ note: Recall['note'] & { recalled?: never }; recalled: { lesson: string; leaves: string[] }[] }>(
      `SELECT note->'words' AS note, note->'recalled' AS recalled FROM publications WHERE course = $1 AND kind = 'recall' ORDER BY id`,
      [course],
    );
    const found = new Map<string, Recall[]>();
    for (const { note, recalled } of rows) for (const { lesson, leaves } of recalled) found.set(lesson, [...(found.get(lesson) ?? []), { note, leaves }]);
    return found;
  }

  /** The course with every mark that readers will see of it. */
  async assemble(id: string, { documents, signOffs }: Pick<Everything, 'documents' | 'signOffs'>, recalls?: Map<string, Recall[]>): Promise<{ course: CourseDraft; lacking: Lacking[] }> {
    const known = recalls ?? (await this.recalls(id));
    return courseOf(documents, id, (document) => ({ ...told(document, signOffs.get(document.id) ?? []), recalls: known.get(document.id) ?? [] }));
  }

  /** @param behind the sources of each lesson, where they are not those that stand here. */
  async freeze(id: string, everything: Everything, recalls?: Map<string, Recall[]>, behind: SourcesOf = () => everything.sources): Promise<Snapshot> {
    const { course } = await this.assemble(id, everything, recalls);
    return publish(course, SITE.languages, (lesson) => behind(lesson).map(({ data }) => data), sha256, everything.recordings);
  }
}

/** What readers are told of a document: which languages nobody has confirmed, which texts are older than their source. */
function told(document: Document, signOffs: readonly SignOff[]): Omit<Told, 'recalls'> {
  // Of languages alone: what sources say is another signature's matter.
  const open = unsigned(document, signOffs, { languages: SITE.languages, today: today(), sha256, sources: {} });
  const stale = SITE.languages.flatMap((lang) => {
    const things = olderThings(document, lang);
    return things.length > 0 ? [[lang, things] as const] : [];
  });
  return {
    draft: SITE.languages.filter((lang) => open.some(({ competence }) => competence === languageCompetence(lang))),
    stale: Object.fromEntries(stale),
  };
}
