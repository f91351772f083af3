import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from './support/api.ts';
import { eventually } from './support/eventually.ts';

/** So that a test can hold the indexer at its last step. */
const INDEX_LOCK = 7_310_022;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demo: false });
});
afterAll(() => api.stop());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function lessonOf(course: string, text: string): string {
  return JSON.stringify({ kind: 'lesson', id: `${course}-lesson`, lang: 'km', title: 'ជំនួយ', minutes: 5, draft: false, blocks: [{ id: 'b1', type: 'text', text }], sources: {} });
}

/** Stores an open course of one lesson each leaf, and makes it the current one. No process is told. */
async function publish(course: string, ...leaves: string[]): Promise<void> {
  const lessons = leaves.map((leaf, at) => ({ id: `${course}${at}`, title: {}, minutes: 5, leaves: { km: { hash: sha256(leaf), bytes: 1 } } }));
  const manifest = JSON.stringify({ kind: 'course', id: course, audience: 'open', title: {}, modules: [{ id: `${course}m`, title: {}, summary: {}, lessons, quiz: { id: `${course}q`, items: 0, passMark: 80, leaves: {} } }] });
  for (const [kind, body] of [...leaves.map((leaf) => ['lesson', leaf] as const), ['course', manifest] as const])
    await api.db.query(`INSERT INTO snapshots (hash, kind, course, audience, body) VALUES ($1, $2, $3, 'open', $4) ON CONFLICT (hash) DO NOTHING`, [sha256(body), kind, course, body]);
  await api.db.query(`INSERT INTO courses (id, position, audience, hash) VALUES ($1, (SELECT max(position) + 1 FROM courses), 'open', $2) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash`, [course, sha256(manifest)]);
}

const tell = () => api.db.query(`SELECT pg_notify('curriculum_published', 'courses')`);
const found = async (q: string): Promise<number> => (await api.visitor().get(`/api/search?${new URLSearchParams({ q, lang: 'km' }).toString()}`)).body.results.length;
const counted = async (metric: string): Promise<number> => Number(new RegExp(`^${metric} (\\d+)`, 'm').exec((await api.visitor().get('/metrics')).text)?.[1]);

describe('what is published no more', () => {
  it('is not found from the moment of the new publish on, whatever the indexer does', async () => {
    const [wrong, right] = [lessonOf('recalled', 'សូមទូរស័ព្ទទៅមេភូមិ'), lessonOf('recalled', 'សូមទូរស័ព្ទទៅប៉ូលីស')];
    await publish('recalled', wrong);
    await tell();
    await eventually(async () => expect(await found('ទៅមេភូមិ')).toBe(1));
    await publish('recalled', right);
    // Nobody was told yet: the transaction itself took it away.
    expect(await found('ទៅមេភូមិ')).toBe(0);
    await tell();
    await eventually(async () => expect(await found('ទូរស័ព្ទទៅប៉ូលីស')).toBe(1));
    await api.db.query(`DELETE FROM courses WHERE id = 'recalled'`);
    expect((await api.db.query(`SELECT FROM search_entries WHERE course = 'recalled'`)).rowCount).toBe(0);
  });

  it('is not put back by an indexer that read it before', async () => {
    const holder = await api.db.connect();
    await holder.query('SELECT pg_advisory_lock($1)', [INDEX_LOCK]);
    await publish('late', lessonOf('late', 'ឪពុកបានលក់គោមួយក្បាល'));
    await tell();
    await eventually(async () => expect((await api.db.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted`, [INDEX_LOCK])).rowCount).toBe(1));
    await publish('late', lessonOf('late', 'ម្ដាយបានទិញគោមួយក្បាល'));
    await tell();
    await holder.query('SELECT pg_advisory_unlock($1)', [INDEX_LOCK]);
    holder.release();
    await eventually(async () => expect(await found('ទិញគោ')).toBe(1));
    expect(await found('លក់គោ')).toBe(0);
  });
});

describe('what cannot be made findable', () => {
  it('is said and tried again, and keeps nothing else from being found', async () => {
    const before = await counted('search_index_failures_total');
    const broken = '{"kind":"lesson","blocks":អាថ៌កំបាំង';
    await publish('broken', broken, lessonOf('broken', 'ទូកចម្លងសាលា'));
    await tell();
    await eventually(async () => expect(await found('ចម្លងសាលា')).toBe(1));
    await eventually(async () => expect(await counted('search_index_failures_total')).toBeGreaterThan(before));
    expect(await counted('search_leaves_due')).toBe(1);
    const said = api.log.filter((line) => line.includes('"search_index"'));
    expect(said[0]).toContain('SyntaxError');
    expect(said.join('')).not.toContain('អាថ៌');
    await api.db.query('UPDATE snapshots SET body = $2 WHERE hash = $1', [sha256(broken), lessonOf('broken2', 'ស្ពានឈើចាស់')]);
    // Nobody publishes anything: it comes by itself.
    await eventually(async () => expect(await found('ស្ពានឈើ')).toBe(1));
    expect(await counted('search_leaves_due')).toBe(0);
  });

  it('is said where the database refuses it', async () => {
    const before = api.log.filter((line) => line.includes('"search_index"')).length;
    await api.db.query('REVOKE INSERT ON search_entries FROM seek_justice_app');
    await publish('refused', lessonOf('refused', 'ផ្ទះក្បឿងក្រហម'));
    await tell();
    await eventually(async () => expect(api.log.filter((line) => line.includes('"search_index"')).length).toBeGreaterThan(before));
    // 42501: may not write.
    expect(api.log.findLast((line) => line.includes('"search_index"'))).toContain('42501');
    await api.db.query('GRANT INSERT ON search_entries TO seek_justice_app');
    await eventually(async () => expect(await found('ក្បឿងក្រហម')).toBe(1));
  });
});
