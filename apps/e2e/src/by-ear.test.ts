import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { partsOf } from '@seek-justice/domain/curriculum/narration.ts';
import { type TestNarration, testNarration } from '../../api/test/support/narration.ts';
import { Listener, visibleText } from './support/by-ear.ts';
import { lessonLeaf, moduleAt, quizLeaf } from './support/course.ts';
import { ownRecords } from './support/learner.ts';
import { allSent } from './support/readers.ts';
import { Stage } from './support/stage.ts';
import { say } from './support/words.ts';

/** The first control of a page, the player that takes its place, and the way on: known by where they stand. */
const LISTEN = '.listening > .listen';
const FASTER = '.listening .keys button:nth-child(4)';
const OPEN = '.go-on a.btn';
const ONWARD = '.onward .btn';
const NEXT = '.actions button';

const stage = new Stage();
let narration: TestNarration;
beforeAll(async () => {
  narration = await testNarration();
  await stage.start({ narration: narration.folder });
}, 60_000);
afterEach(() => stage.endTest());
afterAll(async () => {
  await stage.stop();
  rmSync(narration.folder, { recursive: true });
});

/** Answers a question by what was heard of it: the letter that stood before an option that the listener knows to be right. */
async function answerByEar(page: Page, ear: Listener, quiz: QuizLeaf, item: QuizLeaf['items'][number], from: number): Promise<void> {
  await ear.until(quiz.id, `${item.id}.${item.options.at(-1)?.id}`, from);
  const heard = ear.since(from);
  expect(heard[0]).toBe(`${quiz.id} ${item.id}`);
  const right = item.options.filter((option) => option.right).map(({ id }) => `${quiz.id} ${item.id}.${id}`);
  const letters = right.map((part) => Number(/^phrases answer(\d)$/.exec(heard[heard.indexOf(part) - 1] ?? '')?.[1]));
  const said = ear.heard.length;
  for (const at of letters) await page.locator('.options > li').nth(at).locator('button').first().tap();
  if (item.type === 'multiple') await page.locator(NEXT).tap();
  const feedback = await ear.until('phrases', 'onward', said);
  for (const part of right) expect(feedback.slice(0, -1)).toContain(`${part}:why`);
  expect(feedback).toContain('phrases right');
  expect(feedback).not.toContain('phrases notQuite');
}

/** How lessons were gone through, once the server holds so many of them. */
async function modes(page: Page, count: number): Promise<unknown[]> {
  for (let left = 200; ; left -= 1) {
    const found = (await ownRecords(page)).filter(({ type }) => type === 'lesson.finished').map(({ body }) => body.mode);
    if (found.length >= count || left === 0) return found;
  }
}

describe('a module with all text hidden', () => {
  test('is passed by ear alone, and its lessons count as heard', async () => {
    const module = await moduleAt(stage.url, 0);
    const quiz = await quizLeaf(stage.url, module, 'km');
    const page = await stage.visit({ as: 'DEMO-0005' });
    const ear = await Listener.at(page, narration);
    await page.goto('/learn');

    // What is left.
    const first = module.lessons[0]?.id ?? '';
    expect(await ear.until(first, ':title', await ear.press('.go-on .listen'))).toEqual(['phrases place', 'phrases n1', 'phrases of', 'phrases n3', 'phrases next', `${first} :title`]);
    await page.locator(OPEN).tap();

    for (const [at, lesson] of module.lessons.entries()) {
      await page.waitForURL(`**/learn/${lesson.id}`);
      expect(await visibleText(page)).toEqual([]);
      const from = await ear.press(LISTEN);
      if (at === 0) for (let presses = 0; presses < 2; presses += 1) await page.locator(FASTER).tap();
      const heard = await ear.until('phrases', 'lessonEnd', from);
      const leaf = await lessonLeaf(stage.url, lesson, 'km');
      const whole = partsOf(leaf).flatMap(({ key, aside }) => (aside ? [] : [`${lesson.id} ${key}`]));
      expect(heard.filter((part) => part.startsWith(lesson.id))).toEqual(whole);
      await page.locator(ONWARD).tap();
    }

    await page.waitForURL(`**/learn/${quiz.id}`);
    let from = await ear.press(LISTEN);
    for (const [at, item] of quiz.items.entries()) {
      expect(await visibleText(page)).toEqual([]);
      await answerByEar(page, ear, quiz, item, from);
      from = ear.heard.length;
      await page.locator(NEXT).last().tap();
      if (at + 1 === quiz.items.length) break;
      // By ear now: the next question is read out unasked.
      await ear.until(quiz.id, quiz.items[at + 1]?.id ?? '', from);
    }
    expect(await ear.until('phrases', 'passed', from)).toEqual(['phrases n100', 'phrases percent', 'phrases passed']);

    await page.locator('.actions a.btn').tap();
    await page.waitForURL('**/learn/*');
    await page.locator('a.to-map').tap();
    await allSent(page);
    expect(await modes(page, 3)).toEqual(['listen', 'listen', 'listen']);
    const records = await ownRecords(page);
    expect(records.find(({ type }) => type === 'quiz.submitted')?.body).toMatchObject({
      quiz: quiz.id,
      answers: Object.fromEntries(quiz.items.map((item) => [item.id, item.options.filter(({ right }) => right).map(({ id }) => id)])),
    });
    await page.locator('.path > li.done').first().waitFor();
  }, 240_000);
});

