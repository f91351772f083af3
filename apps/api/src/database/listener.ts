import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Database } from './database.ts';

const RECONNECT_AFTER_MS = 500;

/** Hears what other processes changed (NOTIFY), on a connection of its own. */
@Injectable()
export class Listener implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #database: Database;
  readonly #handlers = new Map<string, ((payload: string) => void)[]>();
  #client: PoolClient | null = null;
  #ended = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Calls `handler` on each notification of a channel, and with '' after the connection was lost for a while:
   * anything may have been missed then.
   */
  on(channel: string, handler: (payload: string) => void): void {
    this.#handlers.set(channel, [...(this.#handlers.get(channel) ?? []), handler]);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#connect();
  }

  onModuleDestroy(): void {
    this.#ended = true;
    this.#client?.release(true);
    this.#client = null;
  }

  async #connect(again = false): Promise<void> {
    const client = await this.#database.pool.connect();
    // The end came meanwhile: a connection that nobody gives back would keep it waiting.
    if (this.#ended) return client.release(true);
    this.#client = client;
    client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? ''));
    client.on('error', () => this.#lost(client));
    try {
      for (const channel of this.#handlers.keys()) await client.query(`LISTEN ${channel}`);
    } catch {
      return this.#lost(client);
    }
    // What was told while nobody listened is not told again: from here on everything is read anew.
    if (again) for (const channel of this.#handlers.keys()) this.#tell(channel, '');
  }

  #tell(channel: string, payload: string): void {
    for (const handler of this.#handlers.get(channel) ?? []) handler(payload);
  }

  #lost(client: PoolClient): void {
    if (this.#client !== client) return;
    this.#client = null;
    client.release(true);
    for (const channel of this.#handlers.keys()) this.#tell(channel, '');
    this.#retry();
  }

  #retry(): void {
    if (this.#ended) return;
    setTimeout(() => {
      if (!this.#ended) this.#connect(true).catch(() => this.#retry());
    }, RECONNECT_AFTER_MS).unref();
  }
}
