import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import type { RunningPostgres } from '../../../../tools/src/postgres/start-postgres.ts';
import { giveRoom } from '../../../../tools/src/testing/give-room.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { personOf, Phone, send } from '../support/records.ts';
import { Clusters } from './clusters.ts';

let clusters: Clusters;
let postgres: RunningPostgres;
let api: TestApi;

beforeAll(async () => {
  clusters = await Clusters.begin();
  postgres = await clusters.start('full');
  api = await startTestApi({ connection: postgres.connection });
});
afterAll(async () => {
  await api?.stop();
  await clusters?.end();
});

describe('a disk that is full', () => {
  it('is said in words, loses nothing that was acknowledged, and is over when there is room', async () => {
    // More than a WAL segment of 16 MB, so that it is this table that finds no room; of rows too short to be packed.
    // Nothing may find the room that is left in its pages.
    await api.db.query('ALTER TABLE records SET (autovacuum_enabled = off)');
    await api.db.query(
      `INSERT INTO records OVERRIDING USER VALUE
       SELECT (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'text', repeat('x', 1300)))).*
       FROM records AS one, generate_series(1, 11000) WHERE one.seq = (SELECT min(seq) FROM records)`,
    );
    const pastor = await api.as('DEMO-0001');
    const phone = new Phone(await personOf(pastor));
    const [table] = (await api.db.query<{ size: string }>(`SELECT pg_relation_size('records') AS size`)).rows;
    expect(Number(table?.size)).toBeGreaterThan(17_000_000);
    // Half a page more: the write that goes beyond is cut short, as on a disk.
    giveRoom(postgres.pid, Number(table?.size) + 4096);
    const acknowledged: string[] = [];
    let refused: Envelope | undefined;
    try {
      for (let n = 0; n < 300 && !refused; n += 1) {
        const record = phone.record('song.sung', { verses: randomBytes(240).toString('hex') });
        const answer = await pastor.post('/api/records', { records: [record] }, { 'accept-language': 'en' });
        if (answer.status === 200) acknowledged.push(record.id);
        else {
          expect([answer.status, answer.type, answer.body.code]).toEqual([503, 'application/problem+json; charset=utf-8', 'store_full']);
          expect(answer.body.title).toMatch(/^There is no room left here/);
          refused = record;
        }
      }
      expect(refused).toBeDefined();
      expect((await pastor.post('/api/records', { records: [refused] }, { 'accept-language': 'km' })).body.title).toMatch(/^នៅទីនេះអស់កន្លែង/);
      // Reading goes on.
      expect((await pastor.get('/api/records?limit=1000')).body.records.map(({ record }: { record: { id: string } }) => record.id)).toEqual(acknowledged);
    } finally {
      giveRoom(postgres.pid, 'unlimited');
    }
    expect(await send(pastor, [refused])).toEqual(['stored']);
    expect((await pastor.get('/api/records?limit=1000')).body.records.map(({ record }: { record: { id: string } }) => record.id)).toEqual([...acknowledged, refused?.id]);
    // What the log keeps of it is a code, never what was being written.
    expect(api.log.join('')).not.toMatch(new RegExp(`xxx|${(refused as Envelope).body.verses as string}|${phone.person}`));
  });
});