describe('a lesson by ear', () => {
  const openLesson = async (as: string, lesson: number) => {
    const module = await moduleAt(stage.url, 0);
    const id = module.lessons[lesson]?.id ?? '';
    const page = await stage.visit({ as });
    const ear = await Listener.at(page, narration);
    await page.goto(`/learn/${id}`);
    const leaf = await lessonLeaf(stage.url, module.lessons[lesson] as (typeof module.lessons)[number], 'km');
    const whole = partsOf(leaf).flatMap(({ key, aside }) => (aside ? [] : [key]));
    return { module, id, page, ear, whole };
  };

  test('goes on after a reload where it stopped, and less than four fifths of it is reading', async () => {
    const { id, page, ear, whole } = await openLesson('DEMO-0006', 1);
    const from = await ear.press(LISTEN);
    await ear.until(id, whole[2] ?? '', from);
    await page.locator('.listening .keys .disc').tap();
    await page.locator('.listening .keys .disc .play').waitFor();
    const [last] = ear.since(from).slice(-1);
    await page.reload();
    const again = await ear.press(LISTEN);
    await ear.until(id, whole[whole.indexOf(last?.split(' ')[1] ?? '') + 1] ?? '', again);
    expect(ear.since(again)).not.toContain(`${id} :title`);
    // Back, and back once more: the part before is heard again.
    await page.locator('.listening .keys .disc').tap();
    await page.locator('.listening .keys .disc .play').waitFor();
    await page.locator(ONWARD).tap();
    await page.waitForURL((url) => !url.pathname.endsWith(id));
    await page.locator('a.to-map').tap();
    await allSent(page);
    expect(await modes(page, 1)).toEqual(['read']);
  });

  test('tells what follows from a choice when it is made, marks what is heard, and falls silent on another page', async () => {
    const { id, page, ear, whole } = await openLesson('DEMO-0007', 0);
    const choice = whole.find((key) => /^b\d+\.\w+$/.test(key)) ?? '';
    const from = await ear.press(LISTEN);
    await page.locator('main [aria-current=true].hearing').waitFor();
    await page.locator(`summary[data-part="${choice}"]`).tap();
    await ear.until(id, `${choice}:outcome`, from);
    await page.locator('a.to-map').tap();
    await page.locator('.go-on').waitFor();
    expect(await page.locator('audio').evaluateAll((all) => all.every((one) => (one as HTMLAudioElement).paused))).toBe(true);
  });

  test('is heard without a network once the sound of its module was fetched', async () => {
    const module = await moduleAt(stage.url, 0);
    const quiz = await quizLeaf(stage.url, module, 'km');
    const page = await stage.visit({ as: 'DEMO-0008' });
    const ear = await Listener.at(page, narration);
    await page.goto('/phone');
    const sound = page.locator('.sounds .module-audio').first();
    await sound.getByRole('button', { name: say('km', 'sound.fetch') }).tap();
    await sound.getByText(say('km', 'sound.here')).waitFor();
    const lesson = module.lessons[2];
    await page.goto(`/learn/${lesson?.id}`);
    await page.context().setOffline(true);
    await ear.until('phrases', 'lessonEnd', await ear.press(LISTEN));
    await page.context().setOffline(false);
    await page.goto(`/learn/${quiz.id}`);
    await page.locator(LISTEN).waitFor();
    await page.context().setOffline(true);
    const [item] = quiz.items;
    await ear.until(quiz.id, `${item?.id}.${item?.options.at(-1)?.id}`, await ear.press(LISTEN));
    await page.context().setOffline(false);

    await page.goto('/phone');
    await sound.getByRole('button', { name: say('km', 'sound.remove') }).tap();
    await sound.getByRole('button', { name: say('km', 'sound.fetch') }).waitFor();
  }, 120_000);

  test('a number to call says who answers', async () => {
    const page = await stage.visit();
    const ear = await Listener.at(page, narration);
    await page.goto('/help-now');
    await ear.until('contacts', 'hotline-police', await ear.press('.contact >> nth=0 >> a.hear'));
  });
});
