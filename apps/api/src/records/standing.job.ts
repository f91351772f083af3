import { Injectable } from '@nestjs/common';
import type { State } from '@seek-justice/domain/records/state.ts';
import { Database } from '../database/database.ts';
import { writeProgress } from './append.repository.ts';
import { Published } from './published.ts';
import { quizHashes, standingOf } from './standing.ts';

const TOGETHER = 1_000;

/** Makes the stored views anew after a publish: what counts as done may have changed, the evidence has not. */
@Injectable()
export class StandingJob {
  readonly #database: Database;
  readonly #published: Published;

  constructor(database: Database, published: Published) {
    this.#database = database;
    this.#published = published;
  }

  /** @returns how many standings were made. */
  async refreshAll(): Promise<number> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (let count = 0; ; ) {
      const rows = await this.#database.transaction(async (client) => {
        const { rows } = await client.query<{ subject: string; state: State }>(
          'SELECT subject, state FROM progress WHERE subject > $1 ORDER BY subject LIMIT $2 FOR UPDATE',
          [after, TOGETHER],
        );
        const courses = await this.#published.courses();
        await this.#published.loadQuizzes(rows.flatMap(({ state }) => quizHashes(state)));
        if (rows.length > 0) await writeProgress(client, rows, rows.map(({ subject, state }) => standingOf(subject, state, courses, this.#published.mark)));
        return rows;
      });
      count += rows.length;
      const last = rows.at(-1);
      if (!last) return count;
      after = last.subject;
    }
  }
}
