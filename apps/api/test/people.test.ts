import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { luhnDigit } from '../src/auth/login.ts';
import { type Browser, startTestApi, type TestApi } from './support/api.ts';
import { Phone, personOf, send } from './support/records.ts';

let api: TestApi;
let coordinator: Browser;
beforeAll(async () => {
  api = await startTestApi();
  coordinator = await api.as('coordinator@example.org');
});
afterAll(() => api.stop());

const SOMEBODY = {
  name: 'ឈឹម ស្រីមុំ', role: 'pastor', province: 'battambang', commune: 'ស្វាយប៉ោ', church: 'ក្រុមជំនុំស្វាយប៉ោ', phone: null, gender: 'woman', ageBand: '45-59', email: null,
};
const add = (change: object = {}, by = coordinator) => by.post('/api/people', { ...SOMEBODY, ...change });

describe('adding a person', () => {
  it('gives a printed code that works once a PIN is chosen, and is shown nowhere again', async () => {
    const { status, body } = await add();
    expect(status).toBe(201);
    expect(body.person).toMatchObject({ name: SOMEBODY.name, roles: ['pastor'], province: 'battambang', account: 'new' });
    const digits = (body.code as string).replaceAll('-', '');
    expect(body.code).toMatch(/^\d{4}-\d{5}-\d{5}$/);
    expect(digits.at(-1)).toBe(luhnDigit(digits.slice(0, -1)));
    const again = await coordinator.get(`/api/people/${body.person.id}`);
    expect(again.text).not.toContain(body.code);

    const pastor = api.visitor();
    const first = await pastor.post('/api/sign-in', { login: digits, secret: '135790' });
    expect(first.body.next).toBe('set-pin');
    expect((await pastor.get('/api/me')).status).toBe(401);
    expect((await pastor.post('/api/sign-in/pin', { ticket: first.body.ticket, pin: '12345' })).body.code).toBe('pin_form');
    expect((await pastor.post('/api/sign-in/pin', { ticket: first.body.ticket, pin: '១៣៥៧៩០' })).body).toEqual({ next: 'learn' });
    expect((await pastor.get('/api/me')).body.person.id).toBe(body.person.id);
    // The ticket is used up, and the PIN stands.
    expect((await api.visitor().post('/api/sign-in/pin', { ticket: first.body.ticket, pin: '000000' })).body.code).toBe('ticket_expired');
    expect((await api.visitor().post('/api/sign-in', { login: digits, secret: '000000' })).status).toBe(401);
    await api.as(digits, '135790');
    expect((await coordinator.get(`/api/people/${body.person.id}`)).body.account).toBe('active');
  });

  it('of two phones with one new card the first wins', async () => {
    const { code } = (await add()).body;
    const [one, two] = await Promise.all(['111222', '333444'].map(async (pin) => (await api.visitor().post('/api/sign-in', { login: code, secret: pin })).body));
    const set = [await api.visitor().post('/api/sign-in/pin', { ticket: one.ticket, pin: '111222' }), await api.visitor().post('/api/sign-in/pin', { ticket: two.ticket, pin: '333444' })];
    expect(set.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 401]);
  });

  it('luhn finds every single wrong digit', () => {
    // Worked example of ISO/IEC 7812-1, annex B: 7992739871 has the check digit 3.
    expect(luhnDigit('7992739871')).toBe('3');
    for (let at = 0; at < 10; at += 1)
      for (let digit = 0; digit < 10; digit += 1) {
        const changed = `7992739871`.slice(0, at) + digit + `7992739871`.slice(at + 1);
        if (changed !== '7992739871') expect(luhnDigit(changed)).not.toBe('3');
      }
  });

  it.each([
    ['no name', { name: '  ' }, 'name'],
    ['an unknown province', { province: 'atlantis' }, 'province'],
    ['an unknown role', { role: 'king' }, 'role'],
    ['staff without an address', { role: 'author' }, 'email'],
  ])('says which field is wrong: %s', async (_name, change, field) => {
    expect((await add(change)).body).toMatchObject({ status: 400, code: 'bad_request', fields: [field] });
  });

  it('invites staff by a link that works once', async () => {
    const { body } = await add({ role: 'reviewer', email: 'Sokha@Example.org', name: 'កែវ សុខា' });
    expect(body.code).toBeNull();
    const token = new URLSearchParams(new URL(body.invitation).hash.slice(1)).get('token');
    const staff = api.visitor();
    expect((await staff.post('/api/invitations/accept', { token, password: 'short' })).body.code).toBe('password_short');
    expect((await staff.post('/api/invitations/accept', { token, password: 'ខ្ញុំស្រឡាញ់កម្ពុជា ១២៣' })).body).toEqual({ next: 'staff' });
    expect((await staff.get('/api/me')).body.roles).toEqual(['reviewer']);
    expect((await staff.post('/api/invitations/accept', { token, password: 'another-long-one' })).body.code).toBe('invitation_used');
    await api.as('sokha@example.org', 'ខ្ញុំស្រឡាញ់កម្ពុជា ១២៣');
    expect((await add({ role: 'author', email: 'sokha@example.org' })).body.code).toBe('email_taken');
  });

  it('a coordinator of one province adds people there and invites nobody', async () => {
    const { body } = await add({ role: 'coordinator', email: 'kep@example.org', province: 'kep' });
    const token = new URLSearchParams(new URL(body.invitation).hash.slice(1)).get('token');
    const local = api.visitor();
    await local.post('/api/invitations/accept', { token, password: 'a long enough one' });
    expect((await local.get('/api/me')).body).toMatchObject({ scope: { provinces: ['kep'] }, can: ['people.read', 'people.write', 'curriculum.read'] });
    expect((await add({ province: 'kep' }, local)).status).toBe(201);
    expect((await add({ province: 'kampot' }, local)).body.code).toBe('not_allowed');
    expect((await add({ province: 'kep', role: 'author', email: 'x@example.org' }, local)).body.code).toBe('not_allowed');
    const list = (await local.post('/api/people/search', {})).body;
    expect(new Set(list.people.map(({ province }: { province: string }) => province))).toEqual(new Set(['kep']));
  });
});

