import { expect, it } from '@jest/globals';
import { openDatabase } from '../../src/database/open.ts';
import { startTestApi } from '../support/api.ts';

it('a table that was restored in its place begins another feed; transaction ids of elsewhere become 0, known ones stay', async () => {
  const api = await startTestApi();
  const feedId = async () => (await api.db.query<{ value: string }>(`SELECT value FROM site WHERE key = 'feed-id'`)).rows[0]?.value;
  try {
    const before = await feedId();
    const xids = async () => (await api.db.query<{ xid: string }>('SELECT DISTINCT xid::text FROM records ORDER BY 1')).rows.map(({ xid }) => xid);
    const known = await xids();
    expect(known.length).toBeGreaterThan(0);
    // What `pg_restore --clean` does: same name, same rows, another table.
    await api.db.query('ALTER TABLE records RENAME TO gone');
    await api.db.query('CREATE TABLE records (LIKE gone INCLUDING ALL)');
    await api.db.query('INSERT INTO records OVERRIDING SYSTEM VALUE SELECT * FROM gone');
    await api.db.query(`UPDATE records SET xid = '900000000' WHERE seq = (SELECT max(seq) FROM records)`);
    await (await openDatabase(api.connection)).source.destroy();
    const after = await feedId();
    expect(after).not.toBe(before);
    expect(await xids()).toEqual([...new Set(['0', ...known])]);
    await (await openDatabase(api.connection)).source.destroy();
    expect(await feedId()).toBe(after);
  } finally {
    await api.stop();
  }
});
