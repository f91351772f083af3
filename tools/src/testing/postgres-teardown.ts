import { shared } from './postgres-handle.ts';

/** Jest's globalTeardown of the API's tests. */
export default async function tearDown(): Promise<void> {
  await shared.stopPostgres?.();
}
