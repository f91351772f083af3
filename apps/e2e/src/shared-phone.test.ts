import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { DEMO_PIN, demoPeople } from '@seek-justice/seed/demo.ts';
import { moduleAt } from './support/course.ts';
import { finishLesson, ownRecords, signInByThumb } from './support/learner.ts';
import { bound, handsIn, holdRecords, kept, keptOpen, letRecordsGo, readersOf, sendsNothing } from './support/phone.ts';
import { allSent, lessonsOf, readerOf } from './support/readers.ts';
import { useStage } from './support/stage.ts';
import { say } from './support/words.ts';

const stage = useStage();

describe('a phone of the family', () => {
  /** A lesson finished by the first reader, who signs out before it could go; and a second one on the map. */
  async function changesHands(page: Page, second: string): Promise<void> {
    const { lessons } = await moduleAt(stage.url, 0);
    await page.goto(`/learn/${lessons[0]?.id}`);
    // Once the page knows who reads, the way on is a way to note it.
    await page.waitForLoadState('networkidle');
    await finishLesson(page, 'km');
    await page.locator('a.to-map').tap();
    await page.getByText(say('km', 'records.waiting_one', { n: 1 })).waitFor();
    expect(await keptOpen(page)).toContain('lesson.finished');
    await page.getByRole('button', { name: say('km', 'learn.signOut') }).tap();
    await page.getByText(say('km', 'learn.signedOut')).waitFor();
    await page.getByRole('link', { name: say('km', 'front.signIn') }).tap();
    await signInByThumb(page, 'km', second, DEMO_PIN);
    // That something waits is said; of what it is there is nothing to be seen, nor to be read by this reader's page.
    await page.getByText(say('km', 'records.others_one', { n: 1 })).waitFor();
    await page.getByText(say('km', 'learn.placeNew', { n: 3 })).waitFor();
    expect(await page.locator('.path .mark.done').count()).toBe(0);
    expect(await keptOpen(page)).not.toContain('lesson.finished');
  }

  interface Handed {
    verdicts: number;
    token: string | null;
    cookie: string | null;
  }

  /** What is handed in from now on: how many records, by whose right, and whether a session's cookie goes along. */
  function watchRecords(page: Page): () => Promise<Handed[]> {
    const handed: Promise<Handed>[] = [];
    page.on('response', (response) => {
      if (!handsIn(response.request())) return;
      const [said, token, cookie] = [response.json(), response.request().headerValue('authorization'), response.request().headerValue('cookie')];
      handed.push(Promise.all([said, token, cookie]).then(([body, ...by]) => ({ verdicts: (body as { verdicts: unknown[] }).verdicts.length, token: by[0], cookie: by[1] })));
    });
    return () => Promise.all(handed);
  }

  /** Whose word each record of whoever is signed in is, and what it says. */
  async function wordsOf(page: Page): Promise<unknown[]> {
    return (await ownRecords(page)).map(({ type, subject, actor, device }) => ({ type, subject, actor, device }));
  }

  test('never shows what waits of somebody else, and sends it as theirs alone', async () => {
    const page = await stage.visit({ as: 'DEMO-0010' });
    await page.goto('/learn');
    await bound(page);
    const first = await readerOf(page);
    await holdRecords(page);
    await changesHands(page, 'DEMO-0011');
    const second = await readerOf(page);
    expect(second).not.toBe(first);
    const sent = watchRecords(page);
    await letRecordsGo(page);
    await page.getByRole('link', { name: say('km', 'learn.open') }).tap();
    await finishLesson(page, 'km');
    await page.locator('a.to-map').tap();
    await allSent(page);
    await sendsNothing(page);

    // Each by the right of their own profile, and by no session.
    const on = await readersOf(page);
    const handed = await sent();
    expect(handed).toHaveLength(2);
    for (const who of [first, second]) expect(handed).toContainEqual({ verdicts: 1, token: `Bearer ${on[who]?.token}`, cookie: null });
    expect(await wordsOf(page)).toEqual([{ type: 'lesson.finished', subject: second, actor: second, device: on[second]?.device }]);
    // What the second one did is on the map; what the first did is not.
    expect(await page.locator('.path .mark.done').count()).toBe(1);
    await page.getByRole('button', { name: say('km', 'learn.signOut') }).tap();
    await page.getByText(say('km', 'learn.signedOut')).waitFor();

    await page.getByRole('link', { name: say('km', 'front.signIn') }).tap();
    await signInByThumb(page, 'km', 'DEMO-0010', DEMO_PIN);
    await page.locator('.path .mark.done').waitFor({ state: 'attached' });
    expect(await wordsOf(page)).toEqual([{ type: 'lesson.finished', subject: first, actor: first, device: on[first]?.device }]);
    await tellsNothing(page, ['DEMO-0010', 'DEMO-0011']);
  });

  test('keeps what waits of somebody for whom it was never bound, until they sign in again', async () => {
    const page = await stage.visit({ as: 'DEMO-0019' });
    await holdRecords(page);
    await page.route('**/api/devices', (route) => route.abort('connectionreset'));
    await changesHands(page, 'DEMO-0020');
    const second = await readerOf(page);
    const sent = watchRecords(page);
    await page.unroute('**/api/devices');
    await letRecordsGo(page);
    // A record of the second person goes out; the first one's does not go with it.
    await page.getByRole('link', { name: say('km', 'learn.open') }).tap();
    await finishLesson(page, 'km');
    await page.locator('a.to-map').tap();
    await page.locator('.waiting p').getByText(say('km', 'records.others_one', { n: 1 })).waitFor();
    await page.locator('.waiting p').nth(1).waitFor({ state: 'detached' });
    const on = await readersOf(page);
    expect(await sent()).toEqual([{ verdicts: 1, token: `Bearer ${on[second]?.token}`, cookie: null }]);
    expect(await wordsOf(page)).toEqual([{ type: 'lesson.finished', subject: second, actor: second, device: on[second]?.device }]);
    await page.getByRole('button', { name: say('km', 'learn.signOut') }).tap();
    await page.getByText(say('km', 'learn.signedOut')).waitFor();

    await page.getByRole('link', { name: say('km', 'front.signIn') }).tap();
    await signInByThumb(page, 'km', 'DEMO-0019', DEMO_PIN);
    await page.locator('.path .mark.done').waitFor({ state: 'attached' });
    await allSent(page);
    const first = await readerOf(page);
    expect(await wordsOf(page)).toEqual([{ type: 'lesson.finished', subject: first, actor: first, device: on[first]?.device }]);
    await tellsNothing(page, ['DEMO-0019', 'DEMO-0020']);
  });
});

