import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { DEMO_PIN } from '@seek-justice/seed/demo.ts';
import { moduleAt } from './support/course.ts';
import { answerRightly, finishLesson, ownRecords, signInByThumb } from './support/learner.ts';
import { type Instead, type Line, startLine } from './support/line.ts';
import { useStage } from './support/stage.ts';
import { say } from './support/words.ts';

const stage = useStage();
/** What phones got of the first release: pages for five addresses, scripts, words. */
const FIXTURE = new URL('../fixtures/first-release/', import.meta.url);
let old: Line;
let lesson = '';
let quiz = '';
/** The questions that these pages name. An installation of that time has them for ever, a new one begins with today's. */
let questions: QuizLeaf;

beforeAll(async () => {
  const leaf = await readFile(new URL('quiz.km.json', FIXTURE), 'utf8');
  questions = JSON.parse(leaf) as QuizLeaf;
  await stage.server.run(`INSERT INTO snapshots (hash, kind, course, audience, body) SELECT $1, 'quiz', id, audience, $2 FROM courses LIMIT 1 ON CONFLICT DO NOTHING`, [
    createHash('sha256').update(leaf).digest('hex'),
    leaf,
  ]);
  const pages = JSON.parse(await readFile(new URL('pages.json', FIXTURE), 'utf8')) as Record<string, string>;
  [lesson = '', quiz = ''] = Object.keys(pages).flatMap((path) => /^\/learn\/(.+)$/.exec(path)?.[1] ?? []);
  old = await startLine(stage.url, async (path): Promise<Instead | null> => {
    const page = pages[path];
    if (page) return { type: 'text/html; charset=utf-8', encoding: 'br', body: await readFile(new URL(page, FIXTURE)) };
    if (!path.startsWith('/assets/')) return null;
    const script = await readFile(new URL(`.${path}.br`, FIXTURE)).catch(() => null);
    return script && { type: 'text/javascript; charset=utf-8', encoding: 'br', body: script };
  });
});
afterAll(() => old.close());

/** Until nothing waits. That app does not tell whether it has looked yet, so the server is asked until it holds as many records. */
async function sent(page: Page, count: number): Promise<Envelope[]> {
  await page.locator('.waiting', { hasText: /^$/ }).waitFor({ state: 'attached' });
  for (let tries = 200; ; tries -= 1) {
    const held = await ownRecords(page);
    if (held.length >= count || tries === 0) return held;
  }
}

describe('a phone with the app of the first release', () => {
  test('signs in, finishes a lesson and a quiz, and the server of today has both', async () => {
    const module = await moduleAt(stage.url, 0);
    const page = await stage.visit({}, old.url);
    await page.goto('/sign-in');
    await signInByThumb(page, 'km', 'DEMO-0021', DEMO_PIN);
    await page.waitForURL('**/learn');
    await page.getByRole('link', { name: say('km', 'learn.open') }).tap();
    await page.getByRole('heading', { level: 1, name: textIn(module.lessons[0]?.title ?? {}, 'km') }).waitFor();
    await finishLesson(page, 'km');
    await page.getByRole('heading', { level: 1, name: textIn(module.lessons[1]?.title ?? {}, 'km') }).waitFor();
    await page.goto(`/learn/${module.quiz.id}`);
    await answerRightly(page, 'km', questions);
    await page.getByRole('link', { name: say('km', 'result.map') }).tap();
    expect((await sent(page, 2)).map(({ type }) => type)).toEqual(['lesson.finished', 'quiz.submitted']);
  });

  test('opens the lesson and the questions that were on screen when it was made, and its records are taken', async () => {
    const page = await stage.visit({ as: 'DEMO-0022' }, old.url);
    await page.goto(`/learn/${lesson}`);
    await page.locator('article p').first().waitFor();
    await finishLesson(page, 'km');
    await page.waitForURL((url) => url.pathname !== `/learn/${lesson}`);
    await page.locator('a.to-map').tap();
    expect(await sent(page, 1)).toMatchObject([{ type: 'lesson.finished', body: { lesson } }]);
    await page.goto(`/learn/${quiz}`);
    await page.locator('.options').waitFor();
  });
});
