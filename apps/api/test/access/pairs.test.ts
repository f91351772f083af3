import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@seek-justice/contracts/parts.ts';
import { type Browser, startTestApi, type TestApi } from '../support/api.ts';
import { EXPECTATIONS, type Expectation } from './expectations.ts';

const NEAR = 'battambang';
const FAR = 'siem-reap';
const CLIENT = join(import.meta.dirname, '..', '..', '..', 'web', 'dist', 'client');

/** Every single role, and every pair of two. */
const COMBINATIONS: string[][] = ROLES.flatMap((one, index) => [[one], ...ROLES.slice(index + 1).map((two) => [one, two])]);

interface Someone {
  roles: string[];
  person: string;
  name: string;
  token: string;
}

let api: TestApi;
let everybody: Someone[];
let names: string[];
const subjects: Record<'near' | 'far', string> = { near: '', far: '' };

beforeAll(async () => {
  process.env.LOG_LEVEL = 'debug';
  api = await startTestApi();
  everybody = [];
  for (const roles of COMBINATIONS) everybody.push(await add(roles, `ឈ្មោះ «${roles.join('+')}»`, roles.includes('coordinator') ? [NEAR] : [], null));
  for (const [object, province] of [['near', NEAR], ['far', FAR]] as const)
    subjects[object] = (await add(['pastor'], `ឈ្មោះសម្ងាត់ «${object}»`, [], province)).person;
  const { rows } = await api.db.query<{ name: string }>('SELECT name FROM people');
  names = rows.map(({ name }) => name);
});
afterAll(() => api.stop());

async function add(roles: string[], name: string, scope: string[], province: string | null): Promise<Someone> {
  const person = randomUUID();
  const account = randomUUID();
  const token = randomBytes(32).toString('base64url');
  await api.db.query('INSERT INTO people (id, name, search_key, key_version, province) VALUES ($1, $2, $2, 1, $3)', [person, name, province]);
  await api.db.query(`INSERT INTO accounts (id, person_id, login_hash, kind, scope) VALUES ($1, $2, $3, 'learner', $4)`, [account, person, randomBytes(8), scope]);
  await api.db.query('INSERT INTO account_roles (account_id, role) SELECT $1, unnest($2::text[])', [account, roles]);
  await api.db.query(`INSERT INTO sessions (token_hash, account_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`, [
    createHash('sha256').update(token).digest(),
    account,
  ]);
  return { roles, person, name, token };
}

function assets(): string[] {
  return readdirSync(join(CLIENT, 'assets')).map((file) => `/assets/${file}`);
}

async function ask(browser: Browser, expectation: Expectation, someone: Someone | null) {
  const far = expectation.object === 'far';
  const { path, body } = expectation.request({
    own: someone?.person ?? randomUUID(),
    person: far ? subjects.far : subjects.near,
    province: far ? FAR : NEAR,
    asset: assets().find((file) => file.endsWith('.js')) ?? '/assets/none.js',
  });
  const headers: Record<string, string> = someone ? { cookie: `session=${someone.token}` } : {};
  const [method = 'GET'] = expectation.route.split(' ');
  const answer = body === undefined ? await browser.get(path, headers) : await browser.post(path, body, headers, method);
  const verdict = answer.body?.verdicts?.[0];
  const result: number | string = verdict ? [verdict.verdict, verdict.code].filter(Boolean).join(':') : answer.status;
  return { result, code: answer.body?.code as string | undefined, text: answer.text };
}

function expected(expectation: Expectation, roles: string[] | null): number | string {
  if (expectation.may === 'anyone') return expectation.yes;
  if (roles === null) return 401;
  if (expectation.may === 'signed-in') return expectation.yes;
  const allowed = expectation.may !== 'nobody' && expectation.may.some((role) => roles.includes(role)) && !(expectation.names && roles.includes('police'));
  return allowed ? expectation.yes : (expectation.no ?? 403);
}

describe('every route × every pair of roles × whose object', () => {
  it('has a row for every route that the server answers', () => {
    const answered = new Set(api.api.routes.filter((route) => !/^(HEAD|OPTIONS) /.test(route)));
    expect([...new Set(EXPECTATIONS.map(({ route }) => route))].sort()).toEqual([...answered].sort());
  });

  it('answers a visitor as the table says', async () => {
    for (const expectation of EXPECTATIONS) {
      const { result } = await ask(api.visitor(), expectation, null);
      expect({ row: row(expectation), result }).toEqual({ row: row(expectation), result: expected(expectation, null) });
    }
  });

  it.each(COMBINATIONS.map((roles) => [roles.join(' + '), roles] as const))('%s', async (_title, roles) => {
    const someone = everybody.find((one) => one.roles === roles) as Someone;
    const others = names.filter((name) => name !== someone.name);
    for (const expectation of EXPECTATIONS) {
      const { result, text } = await ask(api.visitor(), expectation, someone);
      expect({ row: row(expectation), result }).toEqual({ row: row(expectation), result: expected(expectation, roles) });
      // No role at all sees beyond its province, and police see nobody's name whatever else they are.
      const hidden = roles.includes('police') || !roles.includes('coordinator') ? others : names.filter((name) => name === 'ឈ្មោះសម្ងាត់ «far»');
      const shown = hidden.filter((name) => text.includes(name));
      expect({ row: row(expectation), shown }).toEqual({ row: row(expectation), shown: [] });
    }
  });

  it('holds no seeded name in any file that is served', () => {
    const files = readdirSync(CLIENT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !/\.(br|gz|woff2)$/.test(entry.name));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = readFileSync(join(file.parentPath, file.name), 'utf8');
      expect({ file: file.name, shown: names.filter((name) => text.includes(name)) }).toEqual({ file: file.name, shown: [] });
    }
  });

  it('logged no name, code, address or id, also where the program itself was at fault', async () => {
    const coordinator = await api.as('coordinator@example.org');
    await api.db.query('ALTER TABLE people RENAME TO people_away');
    try {
      const answer = await coordinator.post('/api/people/search', { text: names[0] ?? '' });
      expect([answer.status, answer.body.code]).toEqual([500, 'unexpected']);
    } finally {
      await api.db.query('ALTER TABLE people_away RENAME TO people');
    }
    const log = api.log.join('\n');
    expect(log).toContain('"route":"/api/people/search"');
    expect(log).toContain('"event":"unexpected"');
    for (const name of names) expect(log).not.toContain(name);
    expect(log).not.toMatch(/DEMO-|127\.0\.0\.1|@example|[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });
});

function row(expectation: Expectation): string {
  return `${expectation.route} ${expectation.object} → ${JSON.stringify(expectation.may)}`;
}
