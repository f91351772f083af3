import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.ts';

/** The installation's own key for keyed hashes: made once, shared by all replicas through the database. */
@Injectable()
export class SiteKey implements OnModuleInit {
  readonly #database: Database;
  #key: Buffer = Buffer.alloc(0);

  constructor(database: Database) {
    this.#database = database;
  }

  get value(): Buffer {
    return this.#key;
  }

  async onModuleInit(): Promise<void> {
    await this.#database.query(`INSERT INTO site VALUES ('key', $1) ON CONFLICT (key) DO NOTHING`, [randomBytes(32).toString('base64')]);
    const [row] = await this.#database.query<{ value: string }>(`SELECT value FROM site WHERE key = 'key'`);
    this.#key = Buffer.from(row?.value ?? '', 'base64');
  }
}
