import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { print } from './support/paper.ts';
import { DESK, useStage } from './support/stage.ts';
import { sayAuthor } from './support/words.ts';

const stage = useStage();
const LESSON = 'k7f2qd';

const bring = (page: Page, name: string, file: string | Buffer, at = 0) => page.locator('input[type=file]').nth(at).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(file) });
const tree = async (page: Page) => (await (await page.context().request.get(`${stage.url}/api/drafts`)).json()) as any;

test('a lesson goes to a translator and comes back: what arrived leads to its place, a broken file says its line', async () => {
  const page = await stage.visit({ ...DESK, lang: 'km', as: 'author@example.org' });
  await page.goto(`/author/${LESSON}`);
  await page.getByRole('link', { name: sayAuthor('km', 'exchange.link') }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: sayAuthor('km', 'exchange.into').replace('{{lang}}', sayAuthor('km', 'lang.km')) }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`lesson-${LESSON}.km.xlf`);
  const stream = await download.createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString('utf8');
  const broken = text.split('\n').findIndex((line) => line.includes('</segment>')) + 1;
  await bring(page, 'broken.xlf', text.replace('</segment>', '</segmen>'));
  await page.locator('.exchange-result').getByText(sayAuthor('km', 'exchange.line').replace('{{line}}', digitsFor('km', broken))).waitFor();
  const [target = ''] = text.match(/<target>[^<]{30,}<\/target>/) ?? [];
  const remarked = text.replace(target, '<target>ម្តាយម្នាក់មកសុំជំនួយ។</target>').replace('</notes>', '<note id="t1">ត្រង់នេះមានន័យពីរ។</note></notes>');
  await bring(page, 'lesson.xlf', remarked);
  await page.locator('.exchange-result h3', { hasText: sayAuthor('km', 'exchange.taken_other').replace('{{n}}', '១') }).waitFor();
  await page.locator('.exchange-result h3', { hasText: sayAuthor('km', 'exchange.remarks') }).waitFor();
  await page.locator('.exchange-result').getByText('ត្រង់នេះមានន័យពីរ។').waitFor();
  await page.locator('.exchange-result ul a').first().click();
  await page.waitForURL(`**/author/${LESSON}#thing-*`);
  await page.locator('.card').getByText('ម្តាយម្នាក់មកសុំជំនួយ។').first().waitFor();
});

test('questions from Moodle arrive one by one, and a course from another office is looked at first', async () => {
  const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' });
  const { courses } = await tree(page);
  await page.goto(`/author/exchange/${courses[0].modules[0].quiz.id}`);
  await page.getByText(sayAuthor('en', 'exchange.moodle'), { exact: true }).waitFor();
  await bring(page, 'questions.gift', 'តើត្រូវហៅលេខណា? {=១២៨៨ ~គ្មានលេខណាទេ}\n\nសរសេរអំពីភូមិរបស់អ្នក។ {}\n', 1);
  const result = page.locator('.exchange-result');
  await result.getByText('1 question arrived').waitFor();
  expect(await result.locator('pre').innerText()).toBe('សរសេរអំពីភូមិរបស់អ្នក។ {}');
  await result.getByText('Line 3').waitFor();

  const zip = await (await page.context().request.get(`${stage.url}/api/drafts/${courses[0].id}/package`)).body();
  const { document, version } = await (await page.context().request.get(`${stage.url}/api/drafts/${LESSON}`)).json();
  const edit = { op: 'set', path: ['minutes'], was: document.body.minutes, value: document.body.minutes + 1 };
  await page.context().request.post(`${stage.url}/api/drafts/${LESSON}/edits`, { headers: { origin: stage.url }, data: { version, edits: [edit] } });
  await page.goto('/author');
  await page.getByRole('link', { name: sayAuthor('en', 'package.title') }).click();
  await bring(page, 'course.zip', zip);
  await page.locator('.exchange-result details[open]', { hasText: sayAuthor('en', 'package.state.differs') }).waitFor();
  await page.getByRole('button', { name: 'Bring it in, and replace 1 that is written here' }).click();
  await page.getByText(sayAuthor('en', 'package.equal')).waitFor();
});

test('a module is one print of all its parts, each from a page of its own', async () => {
  const page = await stage.visit({ ...DESK, lang: 'km', as: 'author@example.org' });
  const [module] = (await tree(page)).courses[0].modules;
  const pages = async (id: string): Promise<number> => {
    await page.goto(`/author/paper/${id}`);
    await page.locator('.proof-sheet').first().waitFor();
    return (await print(page)).pages;
  };
  let below = 0;
  for (const { id } of [...module.lessons, module.quiz]) below += await pages(id);
  // The head of a part is longer within its module: the last lines of one may go to another page, or back.
  expect(Math.abs((await pages(module.id)) - (1 + below))).toBeLessThanOrEqual(1);
  expect(below).toBeGreaterThan(2 * module.lessons.length);
  expect(await page.locator('.proof-sheet th[lang=km]').last().innerText()).toContain(`${module.quiz.id}.`);
});
