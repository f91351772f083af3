import { describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { DESK, useStage } from './support/stage.ts';
import { say, sayAuthor } from './support/words.ts';

const stage = useStage();
const LESSON = 'k7f2qd';

const half = (page: Page, path: string, lang: string) => page.locator(`[data-path="${path}"][data-lang="${lang}"]`);
/** Goes into a text and writes at its end. */
async function type(page: Page, path: string, lang: string, text: string): Promise<void> {
  await half(page, path, lang).locator('[role=textbox]').focus();
  await half(page, path, lang).locator('.writing.ProseMirror-focused').waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}
/** Until the server has taken a change that holds these words. */
const taken = (page: Page, words: string) => page.waitForResponse((answer) => answer.url().endsWith('/edits') && answer.ok() && (answer.request().postData() ?? '').includes(words));
/** Writes, and waits until the server has it. */
async function write(page: Page, path: string, lang: string, text: string): Promise<void> {
  const done = taken(page, text.trim());
  await type(page, path, lang, text);
  await done;
}
const openLesson = async (page: Page, id = LESSON): Promise<void> => {
  await page.goto(`/author/${id}`);
  await page.locator('.card').nth(1).waitFor();
};
const stored = async (page: Page, id = LESSON) => (await (await page.context().request.get(`${stage.url}/api/drafts/${id}`)).json()) as any;
const textOf = (draft: any, block: string, lang: string) => draft.document.body.blocks.find((one: any) => one.id === block).text[lang];

/** Whether an element stands within what its scrolling box shows. */
const inView = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    const [box, one] = [element.closest('.phone'), element].map((of) => of?.getBoundingClientRect());
    return Boolean(box && one && one.top >= box.top && one.top < box.bottom);
  });

describe('an author', () => {
  test('changes one English sentence: exactly that Khmer is stale, with what changed, until it is called correct', async () => {
    const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' });
    await openLesson(page);
    expect(await page.locator('.half.is-stale').count()).toBe(0);
    await write(page, 'blocks/b6/text', 'en', ' Together.');
    await half(page, 'blocks/b6/text', 'km').locator('ins', { hasText: 'Together' }).waitFor();
    expect(await page.locator('.half.is-stale').count()).toBe(1);
    await page.reload();
    await half(page, 'blocks/b6/text', 'km').getByRole('button', { name: sayAuthor('en', 'stale.still') }).click();
    await page.waitForFunction(() => document.querySelectorAll('.half.is-stale').length === 0);
    await page.locator('.preview').getByRole('button', { name: sayAuthor('en', 'lang.en') }).click();
    await page.locator('.preview .phone').getByText('Together.').first().waitFor();
  });

  test('sees beside the block that they go into what its readers will see, however far down it is', async () => {
    const page = await stage.visit({ ...DESK, lang: 'km', as: 'author@example.org' });
    await openLesson(page);
    const last = page.locator('.card[id^=thing-]:not(#thing-self)').last();
    const id = (await last.getAttribute('id'))?.slice('thing-'.length);
    const seen = page.locator(`.preview .phone [data-seen="${id}"]`);
    expect(await inView(seen)).toBe(false);
    await last.locator('[role=textbox]').first().focus();
    await page.waitForFunction((block) => document.querySelector('.preview .phone [data-now]')?.getAttribute('data-seen') === block, id);
    await page.waitForFunction(() => {
      const [box, one] = [document.querySelector('.preview .phone'), document.querySelector('.preview .phone [data-now]')].map((element) => element?.getBoundingClientRect());
      return box && one && one.top >= box.top && one.top < box.bottom;
    });
    expect(await seen.textContent()).not.toBe('');
  });

  test('loses nothing to a lost network and a closed page', async () => {
    const page = await stage.visit({ ...DESK, lang: 'km', as: 'author@example.org' });
    await openLesson(page);
    await page.route('**/api/drafts/*/edits', (route) => route.abort());
    await type(page, 'blocks/b1/text', 'km', ' ពិតមែន។');
    await page.locator('.save-state.offline').waitFor();
    await page.goto('about:blank');
    expect(textOf(await stored(page), 'b1', 'km')).not.toContain('ពិតមែន');
    await page.unroute('**/api/drafts/*/edits');
    const sent = taken(page, 'ពិតមែន');
    await openLesson(page);
    await half(page, 'blocks/b1/text', 'km').getByText('ពិតមែន').waitFor();
    await sent;
    expect(textOf(await stored(page), 'b1', 'km')).toContain('ពិតមែន។');
  });

  test('and another one in the same field are both shown, and choose', async () => {
    const [one, other] = [await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' }), await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' })];
    await Promise.all([openLesson(one), openLesson(other)]);
    // The second one's line is slow: it does not hear of the first one's words before its own are on their way.
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (free = resolve));
    await other.route('**/api/drafts/*/edits', async (route) => {
      await held;
      await route.continue();
    });
    const under = other.waitForRequest((request) => (request.postData() ?? '').includes('Second.'));
    await type(other, 'blocks/b2/text', 'en', ' Second.');
    await under;
    await write(one, 'blocks/b2/text', 'en', ' First.');
    free();
    const collision = other.locator('.collision');
    await collision.waitFor();
    expect(await collision.innerText()).toMatch(/Second\.[\s\S]*First\./);
    const mine = taken(other, 'Second.');
    await collision.getByRole('button', { name: sayAuthor('en', 'collision.takeMine') }).click();
    await mine;
    expect(textOf(await stored(other), 'b2', 'en')).toMatch(/ Second\.$/);
  });

  test('pastes from a word processor: words and strong words stay, everything else goes', async () => {
    const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' });
    await openLesson(page);
    await half(page, 'blocks/b5/text', 'en').locator('[role=textbox]').focus();
    await half(page, 'blocks/b5/text', 'en').locator('.writing.ProseMirror-focused').waitFor();
    await page.keyboard.press('Control+a');
    const pasted = taken(page, '**Listen** first.');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/html', '<html><body><!--StartFragment--><p class="MsoNormal" style="color:red"><b>Listen</b> <span style="font-size:40pt">first</span>.</p><p class="MsoNormal">ការ\u200bជួញដូរ<o:p></o:p></p><script>alert(1)</script><!--EndFragment--></body></html>');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await pasted;
    expect(textOf(await stored(page), 'b5', 'en')).toBe('**Listen** first.\n\nការ\u200bជួញដូរ');
  });
});

