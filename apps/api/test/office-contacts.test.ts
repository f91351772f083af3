import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';

let api: TestApi;
let office: Browser;
let local: Browser;
let me: string;
beforeAll(async () => {
  api = await startTestApi();
  office = await api.as('coordinator@example.org');
  me = (await office.get('/api/me')).body.person.name;
  const { invitation } = (
    await office.post('/api/people', { name: 'សុខ សំណាង', role: 'coordinator', province: 'kep', commune: null, church: null, phone: null, gender: 'not-said', ageBand: 'not-said', email: 'kep@example.org' })
  ).body;
  await api.visitor().post('/api/invitations/accept', { token: new URL(invitation).hash.split('token=')[1], password: 'a-long-password' });
  local = await api.as('kep@example.org', 'a-long-password');
});
afterAll(() => api.stop());

const UNIT = {
  name: { en: 'Police unit of Kep', km: 'អង្គភាពប៉ូលីសខេត្តកែប' },
  answers: { en: 'An officer of the unit answers.', km: 'មន្ត្រីប៉ូលីសម្នាក់ជាអ្នកទទួល។' },
  number: '036 123 456',
  kind: 'police',
  free: false,
  hours: null,
  languages: ['km'],
  anonymous: null,
  reportsTo: 'police',
  sourceTitle: { en: 'The chief of the unit, by phone', km: 'មេអង្គភាពប្រាប់តាមទូរស័ព្ទ' },
};
const NEXT_YEAR = '2090-01-01';

const listed = async (browser = office): Promise<any[]> => (await browser.get('/api/office/contacts')).body.contacts;
const one = async (id: string): Promise<any> => (await listed()).find(({ contact }) => contact.id === id);
const wordsOf = ({ contact }: any) => Object.fromEntries(Object.keys(UNIT).map((key) => [key, contact[key] ?? (key === 'sourceTitle' ? {} : null)]));
const open = async (): Promise<any[]> => (await api.visitor().get('/api/contacts')).body.contacts;
const change = (found: any, part: object, browser = office) => browser.post(`/api/office/contacts/${found.contact.id}`, { ...wordsOf(found), ...part, version: found.version });
const confirm = (found: any, browser = office, reviewBy = NEXT_YEAR) => browser.post(`/api/office/contacts/${found.contact.id}/confirm`, { version: found.version, reviewBy });
const retire = (found: any, retired = true, browser = office) => browser.post(`/api/office/contacts/${found.contact.id}/retire`, { version: found.version, retired });

/** Pages are made beside the answer: waits until one says what it should. */
async function pageSays(words: string, at = api): Promise<void> {
  for (const end = Date.now() + 30_000; ; ) {
    const { text } = await at.visitor().get('/help-now?lang=en');
    if (text.includes(words)) return;
    if (Date.now() > end) throw new Error(`no page says ${words}`);
  }
}

describe('a number to call', () => {
  it('is rung and confirmed by any coordinator, with the day and who it was, and the public hears the day alone', async () => {
    const before = await one('hotline-child');
    expect([before.state, before.history]).toEqual(['unconfirmed', []]);
    const done = await confirm(before, local);
    const { today } = (await office.get('/api/office/contacts')).body;
    expect([done.status, done.body.state, done.body.contact.verifiedOn, done.body.contact.reviewBy]).toEqual([200, 'confirmed', today, NEXT_YEAR]);
    expect(done.body.history).toMatchObject([{ what: 'confirmed', on: today, by: 'សុខ សំណាង', number: null }]);
    const answer = await api.visitor().get('/api/contacts');
    expect(answer.text).not.toContain('សំណាង');
    expect(answer.body.contacts.find(({ id }: any) => id === 'hotline-child')).toMatchObject({ verifiedOn: today });
    await pageSays(`Confirmed on ${today}`);
  });

  it('that is changed is one that nobody has rung, in the pages of every process, and its history tells both', async () => {
    const other = await startTestApi({ connection: api.connection, demo: false });
    const before = await one('hotline-child');
    const done = await change(before, { number: '1289' });
    expect([done.status, done.body.state, done.body.contact.verifiedOn, done.body.contact.reviewBy]).toEqual([200, 'unconfirmed', null, null]);
    expect(done.body.history[0]).toMatchObject({ what: 'changed', by: me, fields: ['number'], number: { before: '1280', after: '1289' } });
    await pageSays('tel:1289');
    await pageSays('tel:1289', other);
    await other.stop();
  });

  it('keeps its day when other words of it change, and tells which', async () => {
    await confirm(await one('aple'));
    const before = await one('aple');
    const done = await change(before, { free: true, hours: null });
    expect([done.body.state, done.body.contact.free, done.body.contact.hours]).toEqual(['confirmed', true, null]);
    expect(done.body.history[0]).toMatchObject({ what: 'changed', fields: expect.arrayContaining(['free', 'hours']), number: null });
    // Saved again without a change it is no change.
    expect((await change(done.body, {})).body.version).toBe(done.body.version);
  });

  it('is not confirmed or written over by whoever read an older one', async () => {
    const read = await one('aple');
    expect((await change(read, { number: '092 311 512' })).status).toBe(200);
    for (const late of [await confirm(read), await change(read, { free: null }), await retire(read, false)]) expect([late.status, late.body.code]).toEqual([409, 'contact_moved_on']);
    expect((await change(await one('aple'), { number: '092 311 511' })).status).toBe(200);
  });

  it('wants both languages, a number that can be dialled, and a day that is to come', async () => {
    const read = await one('aple');
    for (const [part, field] of [
      [{ name: { en: 'APLE' } }, 'name'],
      [{ answers: { en: 'x', km: '  ' } }, 'answers'],
      [{ number: 'call us' }, 'number'],
      [{ number: '12' }, 'number'],
      [{ languages: ['fr'] }, 'languages'],
    ] as const)
      expect((await change(read, part)).body).toMatchObject({ code: 'bad_request', fields: [field] });
    expect((await confirm(read, office, '2020-01-01')).body).toMatchObject({ code: 'bad_request', fields: ['reviewBy'] });
  });

  it('is overdue on the day after the one by which it was to be rung again', async () => {
    const { today } = (await office.get('/api/office/contacts')).body;
    await confirm(await one('hotline-police'));
    const due = async (day: string) => {
      await api.db.query(`UPDATE contacts SET data = data || jsonb_build_object('reviewBy', $1::text) WHERE id = 'hotline-police'`, [day]);
      return (await one('hotline-police')).state;
    };
    expect([await due(today), await due('2020-01-01')]).toEqual(['confirmed', 'overdue']);
    await confirm(await one('hotline-police'));
  });
});

