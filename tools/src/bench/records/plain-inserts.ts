import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Connection } from '../../postgres/address.ts';
import { asOwner } from '../stored/owner.ts';
import type { QuizPhone } from './quiz-phone.ts';

const INSERT = {
  name: 'plain',
  text: `INSERT INTO plain_records (id, subject, actor, type, v, text, body, hash, received_at, account, roles, via, device, device_seq)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
};

/** The yardstick: the same rows, each in a transaction of its own, by `pg` on as many connections. */
export class PlainInserts {
  readonly #connection: Connection;
  readonly #clients: pg.Client[];

  constructor(connection: Connection, count: number) {
    this.#connection = connection;
    this.#clients = Array.from({ length: count }, () => new pg.Client(connection));
    // Whatever is being asked rejects by itself; without a listener the bench would end before it has cleared up.
    for (const client of this.#clients) client.on('error', () => {});
  }

  async open(): Promise<void> {
    await asOwner(this.#connection, async (owner) => {
      await owner.query('DROP TABLE IF EXISTS plain_records');
      await owner.query('CREATE TABLE plain_records (LIKE records INCLUDING DEFAULTS INCLUDING IDENTITY)');
      await owner.query('ALTER TABLE plain_records ADD PRIMARY KEY (id)');
    });
    await Promise.all(this.#clients.map((client) => client.connect()));
  }

  /** @returns rows per second. */
  async run(phones: readonly QuizPhone[], milliseconds: number): Promise<number> {
    const until = performance.now() + milliseconds;
    let rows = 0;
    await Promise.all(
      this.#clients.map(async (client, index) => {
        const phone = phones[index % phones.length] as QuizPhone;
        for (; performance.now() < until; rows += 1) await client.query(INSERT, rowOf(phone));
      }),
    );
    return (rows * 1000) / milliseconds;
  }

  async close(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.end().catch(() => {})));
  }
}

const hash = createHash('sha256').update('a record').digest();
const account = randomUUID();

function rowOf(phone: QuizPhone): unknown[] {
  const { id, subject, actor, type, v, body, ...rest } = phone.record();
  const text = JSON.stringify({ id, subject, actor, type, v, ...rest, body });
  return [id, subject, actor, type, v, text, JSON.stringify(body), hash, new Date(), account, '{pastor}', 'session', rest.device, rest.deviceSeq];
}
