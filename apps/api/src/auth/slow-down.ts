import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { keyedHash } from './hashing.ts';
import { SiteKey } from './site-key.ts';

/** Failures that cost nothing: a pastor of 60 mistypes. */
const FREE = 3;
const LONGEST_WAIT_S = 60;
/** After this long without a failure everything is forgotten. */
const FORGET_AFTER_H = 24;

/**
 * Slows down guessing by (account, address). Nobody is ever locked out: the longest wait is a minute, and another
 * address does not wait at all.
 */
@Injectable()
export class SlowDown {
  readonly #database: Database;
  readonly #siteKey: SiteKey;

  constructor(database: Database, siteKey: SiteKey) {
    this.#database = database;
    this.#siteKey = siteKey;
  }

  /** Key of a pair for today: the address is hashed with a key that changes every day and is stored nowhere. */
  key(login: string, address: string): Buffer {
    const day = new Date().toISOString().slice(0, 10);
    return keyedHash(keyedHash(this.#siteKey.value, 'day', day), 'failure', `${login}\0${network(address)}`);
  }

  /**
   * Counts a try before its secret is looked at, so that a hundred tries at once are a hundred tries.
   * @returns 0 when it may go on, else the seconds to wait: the try was not counted then and must be refused.
   */
  async begin(key: Buffer): Promise<number> {
    const begun = await this.#database.query(
      `WITH swept AS (DELETE FROM sign_in_failures WHERE next_at < now() - make_interval(hours => $4) AND key <> $1)
       INSERT INTO sign_in_failures AS f VALUES ($1, 1, now())
       ON CONFLICT (key) DO UPDATE SET failures = f.failures + 1,
         next_at = now() + make_interval(secs => CASE WHEN f.failures < $2 THEN 0 ELSE least($3, 2 ^ (f.failures - $2 + 1)) END)
       WHERE f.next_at <= now()
       RETURNING 1 AS begun`,
      [key, FREE, LONGEST_WAIT_S, FORGET_AFTER_H],
    );
    if (begun.length > 0) return 0;
    const [row] = await this.#database.query<{ wait: number }>(
      'SELECT ceil(extract(epoch FROM next_at - now()))::int AS wait FROM sign_in_failures WHERE key = $1',
      [key],
    );
    return Math.max(1, row?.wait ?? 1);
  }

  /** The secret was right: the tries before it are forgotten. */
  async succeeded(key: Buffer): Promise<void> {
    await this.#database.query('DELETE FROM sign_in_failures WHERE key = $1', [key]);
  }
}

/** An address as one household or office has it: IPv4 whole, IPv6 by its first 64 bits, of which anybody has the rest. */
export function network(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/, '');
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  if (tail !== undefined) while (groups.length + tail.split(':').filter(Boolean).length < 8) groups.push('0');
  return [...groups, ...(tail ?? '').split(':').filter(Boolean)].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}
