import { Injectable } from '@nestjs/common';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { courseOf, type Lacking, type Told } from '@seek-justice/domain/curriculum/authoring/documents-of.ts';
import { languageCompetence, type SignOff, unsigned } from '@seek-justice/domain/curriculum/authoring/review.ts';
import { olderThings } from '@seek-justice/domain/curriculum/authoring/translation.ts';
import type { CourseDraft, Recall, Source } from '@seek-justice/domain/curriculum/draft.ts';
import type { Recordings } from '@seek-justice/domain/curriculum/narration.ts';
import { publish, type Snapshot } from '@seek-justice/domain/curriculum/publish.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { Database } from '../../../database/database.ts';
import { Narrations } from '../narrations.ts';
import { DraftsRepository, type StoredDraft } from './drafts.repository.ts';
import { ReviewsRepository } from './reviews.repository.ts';
import { sha256, today } from './today.ts';

/** What courses are put together from. */
export interface Everything<D extends Document = Document> {
  documents: ReadonlyMap<string, D>;
  signOffs: ReadonlyMap<string, SignOff[]>;
  recordings: Recordings;
}

/** Courses put together from their documents, as they would be published now. */
@Injectable()
export class CourseDrafts {
  readonly #database: Database;
  readonly #narrations: Narrations;
  readonly #drafts: DraftsRepository;
  readonly #reviews: ReviewsRepository;

  constructor(database: Database, narrations: Narrations, drafts: DraftsRepository, reviews: ReviewsRepository) {
    this.#database = database;
    this.#drafts = drafts;
    this.#reviews = reviews;
    this.#narrations = narrations;
  }

  async everything(): Promise<Everything<StoredDraft>> {
    const [documents, signOffs, recordings] = await Promise.all([this.#drafts.all(), this.#reviews.allSignOffs(), this.#narrations.present()]);
    return { documents, signOffs, recordings };
  }

  async sources(): Promise<Source[]> {
    const rows = await this.#database.query<{ data: Source }>('SELECT data FROM sources ORDER BY position');
    return rows.map(({ data }) => data);
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
  async assemble(id: string, { documents, signOffs }: Omit<Everything, 'recordings'>, recalls?: Map<string, Recall[]>): Promise<{ course: CourseDraft; lacking: Lacking[] }> {
    const known = recalls ?? (await this.recalls(id));
    return courseOf(documents, id, (document) => ({ ...told(document, signOffs.get(document.id) ?? []), recalls: known.get(document.id) ?? [] }));
  }

  async freeze(id: string, everything: Everything, recalls?: Map<string, Recall[]>): Promise<Snapshot> {
    const { course } = await this.assemble(id, everything, recalls);
    return publish(course, SITE.languages, await this.sources(), sha256, everything.recordings);
  }
}

/** What readers are told of a document: which languages nobody has confirmed, which texts are older than their source. */
function told(document: Document, signOffs: readonly SignOff[]): Omit<Told, 'recalls'> {
  const open = unsigned(document, signOffs, { languages: SITE.languages, today: today(), sha256 });
  const stale = SITE.languages.flatMap((lang) => {
    const things = olderThings(document, lang);
    return things.length > 0 ? [[lang, things] as const] : [];
  });
  return {
    draft: SITE.languages.filter((lang) => open.some(({ competence }) => competence === languageCompetence(lang))),
    stale: Object.fromEntries(stale),
  };
}
