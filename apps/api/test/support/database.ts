import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestConnection {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
}

/** The PostgreSQL that all API tests share (see tools/src/testing). */
export function sharedConnection(): TestConnection {
  const text = process.env.TEST_DATABASE;
  if (!text) throw new Error('TEST_DATABASE is not set: run the tests with `npm test -- api`.');
  return JSON.parse(text) as TestConnection;
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
