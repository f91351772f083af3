import { expect, it } from '@jest/globals';
import pg from 'pg';
import { openDatabase } from '../../src/database/open.ts';
import { newDatabase } from '../support/database.ts';

it('refuses a database that a newer release has changed, in words, and changes nothing', async () => {
  const connection = await newDatabase();
  await (await openDatabase(connection)).source.destroy();
  const db = new pg.Pool({ ...connection, max: 1 });
  try {
    await db.query(`INSERT INTO migrations (timestamp, name) VALUES (4102444800000, 'FromTheFuture4102444800000')`);
    // As if another server had taken over: a release that went on would draw a new feed id.
    await db.query(`UPDATE site SET value = 'another' WHERE key = 'feed-database'`);
    const everything = async () => [(await db.query('SELECT * FROM site ORDER BY key')).rows, (await db.query('SELECT * FROM migrations ORDER BY id')).rows];
    const before = await everything();
    await expect(openDatabase(connection)).rejects.toMatchObject({ code: 'SCHEMA_NEWER', message: expect.stringContaining('newer release') });
    expect(await everything()).toEqual(before);
    await db.query(`DELETE FROM migrations WHERE name = 'FromTheFuture4102444800000'`);
    await (await openDatabase(connection)).source.destroy();
  } finally {
    await db.end();
  }
});