describe('an author without a mouse', () => {
  test('goes from block to block, moves and removes one, takes it all back, and is told of a reference that no Bible has', async () => {
    const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' });
    await openLesson(page);
    const order = () => page.locator('.thing > .card').evaluateAll((cards) => cards.map(({ id }) => id));
    const before = await order();
    const said = (words: string) => page.locator('.keys-said', { hasText: words }).waitFor();
    await page.locator('h1[tabindex]').focus();
    await page.keyboard.press('?');
    await page.locator('.keys-panel dl').waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    // A text becomes an editor in a later frame: until then the next key would begin from nowhere.
    await page.locator('#thing-self .ProseMirror-focused').waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.locator(`#${before[0]} .ProseMirror-focused`).waitFor();
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await said('Now 2 of');
    expect((await order()).slice(0, 2)).toEqual([before[1], before[0]]);
    await page.keyboard.press('Alt+Delete');
    await page.locator(`#${before[0]}`).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.locator(`#${before[0]}:focus`).waitFor();
    await page.keyboard.press('Control+z');
    await page.waitForFunction((id) => document.querySelector('.thing > .card')?.id === id, before[0]);
    expect(await order()).toEqual(before);
    expect(await page.locator(`#${before[0]} .half.is-stale`).count()).toBe(0);
    await type(page, 'blocks/b6/text', 'km', ' សូមអានលូកា ៩៩:១។');
    await half(page, 'blocks/b6/text', 'km').locator('.reference-notes', { hasText: '24' }).waitFor();
    expect(await page.evaluate(() => CSS.highlights.get('reference-wrong')?.size)).toBe(1);
    const back = taken(page, 'b6');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await back;
    await page.waitForFunction(() => document.querySelector('.reference-notes') === null);
  });
});

