import { Injectable } from '@nestjs/common';
import { Metrics } from '../http/metrics.ts';
import { isDatabaseGone } from '../http/problem.filter.ts';
import { AppendRepository } from './append.repository.ts';
import type { Outcome, Prepared } from './prepared.ts';

/** Records that one transaction takes at most: long enough to share a commit, short enough to end soon. */
const MOST_TOGETHER = 400;
/** Transactions at a time. A second one only where whole files wait: single records share one commit better. */
const MOST_AT_ONCE = 2;

interface Waiting {
  records: readonly Prepared[];
  resolve(outcomes: Outcome[]): void;
  reject(error: unknown): void;
}

/** Group commit: requests that wait together are committed together. While the database works on one part, the next is parsed. */
@Injectable()
export class Committer {
  readonly #repository: AppendRepository;
  readonly #metrics: Metrics;
  #waiting: Waiting[] = [];
  #running = 0;

  constructor(repository: AppendRepository, metrics: Metrics) {
    this.#repository = repository;
    this.#metrics = metrics;
  }

  /** Resolves once the records are committed (fsync included); rejects when they certainly were not acknowledged. */
  commit(records: readonly Prepared[]): Promise<Outcome[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ records, resolve, reject });
      if (this.#running === 0 || (this.#running < MOST_AT_ONCE && this.#recordsWaiting() >= MOST_TOGETHER)) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running += 1;
    // Requests that arrive in the same turn of the event loop ride along.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) await this.#commitTogether(this.#take());
    this.#running -= 1;
  }

  #recordsWaiting(): number {
    return this.#waiting.reduce((sum, { records }) => sum + records.length, 0);
  }

  #take(): Waiting[] {
    const taken: Waiting[] = [];
    let records = 0;
    for (const waiting of this.#waiting) {
      if (taken.length > 0 && records + waiting.records.length > MOST_TOGETHER) break;
      taken.push(waiting);
      records += waiting.records.length;
    }
    this.#waiting = this.#waiting.slice(taken.length);
    return taken;
  }

  async #commitTogether(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#repository.append(group.flatMap(({ records }) => records));
      this.#metrics.batchSize.observe(outcomes.length);
      let at = 0;
      for (const { records, resolve } of group) {
        resolve(outcomes.slice(at, at + records.length));
        at += records.length;
      }
    } catch (error) {
      // One request must not fail the others: each is tried on its own, unless the database itself is away.
      if (group.length === 1 || isDatabaseGone(error)) for (const { reject } of group) reject(error);
      else for (const waiting of group) await this.#commitTogether([waiting]);
    }
  }
}
