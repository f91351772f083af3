import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { moduleAt } from './support/course.ts';
import { finishLesson } from './support/learner.ts';
import { kept } from './support/phone.ts';
import { allSent, findNetwork, lessonsOf, loseNetwork, readerOf, typeDigits } from './support/readers.ts';
import { DESK, useStage } from './support/stage.ts';
import { say } from './support/words.ts';

const stage = useStage();
const NAME = 'សុខ ពិសិដ្ឋ';

async function group(name: string): Promise<string> {
  const office = await stage.visit({ ...DESK, as: 'coordinator@example.org' });
  const answer = await office.context().request.post('/api/cohorts', { headers: { origin: stage.url }, data: { name, province: 'battambang' } });
  const { code } = (await answer.json()) as { code: string };
  return code;
}

/** Says who joins, and chooses six digits. */
async function fillIn(page: Page, digits: string): Promise<void> {
  await page.getByLabel(say('km', 'join.name')).fill(NAME);
  await page.getByRole('radio', { name: say('km', 'join.woman') }).check();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: say('km', 'pin.next') }).tap();
  for (const again of ['pin.next', 'pin.save']) {
    await page.getByRole('button', { name: say('km', again) }).waitFor();
    await page.locator('#pin').fill(digits);
    await page.getByRole('button', { name: say('km', again) }).tap();
  }
  await page.getByText(say('km', 'readers.one', { n: '១' })).waitFor();
}

async function finishFirst(page: Page): Promise<string> {
  const { lessons } = await moduleAt(stage.url, 0);
  await page.goto(`/learn/${lessons[0]?.id}`);
  await page.locator('article p').first().waitFor();
  await finishLesson(page, 'km');
  await page.locator('a.to-map').tap();
  return lessons[0]?.id ?? '';
}

async function namesOf(text: string): Promise<{ id: string; name: string }[]> {
  const office = await stage.visit({ ...DESK, as: 'coordinator@example.org' });
  const answer = await office.context().request.post('/api/people/search', { headers: { origin: stage.url }, data: { text } });
  const { people } = (await answer.json()) as { people: { id: string; name: string }[] };
  return people.map(({ id, name }) => ({ id, name }));
}

describe('joining a group by its code', () => {
  test('works without a network; at the first contact the coordinator sees the person and what they finished', async () => {
    const code = await group('Hall');
    const page = await stage.visit();
    await page.goto(`/j/${code}`);
    await page.getByLabel(say('km', 'join.name')).waitFor();
    await loseNetwork(page);
    await fillIn(page, '135790');
    const person = await readerOf(page);
    const lesson = await finishFirst(page);
    await page.getByText(say('km', 'records.joining')).waitFor();
    await page.getByText(say('km', 'records.waiting_one', { n: 1 })).waitFor();
    expect(await page.getByRole('link', { name: say('km', 'learn.signIn') }).count()).toBe(0);
    expect(await kept(page)).not.toContain(NAME);
    expect(await namesOf(NAME)).toEqual([]);

    await findNetwork(page);
    await allSent(page);
    expect(await namesOf(NAME)).toEqual([{ id: person, name: NAME }]);
    expect(await lessonsOf(stage, person)).toEqual([lesson]);

    // There is no session to sign in to: the digits open the place, and nothing asks for more.
    await page.getByRole('link', { name: say('km', 'foot.exit') }).tap();
    await page.waitForURL('**/reading');
    await page.goto('/learn');
    await page.getByRole('link', { name: say('km', 'readers.enter') }).tap();
    await typeDigits(page, 'km', '135790');
    await page.locator('.mark.done').first().waitFor();
    await allSent(page);
    expect(await page.getByRole('link', { name: say('km', 'records.signInAgain') }).count()).toBe(0);
  });

  test('a code that nobody knows is corrected, and nothing is lost', async () => {
    const right = await group('Village');
    const page = await stage.visit();
    await page.goto('/j');
    await page.getByLabel(say('km', 'join.code')).fill('១២៣៤ ៥៦៧៨');
    await page.getByRole('button', { name: say('km', 'pin.next') }).tap();
    await page.getByText(say('km', 'join.checkCode')).waitFor();
    await page.getByLabel(say('km', 'join.code')).fill('១២៣៤ ៥៦៧៤');
    await page.getByRole('button', { name: say('km', 'pin.next') }).tap();
    await loseNetwork(page);
    await fillIn(page, '135790');
    const person = await readerOf(page);
    const lesson = await finishFirst(page);
    await findNetwork(page);
    await page.getByRole('link', { name: say('km', 'records.joinCorrect') }).tap();
    await page.getByText(say('km', 'join.unknown')).waitFor();
    await page.getByLabel(say('km', 'join.code')).fill(right);
    await page.getByRole('button', { name: say('km', 'pin.next') }).tap();
    await allSent(page);
    expect(await lessonsOf(stage, person)).toEqual([lesson]);
  });
});
