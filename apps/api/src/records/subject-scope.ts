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

  async holds(account: Account, subject: string): Promise<boolean> {
    if (!isCoordinator(account)) return false;
    const [person] = await this.#database.query<{ province: string | null }>('SELECT province FROM people WHERE id = $1', [subject]);
    return person !== undefined && inScope(account, person.province);
  }
}
