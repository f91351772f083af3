import { Injectable } from '@nestjs/common';
import { documentsOf } from '@seek-justice/domain/curriculum/authoring/documents-of.ts';
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { CourseDraft, Source } from '@seek-justice/domain/curriculum/draft.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { Database } from '../../../database/database.ts';
import { SourcesRepository } from '../sources/sources.repository.ts';
import { DraftsRepository } from './drafts.repository.ts';

/** The language in which the seeded curriculum was written; its Khmer is a draft translation. */
const WRITTEN_IN = 'en';
/** Any number: processes that start together take turns. */
const SEED_LOCK = 7_140_118;

/** Takes the curriculum that comes with the program into the documents of authors. */
@Injectable()
export class SeededDrafts {
  readonly #database: Database;
  readonly #drafts: DraftsRepository;
  readonly #sources: SourcesRepository;

  constructor(database: Database, drafts: DraftsRepository, sources: SourcesRepository) {
    this.#database = database;
    this.#drafts = drafts;
    this.#sources = sources;
  }

  /** Adds what is not there, and renews what no author has touched. */
  async take(courses: readonly CourseDraft[], sources: readonly Source[]): Promise<void> {
    await this.#database.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
      await this.#sources.seed(client, sources);
      const known = await this.#drafts.all(client);
      for (const document of courses.flatMap((course) => documentsOf(course, SITE.languages, WRITTEN_IN))) {
        const before = known.get(document.id);
        if (!before) await this.#drafts.add(client, document, null);
        else if (before.seeded && canonical(before.body as unknown as Json) !== canonical(document.body as unknown as Json))
          await this.#drafts.write(client, { ...document, version: before.version }, null, 'seed');
      }
    });
  }

  /** Which of these courses staff have never published: the program still answers for what readers see of them. */
  async neverPublished(courses: readonly string[]): Promise<string[]> {
    const rows = await this.#database.query<{ id: string }>(
      `SELECT d.id FROM drafts d WHERE d.id = ANY($1) AND NOT EXISTS (SELECT 1 FROM publications p WHERE p.course = d.id AND p.drafts <> '{}')
       ORDER BY array_position($1::text[], d.id)`,
      [courses],
    );
    return rows.map(({ id }) => id);
  }
}
