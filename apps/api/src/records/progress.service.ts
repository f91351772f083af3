import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { progress } from '@seek-justice/contracts/endpoints/progress.ts';
import { emptyTally, type Tally } from '@seek-justice/domain/progress/tally.ts';
import { notCounted, viewTally } from '@seek-justice/domain/progress/view.ts';
import { emptyState } from '@seek-justice/domain/records/state.ts';
import type { Account } from '../auth/account.ts';
import { Database } from '../database/database.ts';
import { ProblemError } from '../http/problem-error.ts';
import { Published } from './published.ts';
import { foldState, readRecords } from './stored-records.ts';
import { SubjectScope } from './subject-scope.ts';

/** What somebody has done and what is left. */
@Injectable()
export class ProgressService {
  readonly #database: Database;
  readonly #published: Published;
  readonly #scope: SubjectScope;

  constructor(database: Database, published: Published, scope: SubjectScope) {
    this.#database = database;
    this.#published = published;
    this.#scope = scope;
  }

  /** @throws ProblemError `not_allowed` unless it is the reader's own or that of a person in their provinces. */
  async read(account: Account, subject: string): Promise<z.output<typeof progress.success.body>> {
    if (subject !== account.person && !(await this.#scope.holds(account, subject))) throw new ProblemError('not_allowed');
    const [row] = await this.#database.query<{ tally: Tally | null }>('SELECT tally FROM progress WHERE subject = $1', [subject]);
    const records = (await readRecords(this.#database.pool, [subject])).get(subject);
    const state = records === undefined ? emptyState() : foldState(records);
    const courses = await this.#published.courses();
    const markOf = await this.#published.marker(Object.values(state.evidence).flatMap((evidence) => (evidence.kind === 'quiz' ? [evidence.snapshot] : [])));
    const marks = Object.entries(state.evidence).flatMap(([id, evidence]) => {
      const mark = evidence.kind === 'quiz' ? markOf(id, evidence) : null;
      return mark ? [[id, mark] as const] : [];
    });
    return {
      subject,
      state: state as never,
      marks: Object.fromEntries(marks),
      courses: courses.map(({ manifest }) => ({
        ...viewTally(row?.tally ?? emptyTally(), manifest),
        notCounted: notCounted(state, manifest, markOf),
      })),
    };
  }
}
