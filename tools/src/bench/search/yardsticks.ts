import pg from 'pg';
import type { Connection } from '../../postgres/address.ts';

/** Texts that hold a query somewhere, asked of PostgreSQL without an index and without a server between. */
export class PlainLike {
  readonly #clients: pg.Client[];

  constructor(connection: Connection, count: number) {
    this.#clients = Array.from({ length: count }, () => new pg.Client(connection));
    // Whatever is being asked rejects by itself; without a listener the bench would end before it has cleared up.
    for (const client of this.#clients) client.on('error', () => {});
  }

  async open(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.connect()));
  }

  /** @returns how long each took, in milliseconds. */
  async run(queries: readonly string[], milliseconds: number): Promise<number[]> {
    const until = performance.now() + milliseconds;
    const times: number[] = [];
    let turn = 0;
    await Promise.all(
      this.#clients.map(async (client) => {
        for (let begun = performance.now(); begun < until; begun = performance.now()) {
          await client.query({ name: 'like', text: 'SELECT step, block, text FROM search_entries WHERE key LIKE $1 LIMIT 21', values: [`%${queries[turn++ % queries.length]}%`] });
          times.push(performance.now() - begun);
        }
      }),
    );
    return times;
  }

  async close(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.end().catch(() => {})));
  }
}
