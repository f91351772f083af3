import { describe, expect, test } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { DEMO_PIN } from '@seek-justice/seed/demo.ts';
import { moduleAt, quizLeaf } from './support/course.ts';
import { answer, finishLesson, question, signInByThumb, wrongOf } from './support/learner.ts';
import { kept } from './support/phone.ts';
import { allSent, findNetwork, lessonsOf, loseNetwork, readerOf, typeDigits } from './support/readers.ts';
import { useStage } from './support/stage.ts';
import { say } from './support/words.ts';

const stage = useStage();

/** Signs in with a card and waits for the map, on which the phone's readers are told apart. */
async function signIn(page: Page, login: string, number: string): Promise<string> {
  await page.goto('/sign-in');
  await signInByThumb(page, 'km', login, DEMO_PIN);
  await page.getByText(say('km', 'readers.one', { n: number })).waitFor();
  return readerOf(page);
}

/** Finishes a lesson of the first module. */
async function finish(page: Page, at: number): Promise<string> {
  const { lessons } = await moduleAt(stage.url, 0);
  const id = lessons[at]?.id ?? '';
  await page.goto(`/learn/${id}`);
  await page.locator('article p').first().waitFor();
  await finishLesson(page, 'km');
  await page.locator('a.to-map').tap();
  return id;
}

async function wayOut(page: Page): Promise<void> {
  await page.getByRole('link', { name: say('km', 'foot.exit') }).tap();
  await page.waitForURL('**/reading');
}

describe('several readers on one phone', () => {
  test('what one did without a network is sent as theirs while another has the phone', async () => {
    const page = await stage.visit();
    const a = await signIn(page, 'DEMO-0001', '១');
    await page.waitForLoadState('networkidle');
    await loseNetwork(page);
    const lesson = await finish(page, 0);
    await page.getByText(say('km', 'records.waiting_one', { n: 1 })).waitFor();
    // Both who leaves and who sends try to end the session: a try that came through later would lead to the front.
    const tried = new Set<Request>();
    const bothTried = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/sign-out') && tried.add(request).size === 2);
    await page.getByRole('button', { name: say('km', 'learn.notYou') }).tap();
    await page.getByRole('link', { name: say('km', 'learn.signIn') }).waitFor();
    await bothTried;
    await findNetwork(page);
    const b = await signIn(page, 'DEMO-0002', '២');
    expect(b).not.toBe(a);
    await finish(page, 1);
    await allSent(page);
    await page.getByRole('button', { name: say('km', 'learn.signOut') }).tap();
    await page.waitForURL('**/?signed-out=1');
    expect(await lessonsOf(stage, a)).toEqual([lesson]);
    expect(await lessonsOf(stage, b)).toHaveLength(1);
  });

  test('each opens with their own digits, without a network, and sees what they did', async () => {
    const page = await stage.visit();
    const a = await signIn(page, 'DEMO-0003', '១');
    await page.waitForLoadState('networkidle');
    await loseNetwork(page);
    await finish(page, 0);
    await page.getByText(say('km', 'records.waiting_one', { n: 1 })).waitFor();
    await findNetwork(page);
    await allSent(page);
    await signIn(page, 'DEMO-0004', '២');
    await page.waitForLoadState('networkidle');
    await loseNetwork(page);
    await page.goto('/sign-in');
    await page.locator('.readers button').first().tap();
    await typeDigits(page, 'km', DEMO_PIN);
    await page.getByText(say('km', 'readers.one', { n: '១' })).waitFor();
    expect(await readerOf(page)).toBe(a);
    await page.locator('.mark.done').first().waitFor();
  });

  test('without a network the sign-in form leads to them', async () => {
    const page = await stage.visit();
    await signIn(page, 'DEMO-0005', '១');
    await page.waitForLoadState('networkidle');
    await loseNetwork(page);
    await page.goto('/sign-in');
    await signInByThumb(page, 'km', 'DEMO-0006', DEMO_PIN);
    await page.getByText(say('km', 'readers.offline')).waitFor();
    await page.getByRole('button', { name: say('km', 'readers.back') }).tap();
    await page.locator('#digits').waitFor();
  });

  test('one of whom nothing waits can be taken off the phone', async () => {
    const page = await stage.visit();
    const a = await signIn(page, 'DEMO-0007', '១');
    await signIn(page, 'DEMO-0008', '២');
    await page.goto('/sign-in');
    await page.locator('.readers button').first().tap();
    await page.getByRole('button', { name: say('km', 'digits.forgotten') }).tap();
    await page.getByRole('button', { name: say('km', 'remove.ask', { n: 1 }) }).tap();
    await page.getByRole('button', { name: say('km', 'remove.yes') }).tap();
    await page.locator('.readers button').waitFor();
    expect(await page.locator('.readers button').count()).toBe(1);
    expect(await kept(page)).not.toContain(a);
  });
});

