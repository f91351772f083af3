import { expect, it } from '@jest/globals';
import pg from 'pg';
import { dataSource } from '../../src/database/data-source.ts';
import { openDatabase } from '../../src/database/open.ts';
import { newDatabase } from '../support/database.ts';

const LAST_BEFORE = 'Drafts1793000009000';
const hash = (letter: string): string => letter.repeat(64);
const clip = (letter: string) => ({ media: hash(letter), bytes: 9, ms: 1, type: 'audio/ogg', source: hash('0') });

it('recordings of before there were courses of media become their courses’, those for everybody stay so', async () => {
  const connection = await newDatabase();
  const owner = await dataSource(connection, 'owner').initialize();
  await owner.runMigrations();
  while ((await owner.query('SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1'))[0].name !== LAST_BEFORE) await owner.undoLastMigration();
  await owner.destroy();
  const db = new pg.Pool({ ...connection, max: 1 });
  try {
    const media = [['a', 'open'], ['a', 'police'], ['b', 'police'], ['c', 'open'], ['d', 'open'], ['e', 'open']] as const;
    for (const [letter, audience] of media) await db.query(`INSERT INTO media (hash, audience, type, bytes) VALUES ($1, $2, 'audio/ogg', 9)`, [hash(letter), audience]);
    const narrations = [
      ['pastors', 'lesson1', { ':title': clip('a'), b1: clip('e') }],
      ['police', 'lesson2', { ':title': clip('b'), b1: clip('a') }],
      ['pastors', 'phrases', { next: clip('c') }],
    ] as const;
    for (const [at, [course, of, parts]] of narrations.entries())
      await db.query(`INSERT INTO snapshots (hash, kind, course, audience, body) VALUES ($1, 'narration', $2, 'open', $3)`, [hash(String(at)), course, JSON.stringify({ kind: 'narration', of, lang: 'km', parts })]);
    await (await openDatabase(connection)).source.destroy();
    const { rows } = await db.query<{ row: string }>(`SELECT concat_ws(' ', left(hash, 1), audience, nullif(course, '')) AS row FROM media ORDER BY 1`);
    expect(rows.map(({ row }) => row)).toEqual(['a open pastors', 'a open police', 'a police pastors', 'a police police', 'b police police', 'c open', 'd open', 'e open pastors']);
  } finally {
    await db.end();
  }
});
