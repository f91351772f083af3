import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toKhmerDigits } from '@seek-justice/domain/language/digits.ts';
import { DEMO_PASSWORD } from '@seek-justice/seed/demo.ts';
import { enter, tabTo, typeInto } from './support/keyboard.ts';
import { signInByThumb } from './support/learner.ts';
import { print } from './support/paper.ts';
import { DESK, useStage } from './support/stage.ts';
import { part, say } from './support/words.ts';

const stage = useStage();
const NAME = 'ទេព សុភ័ក្រ';
const PIN = '482915';

declare global {
  interface Window {
    printed: number;
  }
}

/** The coordinator's own way to the list, with nothing but keys. */
async function signInByKeyboard(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await typeInto(page, page.getByLabel(say('en', 'signIn.code')), 'coordinator@example.org');
  await typeInto(page, page.getByLabel(say('en', 'signIn.pin')), DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: say('en', 'list.title') }).waitFor();
}

async function addByKeyboard(page: Page): Promise<void> {
  await enter(page, page.getByRole('navigation', { name: say('en', 'staff.menu') }).getByRole('link', { name: say('en', 'staff.add') }));
  await page.getByRole('heading', { level: 1, name: say('en', 'add.title') }).waitFor();
  await tabTo(page, page.getByRole('radio', { name: say('en', 'role.pastor') }));
  await typeInto(page, page.getByLabel(part(say('en', 'add.name'))).first(), NAME);
  await tabTo(page, page.getByLabel(say('en', 'add.province')));
  await page.keyboard.type('Kampong Th');
  await typeInto(page, page.getByLabel(part(say('en', 'add.commune'))), 'ជ្រាវ');
  await typeInto(page, page.getByLabel(part(say('en', 'add.church'))), 'ក្រុមជំនុំជ្រាវ');
  await tabTo(page, page.getByRole('radio', { name: say('en', 'gender.not-said') }).first());
  await page.keyboard.press('ArrowUp');
  await enter(page, page.getByRole('button', { name: say('en', 'add.save') }));
  await page.getByRole('heading', { name: say('en', 'card.ready', { name: NAME }) }).waitFor();
}

/** The groups of digits on the card that is shown. */
function groupsOn(page: Page): Promise<string[]> {
  return page.locator('.added .code-card .card-code b span').allInnerTexts();
}

/** The first sign-in with a card: the six digits are typed with the code, then once more. */
async function firstUse(page: Page, code: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: say('km', 'front.signIn') }).tap();
  await signInByThumb(page, 'km', code, toKhmerDigits(PIN));
  await page.getByRole('heading', { name: say('km', 'pin.againTitle') }).waitFor();
}

async function typeAgain(page: Page, pin: string, button: string): Promise<void> {
  await page.getByLabel(say('km', 'signIn.pin')).fill(toKhmerDigits(pin));
  await page.getByRole('button', { name: say('km', button) }).tap();
}

describe('first use', () => {
  test('a card made by keyboard alone lets its pastor in, with six digits of his own', async () => {
    const office = await stage.visit({ ...DESK, lang: 'en' });
    await office.addInitScript(() => {
      window.printed = 0;
      window.print = () => {
        window.printed += 1;
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    await signInByKeyboard(office);
    await addByKeyboard(office);
    const groups = await groupsOn(office);
    expect(groups.map((group) => group.length)).toEqual([4, 5, 5]);

    const paper = await print(office);
    expect(paper.pages).toBe(1);
    if (paper.text !== null) {
      expect(paper.text.replace(/\s/g, '')).toContain(groups.join(''));
      expect(paper.text).toContain('1288');
    }
    await enter(office, office.getByRole('button', { name: say('en', 'card.print') }));
    await office.getByText(say('en', 'card.printed')).waitFor();
    expect(await office.evaluate(() => window.printed)).toBe(1);

    const page = await stage.visit();
    await firstUse(page, groups.map(toKhmerDigits).join(' '));
    await typeAgain(page, '111111', 'pin.save');
    await page.getByText(say('km', 'pin.differ')).waitFor();
    await typeAgain(page, PIN, 'pin.next');
    await page.getByRole('heading', { name: say('km', 'pin.againTitle') }).waitFor();
    await typeAgain(page, PIN, 'pin.save');
    await page.waitForURL('**/learn');
    await page.getByText(NAME).waitFor();

    await page.getByRole('button', { name: say('km', 'learn.signOut') }).tap();
    await page.getByText(say('km', 'learn.signedOut')).waitFor();
    await page.getByRole('link', { name: say('km', 'front.signIn') }).tap();
    const refused = page.waitForResponse((response) => response.url().endsWith('/api/sign-in'));
    await signInByThumb(page, 'km', groups.join('-'), '000000');
    const { title } = (await (await refused).json()) as { title: string };
    await page.getByRole('alert').getByText(title).waitFor();
    // The code that was typed stays; the digits do not.
    expect(await page.getByLabel(say('km', 'signIn.code')).inputValue()).toBe(groups.join(' '));
    expect(await page.getByLabel(say('km', 'signIn.pin')).inputValue()).toBe('');
    await page.getByLabel(say('km', 'signIn.pin')).fill(PIN);
    await page.getByRole('button', { name: say('km', 'signIn.go'), exact: true }).tap();
    await page.waitForURL('**/learn');

    await enter(office, office.getByRole('link', { name: say('en', 'staff.people') }));
    const line = office.getByRole('row', { name: part(NAME) });
    await line.getByText(say('en', 'account.active'), { exact: true }).waitFor();
  });

  test('the square of a card fills in the code, which leaves the address at once', async () => {
    const page = await stage.visit();
    await page.goto('/sign-in#code=12345678901237');
    await page.getByText(say('km', 'signIn.filled')).waitFor();
    expect(await page.getByLabel(say('km', 'signIn.code')).inputValue()).toBe('1234 56789 01237');
    expect(new URL(page.url()).hash).toBe('');
  });

  test('a form that was sent before the script had come leads to the choice of six digits', async () => {
    const office = await stage.visit({ as: 'coordinator@example.org' });
    const person = { name: NAME, role: 'pastor', province: 'battambang', commune: null, church: null, phone: null, gender: 'not-said', ageBand: 'not-said', email: null };
    const added = await office.context().request.post('/api/people', { headers: { origin: stage.url }, data: person });
    const { code } = (await added.json()) as { code: string };
    const page = await stage.visit();
    const sent = await page.context().request.post('/api/sign-in', { headers: { origin: stage.url }, form: { login: code, secret: PIN }, maxRedirects: 0 });
    expect(sent.status()).toBe(303);
    await page.goto(sent.headers().location ?? '');
    await page.getByRole('heading', { name: say('km', 'pin.chooseTitle') }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await typeAgain(page, PIN, 'pin.next');
    await typeAgain(page, PIN, 'pin.save');
    await page.waitForURL('**/learn');
  });

  test('a mistyped code is seen before it is sent', async () => {
    const page = await stage.visit();
    const sent: string[] = [];
    page.on('request', (request) => request.url().includes('/api/sign-in') && sent.push(request.url()));
    await page.goto('/sign-in');
    await signInByThumb(page, 'km', '1234 56789 01234', '123456');
    await page.getByRole('alert').getByText(say('km', 'signIn.checkCode')).waitFor();
    expect(sent).toEqual([]);
  });
});