describe('a session that has ended', () => {
  test('costs nothing: what was done meanwhile is sent, and six digits open the place again', async () => {
    const page = await stage.visit();
    const a = await signIn(page, 'DEMO-0009', '១');
    await page.waitForLoadState('networkidle');
    await loseNetwork(page);
    const lesson = await finish(page, 0);
    await page.getByText(say('km', 'records.waiting_one', { n: 1 })).waitFor();
    // A month later the server has forgotten the session.
    await page.context().clearCookies({ name: 'session' });
    await findNetwork(page);
    await page.goto('/learn');
    await page.getByRole('link', { name: say('km', 'readers.enter') }).tap();
    await typeDigits(page, 'km', DEMO_PIN);
    await page.getByText(say('km', 'readers.one', { n: '១' })).waitFor();
    await allSent(page);
    expect(await lessonsOf(stage, a)).toEqual([lesson]);
    expect(await page.getByText(say('km', 'learn.stale')).count()).toBe(0);
    await page.locator('.mark.done').first().waitFor();
  });
});

describe('the digits', () => {
  test('are asked for after the quick exit, also without a network; until then a visitor reads', async () => {
    const page = await stage.visit();
    await signIn(page, 'DEMO-0010', '១');
    await page.waitForLoadState('networkidle');
    await loseNetwork(page);
    await finish(page, 0);
    await page.getByText(say('km', 'records.waiting_one', { n: 1 })).waitFor();
    await wayOut(page);
    await page.goto('/learn');
    await page.getByRole('heading', { name: say('km', 'readers.locked') }).waitFor();
    expect(await page.locator('.mark.done').count()).toBe(0);
    await page.getByRole('link', { name: say('km', 'readers.enter') }).tap();
    await typeDigits(page, 'km', DEMO_PIN);
    await page.locator('.mark.done').first().waitFor();
  });

  test('when they are wrong several times, take longer and longer, also after the page was loaded anew', async () => {
    const page = await stage.visit();
    await signIn(page, 'DEMO-0011', '១');
    await wayOut(page);
    await page.goto('/sign-in');
    for (const digits of ['000001', '000002', '000003']) {
      await typeDigits(page, 'km', digits);
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#digits')?.value === '');
    }
    await page.getByText(say('km', 'signIn.wait', { n: 1 })).waitFor();
    await page.getByText(say('km', 'signIn.wait', { n: 1 })).waitFor({ state: 'detached' });
    await typeDigits(page, 'km', '000004');
    await page.getByText(say('km', 'signIn.wait', { n: 2 })).waitFor();
    await page.reload();
    await page.getByText(/វិនាទី/).waitFor();
    await page.getByText(/វិនាទី/).waitFor({ state: 'detached' });
    await typeDigits(page, 'km', DEMO_PIN);
    await page.locator('.account .reader').waitFor();
  });

  test('when they are forgotten, cost what is half done and nothing else', async () => {
    const page = await stage.visit();
    const module = await moduleAt(stage.url, 0);
    const quiz = await quizLeaf(stage.url, module, 'km');
    const first = quiz.items[0] as (typeof quiz.items)[number];
    const a = await signIn(page, 'DEMO-0012', '១');
    await page.waitForLoadState('networkidle');
    await loseNetwork(page);
    const lesson = await finish(page, 0);
    await page.goto(`/learn/${module.quiz.id}`);
    await question(page, 'km', 1, quiz.items.length);
    await answer(page, 'km', first, wrongOf(first));
    await wayOut(page);
    await findNetwork(page);
    // The coordinator prints a new card, and new digits are chosen with it.
    const office = await stage.visit({ as: 'coordinator@example.org' });
    const card = await office.context().request.post(`/api/people/${a}/code`, { headers: { origin: stage.url }, data: {} });
    const { code } = (await card.json()) as { code: string };
    await page.goto('/sign-in');
    await page.getByRole('button', { name: say('km', 'digits.forgotten') }).tap();
    await page.getByText(say('km', 'forgotten.what')).waitFor();
    await page.getByRole('button', { name: say('km', 'forgotten.card') }).tap();
    await page.getByLabel(say('km', 'signIn.code')).fill(code);
    await page.getByLabel(say('km', 'signIn.pin')).fill('864209');
    await page.getByRole('button', { name: say('km', 'signIn.go'), exact: true }).tap();
    await page.getByText(say('km', 'pin.againTitle')).waitFor();
    await page.locator('#pin').fill('864209');
    await page.getByRole('button', { name: say('km', 'pin.save') }).tap();
    await page.getByText(say('km', 'readers.one', { n: '១' })).waitFor();
    expect(await readerOf(page)).toBe(a);
    await allSent(page);
    expect(await lessonsOf(stage, a)).toEqual([lesson]);
    await page.goto(`/learn/${module.quiz.id}`);
    await question(page, 'km', 1, quiz.items.length);
    expect(await page.locator('.verdict').count()).toBe(0);
    await wayOut(page);
    await page.goto('/sign-in');
    await typeDigits(page, 'km', '864209');
    await page.locator('.account .reader').waitFor();
  });
});
