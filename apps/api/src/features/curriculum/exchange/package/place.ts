import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Uploads } from '../../../../auth/uploads.ts';
import { Config } from '../../../../config/options.ts';
import { ProblemError } from '../../../../http/problem-error.ts';

/** Packages that may wait behind the one that is made or read. */
const MOST_WAITING = 3;
/** Packages that may lie on the disk of this process at once, on their way in or out: each may have 400 MB there. */
const MOST_LYING = 6;
/** When another try makes sense, in seconds. */
const LATER = 30;

/**
 * Where packages lie while they are made, sent and read, and whose turn it is. Making and reading one is seconds of work
 * for a small machine, and readers come first: one at a time in each process, a few wait, more are refused.
 */
@Injectable()
export class PackagePlace {
  readonly #config: Config;
  readonly #uploads: Uploads;
  #before: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #lying = 0;

  constructor(config: Config, uploads: Uploads) {
    this.#config = config;
    this.#uploads = uploads;
  }

  /**
   * An empty folder. What a process that was killed leaves there is swept with old uploads.
   * @throws ProblemError `packages_busy`
   */
  async folder(): Promise<{ path: string; leave: () => Promise<void> }> {
    if (this.#lying >= MOST_LYING) throw new ProblemError('packages_busy', { retryAfter: LATER });
    this.#lying += 1;
    const path = join(this.#config.options.mediaDir ? this.#uploads.folder : tmpdir(), `package-${randomUUID()}`);
    let left = false;
    const leave = async (): Promise<void> => {
      if (left) return;
      left = true;
      this.#lying -= 1;
      await rm(path, { recursive: true, force: true });
    };
    try {
      await mkdir(path, { recursive: true, mode: 0o700 });
      return { path, leave };
    } catch (error) {
      await leave();
      throw error;
    }
  }

  /** Does work when it is its turn. @throws ProblemError `packages_busy` where too many wait. */
  async turn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting > MOST_WAITING) throw new ProblemError('packages_busy', { retryAfter: LATER });
    this.#waiting += 1;
    const turn = this.#before.then(work);
    this.#before = turn.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }
}
