import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { claim } from '../../../../tools/src/postgres/owner.ts';
import { clusterIn } from '../../../../tools/src/postgres/places.ts';
import { type RunningPostgres, startPostgres } from '../../../../tools/src/postgres/start-postgres.ts';
import { throwAwayDirectory } from '../../../../tools/src/postgres/throw-away.ts';

/** Data directories beside each other, and the servers that run in them: all stopped and thrown away at the end. */
export class Clusters {
  readonly #place: string;
  readonly #running = new Map<string, RunningPostgres>();
  readonly #atEnd: () => void;

  private constructor(place: string, atEnd: () => void) {
    this.#place = place;
    this.#atEnd = atEnd;
  }

  static async begin(): Promise<Clusters> {
    const { dataDir, remove } = await throwAwayDirectory('test');
    const release = await claim(dataDir);
    return new Clusters(dataDir, () => {
      release();
      remove();
    });
  }

  /** Its data directory. */
  dir(name: string): string {
    return join(this.#place, name);
  }

  async start(name: string): Promise<RunningPostgres> {
    const running = await startPostgres({ dataDir: this.dir(name), settings: { fsync: 'off' } });
    this.#running.set(name, running);
    return running;
  }

  async stop(name: string): Promise<void> {
    await this.#running.get(name)?.stop();
    this.#running.delete(name);
  }

  /** Puts the files of one stopped cluster in the place of another: what an operator does with a copy. */
  replace(name: string, by: string): void {
    rmSync(clusterIn(this.dir(name)), { recursive: true, force: true });
    // With owners and times, as a careful operator would.
    execFileSync('cp', ['-a', clusterIn(this.dir(by)), clusterIn(this.dir(name))]);
  }

  /** Copies a stopped data directory file by file. */
  copy(name: string, to: string): void {
    execFileSync('cp', ['-a', this.dir(name), this.dir(to)]);
  }

  async end(): Promise<void> {
    for (const name of [...this.#running.keys()].reverse()) await this.stop(name);
    this.#atEnd();
  }
}

/** Asks one server as its administrator. */
export async function ask<Row extends object>({ connection }: RunningPostgres, ...statements: string[]): Promise<Row> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    let last: Row[] = [];
    for (const statement of statements) last = (await client.query<Row>(statement)).rows;
    return last[0] as Row;
  } finally {
    await client.end();
  }
}

/** Asks again until the answer's `yes` is true. */
export async function until(server: RunningPostgres, condition: string): Promise<void> {
  const client = new pg.Client(server.connection);
  await client.connect();
  try {
    for (const end = Date.now() + 20_000; ; ) {
      const { rows } = await client.query<{ yes: boolean }>(`SELECT (${condition}) AS yes`);
      if (rows[0]?.yes) return;
      if (Date.now() > end) throw new Error(`never true: ${condition}`);
      await client.query('SELECT pg_sleep(0.02)');
    }
  } finally {
    await client.end();
  }
}
