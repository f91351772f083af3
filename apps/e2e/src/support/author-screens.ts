import type { Page } from 'playwright-core';
import { unfold } from './editor.ts';
import { failing, type Scene, type Screens } from './screens.ts';
import { sayAuthor } from './words.ts';

const AUTHOR = 'author@example.org';
const REVIEWER = 'reviewer@example.org';
const LESSON = 'k7f2qd';
const QUIZ = 'q8x3mt';

async function courseOf(page: Page, url: string): Promise<string> {
  const answer = await page.context().request.get(`${url}/api/drafts`);
  return ((await answer.json()) as { courses: { id: string }[] }).courses[0]?.id ?? '';
}

const tree: Scene = {
  as: AUTHOR,
  make: async (page) => {
    await page.goto('/author');
    await page.locator('.tree .in-module').first().waitFor();
  },
};

const broken = (path: string): Scene => ({
  as: AUTHOR,
  make: async (page) => {
    await page.route('**/api/drafts**', failing);
    await page.route('**/api/courses/**', failing);
    await page.goto(path);
    await page.locator('[role=alert], .author-screen [role=status]').first().waitFor();
  },
});

/** A file for a translator with a text changed, one that is gone and one that collides; and a course that differs here. */
async function bringTranslation(page: Page, url: string): Promise<void> {
  const text = await (await page.context().request.get(`${url}/api/drafts/${LESSON}/xliff?to=km`)).text();
  const [first = '', second = ''] = text.match(/<target>[^<]{30,}<\/target>/g) ?? [];
  const changed = text.replace(first, '<target>សូមស្តាប់ដោយយកចិត្តទុកដាក់។</target>').replace('_b3_', '_b99_');
  const collides = changed.replace(second, '<target>សូមអានម្តងទៀត។</target>').replaceAll(/ *<mda:metadata>.*<\/mda:metadata>\n/g, '');
  await page.locator('input[type=file]').setInputFiles({ name: 'lesson.xlf', mimeType: 'application/xliff+xml', buffer: Buffer.from(collides) });
  await page.locator('.exchange-result').waitFor();
}

async function paper(page: Page): Promise<void> {
  await page.goto(`/author/paper/${LESSON}`);
  await page.locator('table.proof-sheet').waitFor();
}

async function glossary(page: Page): Promise<void> {
  await page.goto('/author/glossary');
  await page.locator('.glossary-list li').first().waitFor();
}

