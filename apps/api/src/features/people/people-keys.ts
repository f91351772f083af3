import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SEARCH_KEY_VERSION } from '@seek-justice/domain/language/search-key.ts';
import { Database } from '../../database/database.ts';
import { personKey } from './people.repository.ts';

const BATCH = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface Row {
  id: string;
  name: string;
  church: string | null;
  commune: string | null;
}

/** Computes the keys of people again whose keys were made by older rules. */
@Injectable()
export class PeopleKeys implements OnApplicationBootstrap {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async onApplicationBootstrap(): Promise<void> {
    // By id, so that each batch begins where the one before ended; older replicas may still add people under older rules.
    for (let after = BEFORE_ALL; ; ) {
      const rows = await this.#database.query<Row>('SELECT id, name, church, commune FROM people WHERE key_version < $1 AND id > $2 ORDER BY id LIMIT $3', [SEARCH_KEY_VERSION, after, BATCH]);
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
      await this.#database.query(
        `UPDATE people SET search_key = given.key, key_version = $3
         FROM unnest($1::uuid[], $2::text[], $4::text[]) AS given (id, key, name)
         WHERE people.id = given.id AND people.name = given.name AND key_version < $3`,
        [rows.map(({ id }) => id), rows.map(personKey), SEARCH_KEY_VERSION, rows.map(({ name }) => name)],
      );
    }
  }
}
