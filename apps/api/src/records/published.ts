import { Injectable } from '@nestjs/common';
import type { CourseManifest, QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { type Mark, score } from '@seek-justice/domain/assessment/score.ts';
import type { Evidence } from '@seek-justice/domain/records/state.ts';
import { Database } from '../database/database.ts';
import { Listener } from '../database/listener.ts';

/** Channel on which a publish is told to all processes. */
export const PUBLISHED_CHANNEL = 'curriculum_published';

export interface PublishedCourse {
  hash: string;
  manifest: CourseManifest;
}

/** The published curriculum as the spine needs it: current courses, and the keys of every quiz ever published. */
@Injectable()
export class Published {
  readonly #database: Database;
  readonly #quizzes = new Map<string, QuizLeaf | null>();
  #courses: Promise<PublishedCourse[]> | null = null;

  constructor(database: Database, listener: Listener) {
    this.#database = database;
    listener.on(PUBLISHED_CHANNEL, () => this.forget());
  }

  /** Lets what was read be read again. Quiz leaves are frozen; one that was missing may have arrived. */
  forget(): void {
    this.#courses = null;
    for (const [hash, leaf] of this.#quizzes) if (leaf === null) this.#quizzes.delete(hash);
  }

  /** Current courses in the site's order. */
  courses(): Promise<PublishedCourse[]> {
    this.#courses ??= this.#readCourses().catch((error) => {
      this.#courses = null;
      throw error;
    });
    return this.#courses;
  }

  /** Makes sure that the quizzes with these hashes are at hand for `mark`. */
  async loadQuizzes(hashes: Iterable<string>): Promise<void> {
    const missing = [...new Set(hashes)].filter((hash) => !this.#quizzes.has(hash));
    if (missing.length === 0) return;
    const rows = await this.#database.query<{ hash: string; body: string }>(`SELECT hash, body FROM snapshots WHERE kind = 'quiz' AND hash = ANY($1)`, [missing]);
    const found = new Map(rows.map(({ hash, body }) => [hash, JSON.parse(body) as QuizLeaf]));
    // Unknown hashes come from outside and must not fill the memory.
    if (this.#quizzes.size > 5_000) this.#quizzes.clear();
    for (const hash of missing) this.#quizzes.set(hash, found.get(hash) ?? null);
  }

  /** The mark of a handed-in quiz by the snapshot that it answered; null when that is not known (or not this quiz). */
  mark = (_id: string, evidence: Evidence & { kind: 'quiz' }): Mark | null => {
    const leaf = this.#quizzes.get(evidence.snapshot);
    return leaf && leaf.id === evidence.quiz ? score(leaf, evidence.answers) : null;
  };

  async #readCourses(): Promise<PublishedCourse[]> {
    const rows = await this.#database.query<{ hash: string; body: string }>(
      'SELECT c.hash, s.body FROM courses c JOIN snapshots s ON s.hash = c.hash ORDER BY c.position',
    );
    return rows.map(({ hash, body }) => ({ hash, manifest: JSON.parse(body) as CourseManifest }));
  }
}
