import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestConnection {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
}

/** The PostgreSQL that the files of one worker share, one after another (see tools/src/testing). */
export function sharedConnection(): TestConnection {
  const all = JSON.parse(process.env.TEST_DATABASES ?? '[]') as TestConnection[];
  const mine = all[Number(process.env.JEST_WORKER_ID ?? 1) - 1];
  if (!mine) throw new Error('TEST_DATABASES names no PostgreSQL for this worker: run the tests with `npm test -- api`.');
  return mine;
}

/** A new empty database on the shared server. */
export async function newDatabase(): Promise<TestConnection> {
  const shared = sharedConnection();
  const database = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client(shared);
  await client.connect();
  await client.query(`CREATE DATABASE ${database}`);
  await client.end();
  return { ...shared, database };
}

/** One statement on a test's database, as its owner. */
export async function runOn(connection: TestConnection, sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(sql, values);
  await client.end();
}
