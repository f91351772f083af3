import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toKhmerDigits } from '@seek-justice/domain/language/digits.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { DEMO_PIN, demoPeople, DEMO_PASSWORD } from '@seek-justice/seed/demo.ts';
import { moduleAt, quizLeaf } from './support/course.ts';
import { answer, answerRightly, finishLesson, goOn, optionRow, ownRecords, question, rightOf, signInByThumb, switchTo, wrongOf } from './support/learner.ts';
import { bound, draftKept, handsIn } from './support/phone.ts';
import { allSent } from './support/readers.ts';
import { DESK, useStage } from './support/stage.ts';
import { part, say } from './support/words.ts';

const stage = useStage();
const pastor = demoPeople().find(({ login }) => login === 'DEMO-0001');

/** Opens the first module's questions as somebody who is signed in. */
async function openQuiz(as: string) {
  const module = await moduleAt(stage.url, 0);
  const quiz = await quizLeaf(stage.url, module, 'km');
  const page = await stage.visit({ as });
  await page.goto(`/learn/${module.quiz.id}`);
  await question(page, 'km', 1, quiz.items.length);
  return { page, module, quiz, first: quiz.items[0] as (typeof quiz.items)[number] };
}

/** A row of the map's open module. */
function row(page: Page, title: string) {
  return page.locator('.path a.row', { hasText: title });
}

