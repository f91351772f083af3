import { Injectable } from '@nestjs/common';
import { SITE } from '@seek-justice/seed/site.ts';
import { type Account, inScope } from '../../auth/account.ts';
import { newCohortCode } from '../../auth/login.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { type Cohort, CohortsRepository } from './cohorts.repository.ts';

/** Of ten million codes a random one is free nearly always. */
const TRIES = 20;

/** What coordinators do with cohorts of their provinces. */
@Injectable()
export class CohortsService {
  readonly #cohorts: CohortsRepository;

  constructor(cohorts: CohortsRepository) {
    this.#cohorts = cohorts;
  }

  /** @throws ProblemError `not_allowed` outside the coordinator's provinces. */
  async add(by: Account, wanted: { name: string; province: string }): Promise<Cohort> {
    if (!SITE.provinces.some(({ id }) => id === wanted.province)) throw new ProblemError('bad_request', { fields: ['province'] });
    if (!inScope(by, wanted.province)) throw new ProblemError('not_allowed');
    for (let left = TRIES; left > 0; left -= 1) {
      const id = await this.#cohorts.add({ ...wanted, code: newCohortCode(), account: by.id });
      if (id) return this.#read(by, id);
    }
    throw new ProblemError('unexpected');
  }

  page(by: Account, after: string | null): Promise<{ cohorts: Cohort[]; more: boolean }> {
    return this.#cohorts.page(by.scope, after);
  }

  /** @throws ProblemError `not_found` outside the coordinator's provinces. */
  async close(by: Account, id: string, closed: boolean): Promise<Cohort> {
    await this.#read(by, id);
    await this.#cohorts.close(id, closed);
    return this.#read(by, id);
  }

  async #read(by: Account, id: string): Promise<Cohort> {
    const cohort = await this.#cohorts.find(id);
    if (!cohort || !inScope(by, cohort.province)) throw new ProblemError('not_found');
    return cohort;
  }
}
