import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Browser, startTestApi, type TestApi } from './support/api.ts';
import { OpenApiCheck } from './support/open-api.ts';
import { Phone, personOf, send } from './support/records.ts';

let api: TestApi;
let coordinator: Browser;
beforeAll(async () => {
  api = await startTestApi();
  coordinator = await api.as('coordinator@example.org');
});
afterAll(() => api.stop());

interface Page {
  records: { record: { id: string; subject: string }; received: { seq: number } }[];
  cursor: string;
  more: boolean;
}

async function page(browser: Browser, after?: string, limit = 1000): Promise<Page> {
  const answer = await browser.get(`/api/records?limit=${limit}${after ? `&after=${encodeURIComponent(after)}` : ''}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as Page;
}

/** Reads on until nothing is new. */
async function readOn(browser: Browser, from?: string): Promise<{ ids: string[]; cursor: string }> {
  const ids: string[] = [];
  let cursor = from;
  for (;;) {
    const { records, cursor: next, more } = await page(browser, cursor);
    ids.push(...records.map(({ record }) => record.id));
    cursor = next;
    if (!more) return { ids, cursor };
  }
}

describe('the feed', () => {
  it('gives each reader what they may see: learners their own, coordinators their provinces, police their own alone', async () => {
    const pastor = await api.as('DEMO-0001');
    const phone = new Phone(await personOf(pastor));
    const record = phone.lesson('k7f2qd');
    await send(pastor, [record]);
    expect((await readOn(pastor)).ids).toEqual([record.id]);
    expect((await readOn(coordinator)).ids).toContain(record.id);
    expect((await readOn(await api.as('DEMO-0002'))).ids).toEqual([]);
    await api.db.query(`INSERT INTO account_roles (account_id, role) SELECT account_id, 'police' FROM account_roles WHERE role = 'coordinator'`);
    try {
      expect((await readOn(await api.as('coordinator@example.org'))).ids).toEqual([]);
    } finally {
      await api.db.query(`DELETE FROM account_roles r USING account_roles c WHERE r.role = 'police' AND c.role = 'coordinator' AND c.account_id = r.account_id`);
    }
  });

  it('pages in order and stands still where nothing is new', async () => {
    const pastor = await api.as('DEMO-0003');
    const phone = new Phone(await personOf(pastor));
    const records = Array.from({ length: 7 }, () => phone.lesson('k7f2qd'));
    for (const record of records) await send(pastor, [record]);
    const first = await page(pastor, undefined, 3);
    const second = await page(pastor, first.cursor, 3);
    const third = await page(pastor, second.cursor, 3);
    expect([...first.records, ...second.records, ...third.records].map(({ record }) => record.id)).toEqual(records.map(({ id }) => id));
    expect([first.more, second.more, third.more]).toEqual([true, true, false]);
    expect(await page(pastor, third.cursor)).toEqual({ records: [], cursor: third.cursor, more: false });
  });

  it('misses no row while a transaction is held open and two processes append', async () => {
    const other = await startSecondProcess(api);
    const open = await api.db.connect();
    try {
      const seen: string[] = [];
      let { cursor } = await readOn(coordinator);
      const one = await api.as('DEMO-0004');
      const phone = new Phone(await personOf(one));
      const two = await other.as('DEMO-0005');
      const phone2 = new Phone(await personOf(two));
      // A slow writer: its row has an early place in the order and becomes visible late.
      await open.query('BEGIN');
      const late = phone.lesson('t6h4bz');
      await open.query(
        `INSERT INTO records (id, subject, actor, type, v, text, body, hash, received_at, account, roles, via, device, device_seq)
         VALUES ($1, $2, $2, $3, 1, $4, '{}', '', now(), $2, '{}', 'test', $5, $6)`,
        [late.id, phone.person, late.type, JSON.stringify(late), late.device, late.deviceSeq],
      );
      const sent: string[] = [late.id];
      for (let round = 0; round < 30; round += 1) {
        const records = [phone.lesson('k7f2qd'), phone2.lesson('k7f2qd')] as const;
        await Promise.all([send(one, [records[0]]), send(two, [records[1]])]);
        sent.push(records[0].id, records[1].id);
        if (round === 15) await open.query('COMMIT');
        const read = await readOn(coordinator, cursor);
        seen.push(...read.ids);
        cursor = read.cursor;
        if (round < 15) expect(read.ids).toEqual([]);
      }
      seen.push(...(await readOn(coordinator, cursor)).ids);
      expect([...seen].sort()).toEqual([...sent].sort());
    } finally {
      await open.query('ROLLBACK');
      open.release();
      await other.stop();
    }
  });

  it('answers feed_reset to a cursor of another feed or of other rights, and says so of nonsense', async () => {
    const pastor = await api.as('DEMO-0006');
    const { cursor } = await page(pastor);
    const elsewhere = cursor.replace(/^[^.]+/, 'another');
    expect((await pastor.get(`/api/records?after=${elsewhere}`)).body).toMatchObject({ status: 409, code: 'feed_reset' });
    const { cursor: coordinators } = await page(coordinator);
    expect((await pastor.get(`/api/records?after=${coordinators}`)).body.code).toBe('feed_reset');
    expect((await pastor.get('/api/records?after=nonsense')).body.code).toBe('cursor_unknown');
    const [feed, scope] = cursor.split('.');
    expect((await pastor.get(`/api/records?after=${feed}.${scope}.1.9999999999999999999`)).body.code).toBe('cursor_unknown');
    // Ahead of the database: it was put back to an earlier day.
    expect((await pastor.get(`/api/records?after=${feed}.${scope}.900000000.1`)).body.code).toBe('feed_reset');
  });

  it('starts anew under another feed id when the database is another one, and hides no row', async () => {
    const pastor = await api.as('DEMO-0007');
    const phone = new Phone(await personOf(pastor));
    const record = phone.lesson('k7f2qd');
    await send(pastor, [record]);
    const { cursor } = await readOn(pastor);
    // What a restore into another cluster leaves behind: rows whose transaction ids are far in the future here.
    await api.db.query("UPDATE records SET xid = '900000000' WHERE id = $1", [record.id]);
    await api.db.query("UPDATE site SET value = 'another.1.1' WHERE key = 'feed-database'");
    const restored = await startTestApi({ connection: api.connection });
    try {
      const again = await restored.as('DEMO-0007');
      expect((await again.get(`/api/records?after=${cursor}`)).body.code).toBe('feed_reset');
      expect((await readOn(again)).ids).toEqual([record.id]);
    } finally {
      await restored.stop();
    }
  });
});

/** A second API on the same database, as a process of its own. */
async function startSecondProcess(first: TestApi): Promise<{ as: TestApi['as']; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'support', 'second-api.mjs'), JSON.stringify(first.connection)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const url = line.trim();
  const check = new OpenApiCheck(await (await fetch(`${url}/api/openapi.json`)).json());
  return {
    async as(login) {
      const browser = new Browser(url, check);
      await browser.post('/api/sign-in', { login, secret: '123456' });
      return browser;
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