describe('a pastor with a phone', () => {
  test('takes the whole first module in Khmer by tapping, and the coordinator sees it', async () => {
    const [module, nextModule] = [await moduleAt(stage.url, 0), await moduleAt(stage.url, 1)];
    const quiz = await quizLeaf(stage.url, module, 'km');
    const page = await stage.visit();
    await page.goto('/');
    await page.getByRole('link', { name: say('km', 'front.signIn') }).tap();
    await signInByThumb(page, 'km', 'DEMO-0001', toKhmerDigits(DEMO_PIN));

    await page.getByText(say('km', 'learn.placeNew', { n: 3 })).waitFor();
    await page.getByRole('link', { name: say('km', 'learn.open') }).tap();
    for (const lesson of module.lessons) {
      await page.getByRole('heading', { level: 1, name: textIn(lesson.title, 'km') }).waitFor();
      await finishLesson(page, 'km');
    }
    expect(quiz.items).toHaveLength(9);
    await answerRightly(page, 'km', quiz);
    await page.locator('.mark-card', { hasText: '១០០%' }).waitFor();
    await page.getByText(say('km', 'result.passed')).waitFor();
    await page.getByText(say('km', 'result.allRight')).waitFor();

    await page.getByRole('link', { name: say('km', 'result.map') }).tap();
    const [done, next] = [page.locator('.path > li').nth(0), page.locator('.path > li').nth(1)];
    await done.getByText(say('km', 'learn.done'), { exact: true }).waitFor();
    await next.getByText(say('km', 'learn.now'), { exact: true }).waitFor();
    await page.getByText(say('km', 'learn.place', { n: 2, of: 3 })).waitFor();
    // What is left: the next module stands open with its first lesson, and the large card leads there.
    await page.locator('.go-on', { hasText: textIn(nextModule.lessons[0]?.title ?? {}, 'km') }).waitFor();
    await row(page, textIn(nextModule.lessons[0]?.title ?? {}, 'km')).waitFor();
    await allSent(page);

    const office = await stage.visit({ ...DESK, lang: 'en' });
    await office.goto('/sign-in');
    await office.getByRole('button', { name: say('en', 'signIn.useEmail') }).click();
    await office.getByLabel(say('en', 'signIn.email')).fill('coordinator@example.org');
    await office.getByLabel(say('en', 'signIn.password')).fill(DEMO_PASSWORD);
    await office.getByRole('button', { name: say('en', 'signIn.go'), exact: true }).click();
    await office.getByRole('heading', { level: 1, name: say('en', 'list.title') }).waitFor();
    await office.getByLabel(say('en', 'list.completion')).selectOption({ label: say('en', 'list.moduleDone', { title: textIn(module.title, 'en') }) });
    await office.getByText(say('en', 'list.count_other', { n: 38 })).waitFor();
    const line = office.getByRole('row', { name: part(pastor?.name ?? '') }).filter({ hasText: pastor?.church ?? '' });
    await line.getByRole('button', { name: pastor?.name ?? '' }).click();
    const panel = office.getByRole('region', { name: say('en', 'open.about', { name: pastor?.name ?? '' }) });
    const opened = panel.getByRole('listitem').filter({ hasText: textIn(module.title, 'en') });
    await opened.getByText(say('en', 'open.done'), { exact: true }).waitFor();
    await opened.getByText(say('en', 'open.lessons', { n: 3, of: 3 })).waitFor();
    await opened.getByText(say('en', 'open.passed', { n: 100 })).waitFor();
    await panel.getByRole('listitem').filter({ hasText: textIn(nextModule.title, 'en') }).getByText(say('en', 'open.todo')).waitFor();
  });

  test('is answered kindly, in amber, when an answer is wrong, and the first answer counts', async () => {
    const { page, quiz, first } = await openQuiz('DEMO-0002');
    const [wrong = ''] = wrongOf(first);
    await answer(page, 'km', first, [wrong]);
    const said = optionRow(page, first, wrong);
    await said.locator('.verdict', { hasText: say('km', 'quiz.notQuite') }).waitFor();
    const amber = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'var(--amber)';
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    });
    expect(await said.locator('.verdict').evaluate((element) => getComputedStyle(element).color)).toBe(amber);
    // The others may be tried after it; what counts is the first.
    await answer(page, 'km', first, rightOf(first));
    await optionRow(page, first, rightOf(first)[0] ?? '').locator('.verdict', { hasText: say('km', 'quiz.right') }).waitFor();
    await goOn(page, 'km', false);
    await answerRightly(page, 'km', quiz, 1);
    await page.locator('.mark-card', { hasText: '៨៨%' }).waitFor();
    await page.getByText(say('km', 'result.mark', { right: 8, of: 9 })).waitFor();
    await page.getByRole('heading', { name: say('km', 'result.again') }).waitFor();
    expect(await page.locator('.reread > li').count()).toBe(1);
    await expectSent(page, 1);
    const [record] = await ownRecords(page);
    expect(record?.body).toMatchObject({ quiz: quiz.id, answers: { [first.id]: [wrong] } });
  });

  test('keeps half-done answers over a reload and over a switch of the language', async () => {
    const { page, module, quiz, first } = await openQuiz('DEMO-0003');
    const of = quiz.items.length;
    await answer(page, 'km', first, rightOf(first));
    await goOn(page, 'km', false);
    await question(page, 'km', 2, of);
    const second = quiz.items[1] as typeof first;
    await answer(page, 'km', second, wrongOf(second));
    await draftKept(page, module.quiz.id, wrongOf(second)[0] ?? '');

    await page.reload();
    await page.getByText(say('km', 'quiz.again')).waitFor();
    await question(page, 'km', 2, of);
    await optionRow(page, second, wrongOf(second)[0] ?? '').locator('.verdict', { hasText: say('km', 'quiz.notQuite') }).waitFor();

    await switchTo(page, 'en');
    await question(page, 'en', 2, of);
    expect(new URL(page.url()).pathname).toBe(`/learn/${module.quiz.id}`);
    await optionRow(page, second, wrongOf(second)[0] ?? '').locator('.verdict', { hasText: say('en', 'quiz.notQuite') }).waitFor();
    await goOn(page, 'en', false);
    await answerRightly(page, 'en', await quizLeaf(stage.url, module, 'en'), 2);
    expect(await page.locator('.mark-card').innerText()).toContain('88%');
  });

  test('finishes a lesson without a network: it waits honestly, and arrives exactly once', async () => {
    const module = await moduleAt(stage.url, 0);
    const page = await stage.visit({ as: 'DEMO-0004' });
    await page.goto('/learn');
    await bound(page);
    await page.getByRole('link', { name: say('km', 'learn.open') }).tap();
    await page.getByRole('heading', { level: 1, name: textIn(module.lessons[0]?.title ?? {}, 'km') }).waitFor();
    await page.locator('article p').first().waitFor();
    await page.context().setOffline(true);
    await finishLesson(page, 'km');
    await page.getByRole('heading', { level: 1, name: textIn(module.lessons[1]?.title ?? {}, 'km') }).waitFor();
    await page.locator('a.to-map').tap();
    const waits = page.getByText(say('km', 'records.waiting_one', { n: 1 }));
    await waits.waitFor();
    await page.getByText(say('km', 'learn.done')).first().waitFor();

    // The first try reaches the server, but its answer is lost on the way back.
    let tries = 0;
    await page.route('**/api/records', async (route) => {
      // Asking for the name of the feed hands nothing in.
      if (!handsIn(route.request())) return route.continue();
      tries += 1;
      if (tries > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    const lost = page.waitForEvent('requestfailed', handsIn);
    await page.context().setOffline(false);
    await lost;
    expect(await waits.count()).toBe(1);
    const verdict = page.waitForResponse((response) => handsIn(response.request()));
    expect(await (await verdict).json()).toMatchObject({ verdicts: [{ verdict: 'duplicate' }] });
    await waits.waitFor({ state: 'detached' });
    expect((await ownRecords(page)).map(({ type }) => type)).toEqual(['lesson.finished']);
  });
});

/** Waits until the server holds so many records of the reader. */
async function expectSent(page: Page, count: number): Promise<void> {
  await page.getByRole('link', { name: say('km', 'result.map') }).tap();
  await allSent(page);
  expect(await ownRecords(page)).toHaveLength(count);
}
