import { Injectable } from '@nestjs/common';
import { type Account, inScope, isCoordinator } from '../auth/account.ts';
import { Database } from '../database/database.ts';

/** Whether a person belongs to the provinces that an account coordinates. */
@Injectable()
export class SubjectScope {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param learner whether the person has to be a learner and no officer, too. */
  async holds(account: Account, subject: string, learner = false): Promise<boolean> {
    if (!isCoordinator(account)) return false;
    const [person] = await this.#database.query<{ province: string | null; learner: boolean }>(
      `SELECT p.province, EXISTS (SELECT 1 FROM accounts a WHERE a.person_id = p.id AND a.kind = 'learner')
              AND NOT EXISTS (SELECT 1 FROM accounts a JOIN account_roles r ON r.account_id = a.id
                              WHERE a.person_id = p.id AND r.role = 'police' AND r.revoked_at IS NULL) AS learner
       FROM people p WHERE p.id = $1`,
      [subject],
    );
    return person !== undefined && inScope(account, person.province) && (person.learner || !learner);
  }
}
