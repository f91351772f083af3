import { describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { goInto, half, openDocument, stored, taken, type, write } from './support/editor.ts';
import { DESK, useStage } from './support/stage.ts';
import { say, sayAuthor } from './support/words.ts';

const stage = useStage();
const LESSON = 'k7f2qd';

const openLesson = (page: Page, id = LESSON) => openDocument(page, id);
const textOf = (draft: any, block: string, lang: string) => draft.document.body.blocks.find((one: any) => one.id === block).text[lang];

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

  test('loses nothing to a lost network and a closed page', async () => {
    const page = await stage.visit({ ...DESK, lang: 'km', as: 'author@example.org' });
    await openLesson(page);
    await page.route('**/api/drafts/*/edits', (route) => route.abort());
    await type(page, 'blocks/b1/text', 'km', ' ពិតមែន។');
    await page.locator('.save-state.offline').waitFor();
    await page.goto('about:blank');
    expect(textOf(await stored(page, LESSON), 'b1', 'km')).not.toContain('ពិតមែន');
    await page.unroute('**/api/drafts/*/edits');
    const sent = taken(page, 'ពិតមែន');
    await openLesson(page);
    await half(page, 'blocks/b1/text', 'km').getByText('ពិតមែន').waitFor();
    await sent;
    expect(textOf(await stored(page, LESSON), 'b1', 'km')).toContain('ពិតមែន។');
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
    expect(textOf(await stored(other, LESSON), 'b2', 'en')).toMatch(/ Second\.$/);
  });

  test('whose words come in while somebody types in the same text lose none of them, however short the moment', async () => {
    const [one, other] = [await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' }), await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' })];
    await other.clock.install();
    await Promise.all([openLesson(one), openLesson(other)]);
    await goInto(half(other, 'blocks/b4/text', 'en'));
    await other.keyboard.press('Control+End');
    await write(one, 'blocks/b4/text', 'en', ' Theirs.');
    // The answer is on its way while the second one types, and is there before a pause has told of it.
    let free: () => void = () => undefined;
    const typed = new Promise<void>((resolve) => (free = resolve));
    await other.route('**/api/drafts/*/edits', async (route) => {
      const answer = await route.fetch();
      await typed;
      await route.fulfill({ response: answer });
    });
    const asks = other.waitForRequest((request) => request.url().endsWith('/edits'));
    await other.clock.pauseAt(Date.now() + 60_000);
    await asks;
    await other.keyboard.insertText(' Mine.');
    free();
    await half(other, 'blocks/b4/text', 'km').locator('ins', { hasText: 'Theirs' }).waitFor();
    await other.clock.resume();
    const collision = other.locator('.collision');
    await collision.waitFor();
    expect(await collision.innerText()).toMatch(/ Mine\.[\s\S]* Theirs\./);
    expect(textOf(await stored(one, LESSON), 'b4', 'en')).toMatch(/ Theirs\.$/);
    await collision.getByRole('button', { name: sayAuthor('en', 'collision.takeTheirs') }).click();
    await half(other, 'blocks/b4/text', 'en').getByText('Theirs.').waitFor();
  });

  test('changes nothing by looking at a text, and takes nobody else’s words back', async () => {
    const [page, other] = [await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' }), await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' })];
    await Promise.all([openLesson(page), openLesson(other)]);
    const { document } = await stored(page, LESSON);
    const set = (path: string[], was: string, value: string) => ({ op: 'set', path, lang: 'en', was, value });
    const [title, block] = ['Seek **justice** ** now', 'One ** two\n\n\nthree'];
    const edits = [set(['title'], document.body.title.en, title), set(['blocks', 'b3', 'text'], textOf({ document }, 'b3', 'en'), block)];
    const done = await page.context().request.post(`${stage.url}/api/drafts/${LESSON}/edits`, { headers: { origin: stage.url }, data: { version: 0, edits } });
    expect((await done.json()).outcomes).toEqual([{ result: 'done' }, { result: 'done' }]);
    await half(page, 'title', 'en').getByText('now').waitFor();
    for (const path of ['title', 'blocks/b3/text']) await goInto(half(page, path, 'en'));
    await write(page, 'blocks/b5/text', 'en', ' Mine.');
    const now = await stored(page, LESSON);
    expect([now.document.body.title.en, textOf(now, 'b3', 'en')]).toEqual([title, block]);

    await half(other, 'blocks/b5/text', 'en').getByText('Mine.').waitFor();
    await write(other, 'blocks/b5/text', 'en', ' Theirs.');
    const writing = half(page, 'blocks/b5/text', 'en').locator('.writing.ProseMirror-focused', { hasText: 'Theirs.' });
    await writing.waitFor();
    await page.keyboard.press('Control+z');
    expect(await writing.innerText()).toMatch(/Mine\. Theirs\.$/);
  });

  test('hears what a reviewer says and signs while the lesson lies open', async () => {
    const [author, reviewer] = [await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' }), await stage.visit({ ...DESK, lang: 'km', as: 'reviewer@example.org' })];
    await Promise.all([openLesson(author), openLesson(reviewer)]);
    const [seen, said] = [author, reviewer].map((page) => page.locator('.thing', { has: page.locator('#thing-b5') })) as [Locator, Locator];
    await said.locator('.status').first().click();
    await said.getByLabel(sayAuthor('km', 'comment.write')).fill('សូមពន្យល់ពាក្យនេះ។');
    await said.getByRole('button', { name: sayAuthor('km', 'comment.send') }).click();
    await seen.locator('.status', { hasText: sayAuthor('en', 'comment.open_one').replace('{{n}}', '1') }).first().click();
    await seen.getByText('សូមពន្យល់ពាក្យនេះ។').waitFor();
    await said.getByRole('button', { name: sayAuthor('km', 'comment.settle') }).click();
    await seen.locator('.comment.settled').waitFor();
    await said.getByRole('button', { name: sayAuthor('km', 'sign.do') }).first().click();
    await seen.locator('.review-box li', { hasText: '✓' }).first().waitFor();
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
    expect(textOf(await stored(page, LESSON), 'b5', 'en')).toBe('**Listen** first.\n\nការ\u200bជួញដូរ');
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
    await page.locator('#thing-b6:focus').waitFor();
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
    const heading = (name: string) => author.locator('.document-head').getByRole('heading', { level: 1, name }).waitFor();
    await heading(sayAuthor('en', 'tree.untitled'));
    await write(author, 'title', 'km', 'អ្នកជិតខាងដែលនៅស្ងៀម');
    await heading('អ្នកជិតខាងដែលនៅស្ងៀម');
    await write(author, 'title', 'en', 'The quiet neighbour');
    await heading('The quiet neighbour');
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
    const draft = await stored(author, LESSON);
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

test('the preview is scrolled without being used, and goes where the author goes', async () => {
  const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' });
  await openLesson(page);
  for (const shown of ['phone', 'slides'] as const) {
    await page.locator('.preview').getByRole('button', { name: sayAuthor('en', `preview.${shown}`) }).click();
    const pane = page.locator(`.preview .${shown}`);
    await pane.hover();
    await page.mouse.wheel(0, 200);
    await page.waitForFunction((name) => (document.querySelector(`.preview .${name}`)?.scrollTop ?? 0) > 0, shown);
    await goInto(half(page, 'blocks/b6/text', 'en'));
    await page.waitForFunction((name) => {
      const all = document.querySelector(`.preview .${name}`)?.getBoundingClientRect();
      const block = document.querySelector(`.preview .${name} :is([data-block=b6], [data-slide^=b6])`)?.getBoundingClientRect();
      // What is being written is marked there.
      return document.querySelector(`.preview .${name} [data-now][data-seen=b6]`) && all && block && block.top >= all.top && block.top < all.top + all.height / 2;
    }, shown);
    await page.keyboard.press('Escape');
    await page.locator('#thing-self').focus();
  }
});

describe('the caret of an author', () => {
  test('stays in a text that was not there before it was saved, and keys take back what the mouse has removed', async () => {
    const page = await stage.visit({ ...DESK, lang: 'en', as: 'author@example.org' });
    await openLesson(page);
    const card = page.locator('.thing > .card', { has: page.locator('> .more') }).first();
    await card.locator('> .more > summary').first().click();
    const notes = card.locator('[data-path$="/notes"][data-lang=en]');
    await goInto(notes);
    const begun = taken(page, 'Read slowly');
    await page.keyboard.insertText('Read slowly');
    await begun;
    const done = taken(page, 'Read slowly, then wait.');
    await page.keyboard.insertText(', then wait.');
    await done;

    const list = page.locator('ol.things').first();
    const before = await list.textContent();
    const gone = taken(page, 'remove');
    await list.locator('.list-do').first().getByRole('button', { name: sayAuthor('en', 'thing.remove') }).click();
    await gone;
    expect(await list.textContent()).not.toBe(before);
    await page.keyboard.press('Control+z');
    await page.waitForFunction((words) => document.querySelector('ol.things')?.textContent === words, before);
  });
});
