import { createPublicKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Database } from '../database/database.ts';
import { Listener } from '../database/listener.ts';
import type { Account } from './account.ts';
import { ACCOUNT_COLUMNS, accountOf, type AccountRow } from './account-row.ts';
import { keyedHash, tokenHash } from './hashing.ts';
import { SiteKey } from './site-key.ts';
import { ACCOUNT_CHANNEL } from './sessions.ts';

/** A phone's profile that is bound to an account: what it signs is that person's word. */
export interface Device {
  id: string;
  key: KeyObject;
  account: Account;
}

/** How long a process believes what it read; a change elsewhere is heard at once by NOTIFY. */
const BELIEVE_MS = 5_000;
const CACHE_LIMIT = 20_000;

interface Row extends AccountRow {
  id: string;
  key: Buffer;
}

const SELECT = `SELECT d.id, d.key, ${ACCOUNT_COLUMNS} FROM devices d JOIN accounts a ON a.id = d.account_id JOIN people p ON p.id = a.person_id`;

/** The key of a profile as Node verifies with it. @throws when the coordinates are no point of the curve. */
export function publicKey({ x, y }: { x: string; y: string }): KeyObject {
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
}

function deviceOf(row: Row): Device {
  const at = (from: number): string => row.key.subarray(from, from + 32).toString('base64url');
  return { id: row.id, key: publicKey({ x: at(0), y: at(32) }), account: accountOf(row) };
}

/** Phones that may hand in records: whose they are, by which key they sign, and by which token they send. */
@Injectable()
export class Devices {
  readonly #database: Database;
  readonly #siteKey: SiteKey;
  readonly #known = new Map<string, { device: Device; until: number }>();
  readonly #tokens = new Map<string, { id: string; until: number }>();

  constructor(database: Database, siteKey: SiteKey, listener: Listener) {
    this.#database = database;
    this.#siteKey = siteKey;
    listener.on(ACCOUNT_CHANNEL, () => this.#forget());
  }

  #forget(): void {
    this.#known.clear();
    this.#tokens.clear();
  }

  /** The devices among these ids that are bound. */
  async find(ids: Iterable<string>): Promise<Map<string, Device>> {
    const now = Date.now();
    const found = new Map<string, Device>();
    const missing: string[] = [];
    for (const id of new Set(ids)) {
      const known = this.#known.get(id);
      if (known && known.until > now) found.set(id, known.device);
      else missing.push(id);
    }
    if (missing.length === 0) return found;
    for (const row of await this.#database.query<Row>(`${SELECT} WHERE d.id = ANY($1)`, [missing])) found.set(row.id, this.#keep(row));
    return found;
  }

  /** Whose token this is; null for one that was never given out or was replaced. */
  async byToken(token: string): Promise<Device | null> {
    const known = this.#tokens.get(token);
    if (known && known.until > Date.now()) return (await this.find([known.id])).get(known.id) ?? null;
    const [row] = await this.#database.query<Row>(`${SELECT} WHERE d.token_hash = $1`, [tokenHash(token)]);
    if (!row) return null;
    if (this.#tokens.size >= CACHE_LIMIT) this.#tokens.clear();
    this.#tokens.set(token, { id: row.id, until: Date.now() + BELIEVE_MS });
    return this.#keep(row);
  }

  #keep(row: Row): Device {
    const device = deviceOf(row);
    if (this.#known.size >= CACHE_LIMIT) this.#known.clear();
    this.#known.set(row.id, { device, until: Date.now() + BELIEVE_MS });
    return device;
  }

  /**
   * Binds a device to an account inside a transaction. Once more for the same account and key gives the same token: an
   * answer that was lost, or a copy of a join that somebody carries, must not take it from the phone.
   * @returns the token; null when the device is another account's, or has another key.
   */
  async bind(client: Pick<PoolClient, 'query'>, device: { id: string; account: string; key: { x: string; y: string } }): Promise<string | null> {
    const token = keyedHash(this.#siteKey.value, 'device-token', `${device.id} ${device.key.x} ${device.key.y}`).toString('base64url');
    const key = Buffer.concat([Buffer.from(device.key.x, 'base64url'), Buffer.from(device.key.y, 'base64url')]);
    const { rowCount } = await client.query(
      `INSERT INTO devices (id, account_id, key, token_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash
       WHERE devices.account_id = excluded.account_id AND devices.key = excluded.key`,
      [device.id, device.account, key, tokenHash(token)],
    );
    if (rowCount !== 1) return null;
    return token;
  }
}
