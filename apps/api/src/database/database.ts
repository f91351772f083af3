import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { FeedId } from './feed-id.ts';

/** PostgreSQL's words for "try the same transaction again". */
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

/** The application's pool, for plain SQL and for TypeORM alike. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly source: DataSource;
  readonly pool: Pool;
  readonly #feedId: FeedId;

  constructor(source: DataSource, feedId: FeedId) {
    this.source = source;
    this.#feedId = feedId;
    this.pool = (source.driver as unknown as { master: Pool }).master;
    // A connection that PostgreSQL ends is replaced, whether it was in use or not; without listeners it would end the process.
    this.pool.on('error', () => {});
    this.pool.on('connect', (client) => client.on('error', () => {}));
  }

  /** Names this feed. Take it before asking for what it shall name: see FeedId. */
  get feedId(): string {
    return this.#feedId.now;
  }

  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(text, values)).rows;
  }

  /** Runs `work` in a transaction; deadlocks and serialisation failures are tried again from the start. */
  async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const client = await this.pool.connect();
      let broken = false;
      try {
        await client.query('BEGIN');
        const result = await work(client);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        );
        const code = (error as { code?: string }).code ?? '';
        if (!RETRYABLE.has(code) || attempt === ATTEMPTS) throw error;
      } finally {
        client.release(broken);
      }
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.source.destroy();
  }
}