describe('a new card', () => {
  it('ends the old code, PIN and sessions at once and keeps what was learnt', async () => {
    const { person, code } = (await add()).body;
    const { ticket } = (await api.visitor().post('/api/sign-in', { login: code, secret: '222333' })).body;
    const phone = api.visitor();
    await phone.post('/api/sign-in/pin', { ticket, pin: '222333' });
    await send(phone, [new Phone(person.id).lesson('k7f2qd')]);
    const renewed = await coordinator.post(`/api/people/${person.id}/code`, {});
    expect(renewed.status).toBe(201);
    expect((await phone.get('/api/me')).status).toBe(401);
    expect((await api.visitor().post('/api/sign-in', { login: code, secret: '222333' })).status).toBe(401);
    const again = api.visitor();
    const first = await again.post('/api/sign-in', { login: renewed.body.code, secret: '444555' });
    await again.post('/api/sign-in/pin', { ticket: first.body.ticket, pin: '444555' });
    expect(await personOf(again)).toBe(person.id);
    expect((await again.get(`/api/people/${person.id}/progress`)).body.courses[0].modules[0].lessonsDone).toEqual(['k7f2qd']);
  });

  it('ends what the old card had begun: its ticket chooses no PIN any more', async () => {
    const { person, code } = (await add()).body;
    const { ticket } = (await api.visitor().post('/api/sign-in', { login: code, secret: '222333' })).body;
    await coordinator.post(`/api/people/${person.id}/code`, {});
    expect((await api.visitor().post('/api/sign-in/pin', { ticket, pin: '222333' })).body.code).toBe('ticket_expired');
  });

  it('is a new link for staff, which ends the old password when it is used', async () => {
    const { body } = await add({ role: 'author', email: 'lost@example.org' });
    const tokenOf = (link: string) => new URLSearchParams(new URL(link).hash.slice(1)).get('token');
    const renewed = await coordinator.post(`/api/people/${body.person.id}/code`, {});
    expect(renewed.body.code).toBeNull();
    const accept = (link: string, password: string) => api.visitor().post('/api/invitations/accept', { token: tokenOf(link), password });
    expect((await accept(body.invitation, 'the first of two')).body.code).toBe('invitation_used');
    expect((await accept(renewed.body.invitation, 'the second of two')).body).toEqual({ next: 'staff' });
    const signedIn = await api.as('lost@example.org', 'the second of two');
    const again = await coordinator.post(`/api/people/${body.person.id}/code`, {});
    await accept(again.body.invitation, 'the third of three');
    expect((await signedIn.get('/api/me')).status).toBe(401);
  });

  it('is refused for strangers', async () => {
    expect((await coordinator.post('/api/people/not-an-id/code', {})).status).toBe(400);
    expect((await coordinator.post(`/api/people/${crypto.randomUUID()}/code`, {})).status).toBe(404);
  });
});

describe('the first coordinator', () => {
  it('is made by the one-time link of an installation without one', async () => {
    const fresh = await startTestApi({ demo: false });
    try {
      const token = new URLSearchParams(new URL(fresh.api.firstCoordinatorLink ?? '').hash.slice(1)).get('token');
      const browser = fresh.visitor();
      expect((await browser.post('/api/invitations/accept', { token, password: 'a long enough one' })).body).toMatchObject({ code: 'bad_request', fields: ['name'] });
      const made = await browser.post('/api/invitations/accept', { token, password: 'a long enough one', name: 'ហ៊ុន សុជាតា', email: 'first@example.org' });
      expect(made.body).toEqual({ next: 'staff' });
      expect((await browser.get('/api/me')).body).toMatchObject({ roles: ['coordinator'], scope: { provinces: null } });
      expect((await fresh.visitor().post('/api/invitations/accept', { token, password: 'a long enough one', name: 'x', email: 'y@example.org' })).body.code).toBe('invitation_used');
    } finally {
      await fresh.stop();
    }
    const again = await startTestApi({ demo: false, connection: fresh.connection });
    expect(again.api.firstCoordinatorLink).toBeUndefined();
    await again.stop();
  });
});