describe('a new lesson', () => {
  test('is written Khmer first with the keyboard, reviewed and published, and read', async () => {
    const author = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' });
    await author.goto('/author');
    await author.getByRole('button', { name: sayAuthor('en', 'begin.lesson') }).first().click();
    await author.getByText(sayAuthor('en', 'lesson.empty')).waitFor();
    const id = new URL(author.url()).pathname.split('/').at(-1) ?? '';
    await write(author, 'title', 'km', 'អ្នកជិតខាងដែលនៅស្ងៀម');
    await write(author, 'title', 'en', 'The quiet neighbour');
    await author.locator('.add-thing select').selectOption('callout');
    const block = await author.locator('.card[data-type=callout]').getAttribute('id');
    const thing = block?.replace('thing-', '') ?? '';
    await write(author, `blocks/${thing}/text`, 'km', 'សូមស្តាប់ កុំសួរដេញដោល ហើយហៅទៅលេខជំនួយ។');
    await write(author, `blocks/${thing}/text`, 'en', 'Listen, do not question, and call a help number.');
    const tagged = taken(author, 'law');
    await author.locator(`#${block}`).getByLabel(sayAuthor('en', 'competence.law')).check();
    await tagged;

    const course = ((await (await author.context().request.get(`${stage.url}/api/drafts`)).json()) as { courses: { id: string }[] }).courses[0]?.id;
    await author.goto(`/author/publish/${course}`);
    expect(await author.getByRole('button', { name: sayAuthor('en', 'publish.pilotDo') }).isDisabled()).toBe(true);
    const problems = author.locator('.problems.stops');
    // Words of law want a source and somebody who answers for them.
    await problems.getByRole('link', { name: sayAuthor('en', 'problem.law_without_source') }).click();
    await author.waitForURL(`**/author/${id}#${block}.sources`);
    await author.waitForFunction((words) => document.activeElement?.textContent?.includes(words), sayAuthor('en', 'source.choose'));
    await author.keyboard.press('Enter');
    await author.locator('.src-picker input').waitFor();
    await author.keyboard.type('trafficking 2008');
    const chosen = taken(author, 'law-2008');
    await author.keyboard.press('Enter');
    await chosen;
    await author.goto(`/author/publish/${course}`);
    await problems.getByRole('link', { name: /Law$/ }).waitFor();
    expect(await problems.getByText(sayAuthor('en', 'problem.law_without_source')).count()).toBe(0);
    await problems.getByRole('link', { name: /Law$/ }).click();
    await author.waitForURL(`**/author/${id}#${block}`);
    const safe = taken(author, 'safety');
    await author.locator(`#${block}`).getByRole('checkbox', { name: sayAuthor('en', 'competence.law') }).uncheck();
    await author.locator(`#${block}`).getByLabel(sayAuthor('en', 'competence.safety')).check();
    await safe;

    const reviewer = await stage.visit({ ...DESK, lang: 'en', as: 'reviewer@example.org' });
    await openLesson(reviewer, id);
    await reviewer.locator(`#${block} .status`).click();
    await reviewer.locator(`#${block} li`, { hasText: sayAuthor('en', 'competence.safety') }).getByRole('button', { name: sayAuthor('en', 'sign.do') }).click();
    await reviewer.locator(`#${block} li`, { hasText: '✓' }).waitFor();

    await author.goto(`/author/publish/${course}`);
    await author.getByRole('button', { name: sayAuthor('en', 'publish.pilotDo') }).click();
    await author.getByText(sayAuthor('en', 'publish.done')).waitFor();
    const reader = await stage.visit({ lang: 'km' });
    await reader.goto(`/learn/${id}`);
    await reader.getByText('កុំសួរដេញដោល').waitFor();
  });
});

describe('a recall', () => {
  test('takes the text away from who is reading it, says what changed, and keeps what was done', async () => {
    const author = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' });
    const ask = async (path: string, data: object) => {
      const answer = await author.context().request.post(`${stage.url}${path}`, { headers: { origin: stage.url }, data });
      expect(answer.ok()).toBe(true);
    };
    const reader = await stage.visit({ lang: 'km', as: 'DEMO-0036', serviceWorkers: 'allow' });
    await reader.goto(`/learn/${LESSON}`);
    await reader.getByText(say('km', 'lesson.finished')).waitFor();
    await reader.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const draft = await stored(author);
    const km = textOf(draft, 'b6', 'km');
    await ask(`/api/drafts/${LESSON}/edits`, { version: draft.version, edits: [{ op: 'set', path: ['blocks', 'b6', 'text'], lang: 'km', was: km, value: 'មនុស្សគ្រប់រូបមានតម្លៃស្មើគ្នា។ ដូច្នេះ យុត្តិធម៌ជាកិច្ចការរបស់យើងទាំងអស់គ្នា ហើយក៏ជាកិច្ចការរបស់ព្រះដែរ។' }] });
    const note = { km: 'ប្រយោគមួយខុស យើងបានកែហើយ។', en: 'One sentence was wrong; it is mended.' };
    const course = ((await (await author.context().request.get(`${stage.url}/api/drafts`)).json()) as { courses: { id: string }[] }).courses[0]?.id;
    await ask(`/api/courses/${course}/publish`, { kind: 'recall', note, recalled: [LESSON], release: false });
    await reader.goto(`/learn/${LESSON}`);
    await reader.locator('.recalled', { hasText: note.km }).waitFor();
    await reader.getByText('តម្លៃស្មើគ្នា').waitFor();
    await reader.getByText(say('km', 'lesson.finished')).waitFor();
  });
});
