import { Injectable } from '@nestjs/common';
import { emptyTally, type Tally, unknownSnapshots } from '@seek-justice/domain/progress/tally.ts';
import { Database } from '../database/database.ts';
import { Published } from './published.ts';
import { rebuildSubjects } from './rebuild.ts';
import { wholeStandings } from './whole-standings.ts';
import { writeStandings } from './write-standings.ts';

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
      const part = await this.#refreshPart(after);
      // Attempts at a snapshot that arrived late get their marks now.
      if (part.waiting.length > 0) await rebuildSubjects(this.#database, part.waiting, this.#published);
      if (part.last === null) return count;
      count += part.count;
      after = part.last;
    }
  }

  #refreshPart(after: string): Promise<{ count: number; last: string | null; waiting: string[] }> {
    return this.#database.transaction(async (client) => {
      const { rows } = await client.query<{ subject: string; tally: Tally | null }>(
        'SELECT subject, tally FROM progress WHERE subject > $1 ORDER BY subject LIMIT $2 FOR UPDATE',
        [after, TOGETHER],
      );
      const courses = await this.#published.coursesNow(client);
      if (rows.length > 0) {
        const own = rows.map(({ subject, tally }) => ({ subject, tally: tally ?? emptyTally() }));
        await writeStandings(client, await wholeStandings(client, own, courses, this.#published));
      }
      const waiting = rows.filter(({ tally }) => tally && unknownSnapshots(tally).length > 0).map(({ subject }) => subject);
      return { count: rows.length, last: rows.at(-1)?.subject ?? null, waiting };
    });
  }
}
