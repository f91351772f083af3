import type { Page } from 'playwright-core';
import type { Figures } from '../bench.ts';
import type { FaultyLine } from '../faults/line.ts';
import { type Random, upTo } from '../faults/random.ts';
import { signInStaff } from '../servers/sign-in.ts';
import { atDesk, goInto } from './at-a-desk.ts';
import type { Desk } from './desk.ts';
import { idOf, lessonEdits } from './synthetic.ts';

const FOR_MS = 60_000;
const BLOCKS = 8;
/** A third of what is sent or answered is lost, and waits are long enough that the two meet. */
const BAD = { loss: 1 / 3, delayMs: 600, held: 0, repeated: 0, strange: 0 };

interface Author {
  name: 'a' | 'b';
  page: Page;
  written: string[];
}

/** Goes on writing a word that nobody else writes, here and there in both languages. */
async function writeOn({ name, page, written }: Author, random: Random, until: number): Promise<void> {
  while (Date.now() < until) {
    const text = `blocks/${idOf('b', [0, 1, 2, 4, 5, 6][upTo(random, 6)] ?? 0)}/text`;
    const word = `${name}${written.length}${name}`;
    await goInto(page, text, random() < 0.5 ? 'km' : 'en');
    await page.keyboard.insertText(` ${word}`);
    written.push(word);
  }
  // Leaves the text: what stands in it is told.
  await page.locator('.document-head h1').click();
}

/** What an author still has on screen to choose between. */
const offered = async (page: Page): Promise<string> => (await page.locator('.collision').allInnerTexts()).join('\n');

/**
 * Two authors write in one lesson for a minute while a third of their saves is lost. Lost is a word that stands neither
 * in the lesson nor, with what it met, before the author who wrote it.
 */
export async function twoAuthors(desk: Desk, line: FaultyLine, random: Random, say: (line: string) => void): Promise<Figures> {
  await desk.begin('lesson', 'large3', 'm00000');
  await desk.edit('large3', lessonEdits(BLOCKS, 'large3'));
  const open = async (work: (authors: Author[]) => Promise<Figures>, authors: Author[] = []): Promise<Figures> =>
    authors.length === 2
      ? work(authors)
      : atDesk(line.url, await signInStaff(desk.url, 'author@example.org', line.url), async (context) => {
          const page = await context.newPage();
          await page.goto('/author/large3');
          await page.locator('.card').nth(BLOCKS).waitFor();
          return open(work, [...authors, { name: authors.length === 0 ? 'a' : 'b', page, written: [] }]);
        });
  return open(async (authors) => {
    line.setWeather(BAD);
    const until = Date.now() + FOR_MS;
    await Promise.all(authors.map((author) => writeOn(author, random, until)));
    line.setWeather(null);
    // Each waits half a minute between two tries at the most, and as long for an answer.
    for (const { page } of authors) await page.locator('.save-state.saved').waitFor({ timeout: 90_000 });
    say(`the line: ${line.told()}`);
    const stands = JSON.stringify(await desk.read('large3'));
    const shown = await Promise.all(authors.map(({ page }) => offered(page)));
    const found = authors.flatMap(({ written }, at) => written.map((word) => (stands.includes(word) ? 'saved' : shown[at]?.includes(word) ? 'asked' : word)));
    const lost = found.filter((one) => one !== 'saved' && one !== 'asked');
    if (lost.length > 0) say(`lost: ${lost.join(', ')}`);
    return { edits: found.length, edits_lost: lost.length, edits_asked: found.filter((one) => one === 'asked').length };
  });
}