describe('a new number', () => {
  let unit: any;
  it('is added by a coordinator of the country, and offered as one that nobody has confirmed', async () => {
    expect((await local.post('/api/office/contacts', UNIT)).body.code).toBe('not_allowed');
    const added = await office.post('/api/office/contacts', UNIT);
    expect([added.status, added.body.state, added.body.contact.source]).toEqual([201, 'unconfirmed', 'office']);
    unit = added.body;
    expect(unit.contact.id).toMatch(/^police-unit-of-kep-[0-9a-f]{4}$/);
    expect(unit.history).toMatchObject([{ what: 'added', by: me }]);
    expect((await open()).at(-1)).toMatchObject({ id: unit.contact.id, number: '036 123 456', verifiedOn: null });
  });

  it('is changed and withdrawn by none who answers for some provinces', async () => {
    expect([(await change(unit, { free: true }, local)).body.code, (await retire(unit, true, local)).body.code]).toEqual(['not_allowed', 'not_allowed']);
  });

  it('that authors name is told with their lesson, and withdrawn only before it is published', async () => {
    const author = await api.as('author@example.org');
    const lesson = 'k7f2qd';
    const draft = (await author.get(`/api/drafts/${lesson}`)).body;
    const { text } = draft.document.body.blocks.find(({ id }: any) => id === 'b6');
    const edits = ['en', 'km'].map((lang) => ({ op: 'set', path: ['blocks', 'b6', 'text'], lang, was: text[lang], value: `${text[lang]} {contact:${unit.contact.id}}` }));
    expect((await author.post(`/api/drafts/${lesson}/edits`, { version: draft.version, edits })).body.outcomes).toEqual([{ result: 'done' }, { result: 'done' }]);
    expect(await one(unit.contact.id)).toMatchObject({ published: [], drafts: [{ id: lesson, kind: 'lesson' }] });
    const course = (await author.get('/api/drafts')).body.courses[0].id;
    expect((await author.post(`/api/courses/${course}/publish`, { kind: 'correction', note: {}, release: false })).status).toBe(200);
    unit = await one(unit.contact.id);
    expect([unit.published.map(({ id }: any) => id), unit.drafts]).toEqual([[lesson], []]);
    expect((await retire(unit)).body.code).toBe('contact_named');
    expect((await open()).map(({ id }) => id)).toContain(unit.contact.id);
  });

  it('that nobody names is given out no more, also after the program starts again, and comes back as one to be rung', async () => {
    const added = (await office.post('/api/office/contacts', { ...UNIT, number: '036 999 999' })).body;
    const { id } = added.contact;
    await confirm(added);
    expect((await retire(await one(id))).body.state).toBe('retired');
    expect((await open()).map((contact) => contact.id)).not.toContain(id);
    expect((await listed()).at(-1).contact.id).toBe(id);
    const next = await startTestApi({ connection: api.connection, demo: false });
    const { text } = await next.visitor().get('/help-now');
    expect([text.includes('036 999 999'), text.includes('tel:1289')]).toEqual([false, true]);
    await next.stop();
    const back = (await retire(await one(id), false)).body;
    expect(back).toMatchObject({ state: 'unconfirmed', history: [{ what: 'restored' }, { what: 'retired' }, { what: 'confirmed' }, { what: 'added' }] });
  });
});

