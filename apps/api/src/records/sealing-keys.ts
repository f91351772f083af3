import { createECDH, type ECDH, generateKeyPairSync, randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SealingKey } from '@seek-justice/domain/records/sealed.ts';
import { Database } from '../database/database.ts';

interface Jwk {
  d: string;
  x: string;
  y: string;
}

/** The private key ready for agreements; importing it for each would cost as much as half of one. */
function ecdhOf({ d }: Jwk): ECDH {
  const own = createECDH('prime256v1');
  own.setPrivateKey(Buffer.from(d, 'base64url'));
  return own;
}

/**
 * The installation's keys for unsealing: made at the first start, shared by all replicas through the database, backed
 * up with it. Phones seal to the newest; old ones are kept for what was sealed before.
 */
@Injectable()
export class SealingKeys implements OnModuleInit {
  readonly #database: Database;
  readonly #private = new Map<string, ECDH>();
  #newest: SealingKey = { kid: '', x: '', y: '' };

  constructor(database: Database) {
    this.#database = database;
  }

  /** The key that phones seal to now. */
  get current(): SealingKey {
    return this.#newest;
  }

  async onModuleInit(): Promise<void> {
    const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    // Of replicas that start together one makes the key.
    await this.#database.query(
      `WITH alone AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtext('sealing-keys')))
       INSERT INTO sealing_keys (kid, private_key) SELECT $1, $2 FROM alone WHERE NOT EXISTS (SELECT 1 FROM sealing_keys)`,
      [randomBytes(6).toString('base64url'), JSON.stringify(jwk)],
    );
    await this.#read();
  }

  /** The private key with this id; null when no key of this installation ever had it. */
  async find(kid: string): Promise<ECDH | null> {
    // Another replica may have made a newer one.
    if (!this.#private.has(kid)) await this.#read();
    return this.#private.get(kid) ?? null;
  }

  async #read(): Promise<void> {
    const rows = await this.#database.query<{ kid: string; private_key: Jwk }>('SELECT kid, private_key FROM sealing_keys ORDER BY created_at, kid');
    for (const { kid, private_key: key } of rows) {
      if (!this.#private.has(kid)) this.#private.set(kid, ecdhOf(key));
      this.#newest = { kid, x: key.x, y: key.y };
    }
  }
}