/** What lies on the phone, and its address, name nobody of those who read there. */
async function tellsNothing(page: Page, logins: readonly string[]): Promise<void> {
  const people = logins.map((code) => demoPeople().find(({ login }) => login === code));
  const rest = `${await kept(page)} ${page.url()}`;
  for (const telling of [...people.flatMap((one) => [one?.name, one?.church]), DEMO_PIN, 'DEMO-00', '@']) expect(rest).not.toContain(telling);
  expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual(['seen']);
}

describe('a phone that changes hands without a network', () => {
  test('forgets who read, keeps what waits as theirs, and writes nothing for the next reader', async () => {
    const { lessons } = await moduleAt(stage.url, 0);
    const page = await stage.visit();
    await page.goto('/sign-in');
    await signInByThumb(page, 'km', 'DEMO-0015', DEMO_PIN);
    await page.getByText(say('km', 'learn.placeNew', { n: 3 })).waitFor();
    await bound(page);
    const reader = await readerOf(page);
    await page.getByRole('link', { name: say('km', 'learn.open') }).tap();
    await page.locator('article p').first().waitFor();
    await page.context().setOffline(true);
    await finishLesson(page, 'km');
    await page.locator('a.to-map').tap();
    await page.getByText(say('km', 'records.waiting_one', { n: 1 })).waitFor();
    await page.getByRole('button', { name: say('km', 'learn.notYou') }).tap();
    await page.getByRole('link', { name: say('km', 'learn.signIn') }).waitFor();
    await page.getByText(say('km', 'records.mine_one', { n: 1 })).waitFor();

    // The next reader finishes the same lesson: the page says that nothing is kept.
    await page.locator(`.path a[href="/learn/${lessons[0]?.id}"]`).tap();
    await page.getByText(say('km', 'lesson.notKept')).waitFor();
    await finishLesson(page, 'km');
    await page.locator('a.to-map').tap();
    await page.getByText(say('km', 'records.mine_one', { n: 1 })).waitFor();

    // Back on the network the session ends before anybody is named; what waits goes without one, as its owner's.
    const ended = page.waitForResponse((response) => response.url().endsWith('/api/sign-out') && response.ok());
    const arrived = page.waitForResponse((response) => handsIn(response.request()) && response.ok());
    await page.context().setOffline(false);
    expect((await ended).status()).toBe(204);
    const answer = await arrived;
    expect(await answer.json()).toMatchObject({ verdicts: [{ verdict: 'stored' }] });
    expect(await answer.request().headerValue('cookie')).toBeNull();
    expect(await answer.request().headerValue('authorization')).toBe(`Bearer ${(await readersOf(page))[reader]?.token}`);
    await page.reload();
    await page.getByRole('link', { name: say('km', 'learn.signIn') }).waitFor();
    await allSent(page);
    expect(await lessonsOf(stage, reader)).toEqual([lessons[0]?.id]);
    await page.getByRole('link', { name: say('km', 'learn.signIn') }).tap();
    await signInByThumb(page, 'km', 'DEMO-0015', DEMO_PIN);
    await allSent(page);
    await page.locator('.path .mark.done').waitFor({ state: 'attached' });
    expect((await ownRecords(page)).map(({ subject, actor }) => ({ subject, actor }))).toEqual([{ subject: reader, actor: reader }]);
  });

  test('writes nothing as the person before when another has signed in by the plain form and the line goes', async () => {
    const { lessons } = await moduleAt(stage.url, 0);
    const page = await stage.visit();
    await page.goto('/sign-in');
    await signInByThumb(page, 'km', 'DEMO-0016', DEMO_PIN);
    await page.getByText(say('km', 'learn.placeNew', { n: 3 })).waitFor();
    // The form without a script: the cookie is the next person's now.
    const form = await page.context().request.post('/api/sign-in', { headers: { origin: stage.url }, form: { login: 'DEMO-0017', secret: DEMO_PIN }, maxRedirects: 0 });
    expect(form.status()).toBe(303);
    await page.route('**/api/me', (route) => route.abort('connectionreset'));
    await page.goto(`/learn/${lessons[0]?.id}`);
    await page.getByText(say('km', 'lesson.notKept')).waitFor();
    await finishLesson(page, 'km');
    await page.getByRole('heading', { level: 1, name: textIn(lessons[1]?.title ?? {}, 'km') }).waitFor();
    // Sealed, a record would not be read in the outbox: that is to be empty.
    const phone = await keptOpen(page);
    expect(phone).toContain('"profiles/');
    expect(phone).not.toContain('"outbox/');
    expect(phone).not.toContain('lesson.finished');
    expect(await ownRecords(page)).toEqual([]);
  });
});
