import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { progress } from '@seek-justice/contracts/endpoints/progress.ts';
import { notCounted, viewTally } from '@seek-justice/domain/progress/view.ts';
import type { Account } from '../auth/account.ts';
import { Database } from '../database/database.ts';
import { ProblemError } from '../http/problem-error.ts';
import { FeedService } from './feed.service.ts';
import { Published } from './published.ts';
import { membersOf } from './people-components.ts';
import { readGaps } from './device-gaps.ts';
import { foldState, foldTally, readRecords, together } from './stored-records.ts';
import { SubjectScope } from './subject-scope.ts';

/** What somebody has done and what is left. */
@Injectable()
export class ProgressService {
  readonly #database: Database;
  readonly #published: Published;
  readonly #scope: SubjectScope;
  readonly #feed: FeedService;

  constructor(database: Database, published: Published, scope: SubjectScope, feed: FeedService) {
    this.#database = database;
    this.#published = published;
    this.#scope = scope;
    this.#feed = feed;
  }

  /** @throws ProblemError `not_allowed` unless it is the reader's own or that of a person in their provinces. */
  async read(account: Account, subject: string): Promise<z.output<typeof progress.success.body>> {
    if (subject !== account.person && !(await this.#scope.holds(account, subject))) throw new ProblemError('not_allowed');
    // Asked first: what is read after it may be newer than the cursor says, never older.
    const cursor = await this.#feed.position(account);
    // Somebody who is known as two people has done what both have done.
    const members = (await membersOf(this.#database.pool, [subject])).get(subject) ?? [subject];
    const records = together([...(await readRecords(this.#database.pool, members)).values()]);
    const state = foldState(records);
    const { tally } = await foldTally(records, this.#published);
    const courses = await this.#published.courses();
    const markOf = await this.#published.marker(Object.values(state.evidence).flatMap((evidence) => (evidence.kind === 'quiz' ? [evidence.snapshot] : [])));
    const marks = Object.entries(state.evidence).flatMap(([id, evidence]) => {
      const mark = evidence.kind === 'quiz' ? markOf(id, evidence) : null;
      return mark ? [[id, mark] as const] : [];
    });
    return {
      subject,
      cursor,
      devices: await readGaps(this.#database, members),
      state: state as never,
      marks: Object.fromEntries(marks),
      courses: courses.map(({ manifest }) => ({
        ...viewTally(tally, manifest),
        notCounted: notCounted(state, manifest, markOf),
      })),
    };
  }
}