/** The authors' side. Kept by hand like the others. */
export const AUTHOR_SCREENS: Screens = {
  '/author/': { empty: { ...tree, as: REVIEWER }, full: tree, error: broken('/author') },
  '/author/*': { empty: tree, full: tree, error: broken('/author/no/where') },
  '/author/:id': {
    empty: {
      as: AUTHOR,
      make: async (page, lang) => {
        await page.goto('/author');
        await page.getByRole('button', { name: sayAuthor(lang, 'begin.lesson') }).first().click();
        await page.getByText(sayAuthor(lang, 'lesson.empty')).waitFor();
      },
    },
    full: {
      as: AUTHOR,
      make: async (page) => {
        await page.goto(`/author/${LESSON}`);
        await page.locator('.card').nth(6).waitFor();
        await page.locator('.contact-codes summary').click();
        await page.locator('.contact-codes li').first().waitFor();
        await page.locator('#thing-b7 .status').click();
        await page.locator('.review-box').waitFor();
        await page.locator('.keys-panel button').click();
        await page.locator('#thing-b7 .src-field .add-small').click();
        await page.locator('.src-picker input').waitFor();
      },
    },
    error: broken(`/author/${LESSON}`),
    'a file that is not taken': {
      as: AUTHOR,
      make: async (page, lang) => {
        await page.goto('/author');
        await page.getByRole('button', { name: sayAuthor(lang, 'begin.lesson') }).first().click();
        await page.locator('.add-thing select').selectOption('image');
        await page.locator('.md-field input').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
        await page.locator('.md-sending [role=alert]').waitFor();
      },
    },
    'full, questions': {
      as: AUTHOR,
      make: async (page, lang) => {
        await page.goto(`/author/${QUIZ}`);
        await page.locator('.gloss').first().waitFor();
        await page.locator('.half[data-lang=en] [role=textbox]').first().focus();
        await page.locator('.writing.ProseMirror-focused').waitFor();
        await unfold(page, sayAuthor(lang, 'bank.title'));
        await page.locator('.bank input').fill('ប៉ូលិស');
        await page.getByRole('button', { name: sayAuthor(lang, 'bank.find') }).click();
        await page.locator('.bank li').first().waitFor();
      },
    },
    'full, reviewer': {
      as: REVIEWER,
      make: async (page, lang) => {
        await page.goto(`/author/${LESSON}`);
        await page.locator('#thing-b7 .status').click();
        await page.getByRole('button', { name: sayAuthor(lang, 'sign.do') }).first().waitFor();
        await page.getByRole('button', { name: sayAuthor(lang, 'history.title') }).click();
        await page.locator('.history li').first().waitFor();
      },
    },
  },
  '/author/bring': {
    empty: {
      as: AUTHOR,
      make: async (page) => {
        await page.goto('/author/bring');
        await page.locator('input[type=file]').waitFor();
      },
    },
    full: {
      as: AUTHOR,
      make: async (page, _, url) => {
        const zip = await (await page.context().request.get(`${url}/api/drafts/${await courseOf(page, url)}/package`)).body();
        await page.goto('/author/bring');
        await page.locator('input[type=file]').setInputFiles({ name: 'course.zip', mimeType: 'application/zip', buffer: zip });
        await page.locator('.exchange-choice').waitFor();
        for (const list of await page.locator('.exchange-result details').all()) await list.evaluate((one) => one.setAttribute('open', ''));
      },
    },
    error: {
      as: AUTHOR,
      make: async (page) => {
        await page.goto('/author/bring');
        await page.locator('input[type=file]').setInputFiles({ name: 'course.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
        await page.locator('.exchange-result [role=alert]').waitFor();
      },
    },
  },
  '/author/exchange/:id': {
    empty: {
      as: REVIEWER,
      make: async (page, _, url) => {
        await page.goto(`/author/exchange/${await courseOf(page, url)}`);
        await page.locator('.exchange-part').nth(1).waitFor();
      },
    },
    full: {
      as: AUTHOR,
      make: async (page, _, url) => {
        await page.goto(`/author/exchange/${LESSON}`);
        await page.locator('.exchange-part').first().waitFor();
        await bringTranslation(page, url);
      },
    },
    error: broken(`/author/exchange/${LESSON}`),
  },
  '/author/sources': {
    empty: {
      as: REVIEWER,
      make: async (page) => {
        await page.goto('/author/sources');
        await page.locator('.src-list li').first().waitFor();
        await page.locator('.src-do button').first().click();
        await page.locator('.src-history li button').first().click();
        await page.locator('.src-history section').waitFor();
      },
    },
    full: {
      as: AUTHOR,
      make: async (page, lang) => {
        await page.goto('/author/sources');
        await page.locator('.src-uses').first().click();
        await page.getByRole('button', { name: new RegExp(`^${sayAuthor(lang, 'source.change')}: `) }).nth(1).click();
        await page.locator('.src-form').waitFor();
      },
    },
    error: {
      as: AUTHOR,
      make: async (page) => {
        await page.route('**/api/sources', failing);
        await page.goto('/author/sources');
        await page.locator('[role=alert]').first().waitFor();
      },
    },
  },
  '/author/listen/:id': {
    empty: {
      as: AUTHOR,
      make: async (page, lang) => {
        await page.goto('/author');
        await page.getByRole('button', { name: sayAuthor(lang, 'begin.lesson') }).first().click();
        await page.getByText(sayAuthor(lang, 'lesson.empty')).waitFor();
        await page.locator('.nar-link a').first().click();
        await page.getByText(sayAuthor(lang, 'record.nothing')).waitFor();
      },
    },
    full: {
      as: AUTHOR,
      make: async (page) => {
        await page.goto(`/author/listen/${LESSON}`);
        await page.locator('.rec-main').click();
        await page.locator('.rec-time', { hasText: /[1១]$/ }).waitFor();
        await page.locator('.rec-main').click();
        await page.locator('.rec-take').waitFor();
      },
    },
    error: broken(`/author/listen/${LESSON}`),
    'no microphone': {
      as: AUTHOR,
      make: async (page) => {
        await page.addInitScript(() => {
          navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
        });
        await page.goto(`/author/listen/${LESSON}`);
        await page.locator('.rec-ask [role=alert]').waitFor();
      },
    },
  },
  '/author/glossary': {
    empty: {
      as: REVIEWER,
      make: async (page) => {
        await glossary(page);
        await page.locator('.glossary-head input').fill('zzz');
      },
    },
    full: {
      as: AUTHOR,
      make: async (page, lang) => {
        await glossary(page);
        await page.getByRole('button', { name: sayAuthor(lang, 'glossary.add') }).click();
        await page.getByRole('button', { name: new RegExp(`^${sayAuthor(lang, 'glossary.change')}`) }).nth(1).click();
      },
    },
    error: {
      as: AUTHOR,
      make: async (page) => {
        await page.route('**/api/glossary', failing);
        await page.goto('/author/glossary');
        await page.locator('[role=alert]').first().waitFor();
      },
    },
  },
  '/author/paper/:id': {
    empty: { as: AUTHOR, make: (page) => paper(page) },
    full: {
      as: AUTHOR,
      make: async (page, lang) => {
        await paper(page);
        await page.getByRole('button', { name: sayAuthor(lang, 'lang.km'), exact: true }).click();
      },
    },
    error: broken(`/author/paper/${LESSON}`),
  },
  '/author/publish/:id': {
    empty: {
      as: AUTHOR,
      make: async (page, _, url) => {
        await page.goto(`/author/publish/${await courseOf(page, url)}`);
        await page.locator('.publish').waitFor();
      },
    },
    full: {
      as: AUTHOR,
      make: async (page, lang, url) => {
        await page.goto(`/author/publish/${await courseOf(page, url)}`);
        await page.locator('.publish .problems').first().waitFor();
        await page.getByText(sayAuthor(lang, 'publish.kinds.recall')).click();
        for (const list of await page.locator('.problems').all()) await list.evaluate((one) => one.setAttribute('open', ''));
      },
    },
    error: broken('/author/publish/aaaaaa'),
  },
};
