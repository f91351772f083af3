import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DEMO_PIN } from '@seek-justice/seed/demo.ts';
import { moduleAt } from './support/course.ts';
import { finishLesson, signInByThumb } from './support/learner.ts';
import { allSent, findNetwork, lessonsOf, loseNetwork, readerOf } from './support/readers.ts';
import { useStage } from './support/stage.ts';
import { say } from './support/words.ts';

const stage = useStage();

/** A phone whose reader has finished a lesson without a network. */
async function phoneWithWork(login: string): Promise<{ page: Page; person: string; lesson: string }> {
  const { lessons } = await moduleAt(stage.url, 0);
  const lesson = lessons[0]?.id ?? '';
  const page = await stage.visit();
  await page.goto('/sign-in');
  await signInByThumb(page, 'km', login, DEMO_PIN);
  await page.locator('.account .reader').waitFor();
  await page.waitForLoadState('networkidle');
  await loseNetwork(page);
  await page.goto(`/learn/${lesson}`);
  await page.locator('article p').first().waitFor();
  await finishLesson(page, 'km');
  await page.locator('a.to-map').tap();
  await page.getByText(say('km', 'records.waiting_one', { n: 1 })).waitFor();
  return { page, person: await readerOf(page), lesson };
}

/** Saves the file of what waits. */
async function fileOf(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  await page.goto('/carry');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: say('km', 'carry.save') }).tap()]);
  return { name: file.suggestedFilename(), mimeType: 'text/plain', buffer: await readFile(await file.path()) };
}

describe('answers on foot', () => {
  test('a file arrives by another phone as the first one’s, and the first one hears of it', async () => {
    const { page, person, lesson } = await phoneWithWork('DEMO-0013');
    const file = await fileOf(page);
    expect(file.name).toMatch(/^lessons-\d{4}-\d\d-\d\d\.txt$/);
    expect(file.buffer.toString()).not.toContain(lesson);
    await page.goto('/learn');
    await page.getByText(say('km', 'records.handed')).waitFor();

    const other = await stage.visit();
    await other.goto('/carry');
    const choose = other.locator('input[type=file]');
    await choose.setInputFiles([file, { name: 'song.txt', mimeType: 'text/plain', buffer: Buffer.from('la la') }]);
    await other.getByText(say('km', 'take.fresh_other', { n: 1 })).waitFor();
    await other.getByText(say('km', 'take.other_other', { n: 1 })).waitFor();
    await choose.setInputFiles([file]);
    await other.getByText(say('km', 'take.known_other', { n: 1 })).waitFor();
    // Nobody is signed in there; it goes as soon as somebody is, and further still by file.
    expect((await fileOf(other)).buffer.toString()).toContain(JSON.parse(file.buffer.toString()).sealed[0]);
    expect(await lessonsOf(stage, person)).toEqual([]);
    await other.goto('/sign-in');
    await signInByThumb(other, 'km', 'DEMO-0014', DEMO_PIN);
    await other.locator('.account .reader').waitFor();
    await allSent(other);
    expect(await lessonsOf(stage, person)).toEqual([lesson]);

    await findNetwork(page);
    await allSent(page);
    expect(await lessonsOf(stage, person)).toEqual([lesson]);
  });

  test('a code that a camera has opened leaves the address at once', async () => {
    const { page, person, lesson } = await phoneWithWork('DEMO-0015');
    const { sealed } = JSON.parse((await fileOf(page)).buffer.toString()) as { sealed: string[] };
    await page.getByRole('button', { name: say('km', 'carry.code') }).tap();
    await page.locator('.carry-code svg').waitFor();
    await page.getByRole('button', { name: say('km', 'carry.codeLast') }).tap();
    await page.getByText(say('km', 'carry.codesDone')).waitFor();

    const other = await stage.visit({ as: 'DEMO-0016' });
    await other.goto(`/carry#${sealed[0]}`);
    await other.getByText(say('km', 'take.fresh_other', { n: 1 })).waitFor();
    expect(other.url()).toBe(`${stage.url}/carry`);
    await other.goto('/learn');
    await allSent(other);
    expect(await lessonsOf(stage, person)).toEqual([lesson]);
  });

  test('is offered when something has waited for more than three days', async () => {
    const { page } = await phoneWithWork('DEMO-0017');
    expect(await page.getByRole('link', { name: say('km', 'news.carryGo') }).count()).toBe(0);
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const asked = indexedDB.open('lessons');
          asked.addEventListener('error', () => reject(asked.error));
          asked.addEventListener('success', () => {
            const work = asked.result.transaction('outbox', 'readwrite');
            const all = work.objectStore('outbox').getAll();
            all.addEventListener('success', () => {
              for (const entry of all.result as { at: number }[]) work.objectStore('outbox').put({ ...entry, at: entry.at - 4 * 86_400_000 });
            });
            work.addEventListener('complete', () => (asked.result.close(), resolve(null)));
          });
        }),
    );
    await page.reload();
    await page.getByText(say('km', 'records.days_other', { n: 4 })).waitFor();
    await page.getByRole('link', { name: say('km', 'news.carryGo') }).tap();
    await page.getByRole('heading', { level: 1, name: say('km', 'carry.title') }).waitFor();
  });
});

describe('a phone that has emptied the store', () => {
  test('says once what went', async () => {
    const { page } = await phoneWithWork('DEMO-0018');
    await page.goto('/reading');
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const asked = indexedDB.deleteDatabase('lessons');
          asked.addEventListener('success', () => resolve(null));
          asked.addEventListener('error', () => reject(asked.error));
        }),
    );
    await page.goto('/learn');
    await page.getByText(say('km', 'news.lostText_other', { n: 1 })).waitFor();
    await page.reload();
    await page.getByRole('button', { name: say('km', 'news.read') }).tap();
    await page.getByText(say('km', 'news.lostText_other', { n: 1 })).waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.go-on').waitFor();
    expect(await page.getByText(say('km', 'news.lost')).count()).toBe(0);
  });
});
