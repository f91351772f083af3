import type { PoolClient } from 'pg';
import { Injectable } from '@nestjs/common';
import { type CourseManifest, nodesOf, type QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { score } from '@seek-justice/domain/assessment/score.ts';
import type { MarkOf } from '@seek-justice/domain/progress/tally.ts';
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
  readonly #quizzes = new Map<string, QuizLeaf>();
  #courses: Promise<PublishedCourse[]> | null = null;
  #recalled: Promise<Set<string>> | null = null;

  constructor(database: Database, listener: Listener) {
    this.#database = database;
    listener.on(PUBLISHED_CHANNEL, () => this.forget());
  }

  /** Lets the courses be read again. */
  forget(): void {
    this.#courses = null;
    this.#recalled = null;
  }

  /** Current courses in the site's order. */
  courses(): Promise<PublishedCourse[]> {
    this.#courses ??= this.#readCourses().catch((error) => {
      this.#courses = null;
      throw error;
    });
    return this.#courses;
  }

  /** Whether a text was called back and stands nowhere today: nobody is given it any more. */
  async isRecalled(hash: string): Promise<boolean> {
    this.#recalled ??= this.#readRecalled().catch((error) => {
      this.#recalled = null;
      throw error;
    });
    return (await this.#recalled).has(hash);
  }

  async #readRecalled(): Promise<Set<string>> {
    const rows = await this.#database.query<{ hash: string }>(
      `SELECT jsonb_array_elements_text(jsonb_array_elements(note->'recalled')->'leaves') AS hash FROM publications WHERE kind = 'recall'`,
    );
    const courses = await this.courses();
    const present = new Set(courses.flatMap(({ manifest }) => nodesOf(manifest)));
    return new Set(rows.map((row) => row.hash).filter((hash) => !present.has(hash)));
  }

  /** Current courses by what the transaction of `client` sees; what was read before serves while the hashes are the same. */
  async coursesNow(client: Pick<PoolClient, 'query'>): Promise<PublishedCourse[]> {
    const { rows } = await client.query<{ hash: string }>({ name: 'courses-now', text: 'SELECT hash FROM courses ORDER BY position' });
    const known = await this.courses();
    if (known.map(({ hash }) => hash).join() === rows.map(({ hash }) => hash).join()) return known;
    this.forget();
    return this.courses();
  }

  /**
   * How to mark attempts at the quizzes with these hashes. Known leaves are kept for ever, because they are frozen;
   * hashes that nobody published are asked about each time, because a publish may bring them, and because anybody can
   * invent them.
   */
  async marker(hashes: Iterable<string>): Promise<MarkOf> {
    const missing = [...new Set(hashes)].filter((hash) => !this.#quizzes.has(hash));
    if (missing.length > 0) {
      const rows = await this.#database.query<{ hash: string; body: string }>(`SELECT hash, body FROM snapshots WHERE kind = 'quiz' AND hash = ANY($1)`, [missing]);
      for (const { hash, body } of rows) this.#quizzes.set(hash, JSON.parse(body) as QuizLeaf);
    }
    return (_id, evidence) => {
      const leaf = this.#quizzes.get(evidence.snapshot);
      return leaf && leaf.id === evidence.quiz ? score(leaf, evidence.answers) : null;
    };
  }

  async #readCourses(): Promise<PublishedCourse[]> {
    const rows = await this.#database.query<{ hash: string; body: string }>(
      'SELECT c.hash, s.body FROM courses c JOIN snapshots s ON s.hash = c.hash ORDER BY c.position',
    );
    return rows.map(({ hash, body }) => ({ hash, manifest: JSON.parse(body) as CourseManifest }));
  }
}