describe('the only number', () => {
  it('is not withdrawn: whoever needs help must find somebody to call', async () => {
    const only = (await office.post('/api/office/contacts', { ...UNIT, number: '036 999 998' })).body;
    const { rows } = await api.db.query<{ id: string }>('UPDATE contacts SET retired_at = now() WHERE retired_at IS NULL AND id <> $1 RETURNING id', [only.contact.id]);
    expect((await retire(only)).body.code).toBe('contact_last');
    await api.db.query('UPDATE contacts SET retired_at = NULL WHERE id = ANY($1)', [rows.map(({ id }) => id)]);
    expect((await retire(only)).body.state).toBe('retired');
  });
});

describe('police', () => {
  it('see none of it, also with another role: who rang is a name', async () => {
    const { rows } = await api.db.query<{ id: string }>(`SELECT a.id FROM accounts a JOIN people p ON p.id = a.person_id WHERE p.name = 'សុខ សំណាង'`);
    await api.db.query(`INSERT INTO account_roles (account_id, role) VALUES ($1, 'police')`, [rows[0]?.id]);
    const officer = await api.as('kep@example.org', 'a-long-password');
    expect((await officer.get('/api/office/contacts')).body.code).toBe('not_allowed');
    expect((await confirm(await one('aple'), officer)).body.code).toBe('not_allowed');
  });
});

describe('a course', () => {
  it('leaves the pilot when all is signed and every number is confirmed, and waits again when a number changes', async () => {
    const [author, reviewer] = [await api.as('author@example.org'), await api.as('reviewer@example.org')];
    const course = (await author.get('/api/drafts')).body.courses[0].id;
    const problems = async (): Promise<any[]> => (await author.get(`/api/courses/${course}/check`)).body.problems.filter(({ weight }: any) => weight !== 'advice');
    const publish = () => author.post(`/api/courses/${course}/publish`, { kind: 'content', note: {}, release: true });
    const unsigned = new Set((await problems()).filter(({ code }) => code === 'unsigned').map(({ draft, values }) => `${draft} ${values.competence}`));
    for (const one of unsigned) {
      const [draft = '', competence] = one.split(' ');
      const { version, review } = (await reviewer.get(`/api/drafts/${draft}`)).body;
      const things = review.unsigned.filter((open: any) => open.competence === competence).map(({ thing }: any) => thing);
      expect((await reviewer.post(`/api/drafts/${draft}/sign-offs`, { version, things, competence, reviewBy: NEXT_YEAR })).status).toBe(200);
    }
    expect([...new Set((await problems()).map(({ code }) => code))]).toEqual(['contact_unverified']);
    expect((await publish()).body.code).toBe('publish_stopped');
    for (const found of (await listed()).filter(({ state }) => state === 'unconfirmed')) expect((await confirm(found)).status).toBe(200);
    expect(await problems()).toEqual([]);
    expect((await author.get(`/api/courses/${course}/check`)).body.pilot).toBe(false);
    expect((await publish()).status).toBe(200);

    expect((await change(await one('hotline-police'), { number: '1287' })).body.state).toBe('unconfirmed');
    expect(await problems()).toMatchObject([{ code: 'contact_unverified', values: { number: '1287' } }]);
    expect((await publish()).body.code).toBe('publish_stopped');
    await confirm(await one('hotline-police'));
    await api.db.query(`UPDATE contacts SET data = data || '{"reviewBy": "2020-01-01"}' WHERE id = 'hotline-police'`);
    expect(await problems()).toMatchObject([{ code: 'contact_overdue', weight: 'pilot' }]);
  }, 120_000);
});

describe('a competence that was taken away', () => {
  it('is told of the person, and leaves what was signed with it', async () => {
    const reviewer = await api.as('reviewer@example.org');
    const { rows } = await api.db.query<{ id: string }>(`SELECT id FROM people WHERE name = 'Demo Reviewer'`);
    const person = `/api/people/${rows[0]?.id}`;
    const open = async () => (await reviewer.get('/api/drafts/k7f2qd')).body.review;
    const before = await open();
    expect((await office.get(person)).body.competences).toEqual(['lang:en', 'lang:km', 'law', 'safety', 'scripture']);
    expect((await office.post(`${person}/competences`, { competences: ['lang:km'] })).body.competences).toEqual(['lang:km']);
    expect((await office.get(person)).body.competences).toEqual(['lang:km']);
    const after = await open();
    expect([after.mine, after.unsigned, after.signed]).toEqual([['lang:km'], before.unsigned, before.signed]);
    expect(after.signed.some(({ competence }: any) => competence === 'law')).toBe(true);
  });
});
