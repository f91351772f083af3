import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from './support/api.ts';

/** More than two batches. */
const PEOPLE = 1_100;

let first: TestApi;
let second: TestApi | undefined;
beforeAll(async () => {
  first = await startTestApi({ demo: false });
});
afterAll(async () => {
  await second?.stop();
  await first.stop();
});

it('keys of people that older rules made are made again at the start, newer ones stay', async () => {
  await first.db.query(
    `INSERT INTO people (id, name, church, search_key, key_version, province)
     SELECT gen_random_uuid(), 'ខ' || U&'\\17D2\\17D2' || 'ញុំ ' || n, 'ABC', 'old', CASE WHEN n = 1 THEN 99 ELSE 1 END, 'siem-reap' FROM generate_series(1, $1::int) AS n`,
    [PEOPLE],
  );
  second = await startTestApi({ demo: false, connection: first.connection });
  const { rows } = await first.db.query('SELECT name, search_key, key_version FROM people');
  expect(rows).toHaveLength(PEOPLE);
  for (const { name, search_key: key, key_version: version } of rows) {
    const number = name.split(' ')[1];
    // The doubled coeng is one.
    expect([key, version]).toEqual(number === '1' ? ['old', 99] : [`ខ\u17d2ញុំ ${number} abc`, 2]);
  }
});
