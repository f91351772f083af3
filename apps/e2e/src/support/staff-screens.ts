import type { Page } from 'playwright-core';
import { failing, type Scene, type Screens } from './screens.ts';
import { type Lang, say } from './words.ts';

const COORDINATOR = 'coordinator@example.org';

async function open(page: Page, lang: Lang, path: string, heading: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: say(lang, heading) }).waitFor();
}

const empty = (path: string): Scene => ({
  nobody: true,
  make: async (page, lang) => {
    await open(page, lang, path, 'list.title');
    await page.getByRole('heading', { name: say(lang, 'list.firstTitle') }).waitFor();
  },
});

const list = (path: string): Scene => ({
  as: COORDINATOR,
  make: async (page, lang) => {
    await open(page, lang, path, 'list.title');
    await page.locator('tr.person').first().waitFor();
  },
});

const brokenList = (path: string): Scene => ({
  as: COORDINATOR,
  make: async (page, lang) => {
    await page.route('**/api/people/search', failing);
    await open(page, lang, path, 'list.title');
    await page.getByRole('heading', { name: say(lang, 'failed.title') }).waitFor();
  },
});

/** Fills in what must be filled in, and sends it. */
async function add(page: Page, lang: Lang): Promise<void> {
  await page.locator('input[name=name]').fill('ទេព សុភ័ក្រ');
  await page.locator('select[name=province]').selectOption('battambang');
  await page.getByRole('button', { name: say(lang, 'add.save') }).click();
}

/** Makes a group; its line stands open. */
async function makeCohort(page: Page, lang: Lang): Promise<void> {
  await open(page, lang, '/staff/cohorts', 'cohort.title');
  await page.getByRole('button', { name: say(lang, 'cohort.make') }).click();
  await page.locator('input[name=name]').fill('ក្រុមខែវិច្ឆិកា');
  await page.locator('select[name=province]').selectOption('battambang');
  await page.getByRole('button', { name: say(lang, 'cohort.makeIt') }).click();
  await page.getByRole('button', { name: say(lang, 'cohort.close') }).waitFor();
}

/** The first number, opened. */
async function openNumber(page: Page, lang: Lang): Promise<void> {
  await open(page, lang, '/staff/contacts', 'number.title');
  await page.locator('.number-item .row-open').first().click();
  await page.locator('.number-facts').waitFor();
}

const missing: Scene = { as: COORDINATOR, make: (page, lang) => open(page, lang, '/staff/nowhere', 'staff.notFoundTitle') };

/** The coordinator's side. Kept by hand like the learner's. */
export const STAFF_SCREENS: Screens = {
  '/staff/': {
    empty: empty('/staff'),
    full: {
      as: COORDINATOR,
      make: async (page, lang) => {
        await list('/staff').make(page, lang, '');
        await page.locator('.row-open').first().click();
        await page.locator('.modules-open').waitFor();
      },
    },
    error: brokenList('/staff'),
    'empty, nobody fits': {
      as: COORDINATOR,
      make: async (page, lang) => {
        await list('/staff').make(page, lang, '');
        await page.getByRole('searchbox').fill('xyz');
        await page.getByRole('heading', { name: say(lang, 'list.emptyTitle') }).waitFor();
      },
    },
    'full, new card': {
      as: COORDINATOR,
      make: async (page, lang) => {
        await list('/staff').make(page, lang, '');
        await page.locator('.row-open').first().click();
        await page.getByRole('button', { name: say(lang, 'open.newCard') }).click();
        await page.getByRole('button', { name: say(lang, 'open.newCardYes') }).waitFor();
      },
    },
    // Among the invented people several have one name.
    'full, same person': {
      as: COORDINATOR,
      make: async (page, lang) => {
        await list('/staff').make(page, lang, '');
        await page.getByRole('searchbox').fill('ទេព ដារ៉ា');
        await page.getByText(say(lang, 'list.shownAll', { n: 2 })).waitFor();
        await page.locator('.row-open').first().click();
        await page.getByRole('button', { name: say(lang, 'same.compare') }).first().click();
        await page.getByRole('button', { name: say(lang, 'same.yes') }).waitFor();
      },
    },
    'full, what a reviewer signs off': {
      as: COORDINATOR,
      make: async (page, lang) => {
        await list('/staff').make(page, lang, '');
        await page.locator('.word select').first().selectOption('reviewer');
        await page.getByRole('button', { name: 'Demo Reviewer' }).click();
        await page.locator('.competences').waitFor();
      },
    },
    'error, row': {
      as: COORDINATOR,
      make: async (page, lang) => {
        await page.route('**/progress', failing);
        await list('/staff').make(page, lang, '');
        await page.locator('.row-open').first().click();
        await page.getByRole('heading', { name: say(lang, 'failed.title') }).waitFor();
      },
    },
  },
  '/staff/people': { empty: empty('/staff/people'), full: list('/staff/people'), error: brokenList('/staff/people') },
  '/staff/cohorts': {
    empty: {
      nobody: true,
      make: async (page, lang) => {
        await open(page, lang, '/staff/cohorts', 'cohort.title');
        await page.getByRole('heading', { name: say(lang, 'cohort.emptyTitle') }).waitFor();
      },
    },
    full: { as: COORDINATOR, make: makeCohort },
    error: {
      as: COORDINATOR,
      make: async (page, lang) => {
        await page.route('**/api/cohorts', failing);
        await open(page, lang, '/staff/cohorts', 'cohort.title');
        await page.getByRole('heading', { name: say(lang, 'failed.title') }).waitFor();
      },
    },
    'full, closed': {
      as: COORDINATOR,
      make: async (page, lang) => {
        await makeCohort(page, lang);
        await page.getByRole('button', { name: say(lang, 'cohort.close') }).click();
        await page.getByText(say(lang, 'cohort.nowClosed')).waitFor();
      },
    },
    'error, empty lines': {
      as: COORDINATOR,
      make: async (page, lang) => {
        await open(page, lang, '/staff/cohorts', 'cohort.title');
        await page.getByRole('button', { name: say(lang, 'cohort.make') }).click();
        await page.getByRole('button', { name: say(lang, 'cohort.makeIt') }).click();
        await page.getByText(say(lang, 'cohort.errorName')).waitFor();
      },
    },
  },
  '/staff/contacts': {
    empty: {
      as: COORDINATOR,
      make: async (page, lang) => {
        await page.route('**/api/office/contacts', (route) => route.fulfill({ json: { contacts: [], today: '2026-11-27' } }));
        await open(page, lang, '/staff/contacts', 'number.title');
        await page.getByRole('heading', { name: say(lang, 'number.emptyTitle') }).waitFor();
      },
    },
    full: { as: COORDINATOR, make: openNumber },
    error: {
      as: COORDINATOR,
      make: async (page, lang) => {
        await page.route('**/api/office/contacts', failing);
        await open(page, lang, '/staff/contacts', 'number.title');
        await page.getByRole('heading', { name: say(lang, 'failed.title') }).waitFor();
      },
    },
    'full, rung': {
      as: COORDINATOR,
      make: async (page, lang) => {
        await openNumber(page, lang);
        await page.getByRole('button', { name: say(lang, 'number.rung') }).click();
        await page.getByRole('button', { name: say(lang, 'number.rungYes') }).waitFor();
      },
    },
    'full, named in lessons': {
      as: COORDINATOR,
      make: async (page, lang) => {
        await openNumber(page, lang);
        await page.getByRole('button', { name: say(lang, 'number.retire') }).click();
        await page.getByRole('group').getByRole('link').first().waitFor();
      },
    },
    'error, empty lines': {
      as: COORDINATOR,
      make: async (page, lang) => {
        await open(page, lang, '/staff/contacts', 'number.title');
        await page.getByRole('button', { name: say(lang, 'number.add') }).click();
        await page.getByRole('button', { name: say(lang, 'number.addIt') }).click();
        await page.getByText(say(lang, 'number.error.number')).waitFor();
      },
    },
  },
  '/staff/add': {
    empty: { nobody: true, make: (page, lang) => open(page, lang, '/staff/add', 'add.title') },
    full: {
      as: COORDINATOR,
      make: async (page, lang) => {
        await open(page, lang, '/staff/add', 'add.title');
        await add(page, lang);
        await page.locator('.added .code-card').waitFor();
      },
    },
    error: {
      as: COORDINATOR,
      make: async (page, lang) => {
        await page.route('**/api/people', failing);
        await open(page, lang, '/staff/add', 'add.title');
        await add(page, lang);
        await page.getByText(say(lang, 'add.error.failed')).waitFor();
      },
    },
    'error, empty lines': {
      as: COORDINATOR,
      make: async (page, lang) => {
        await open(page, lang, '/staff/add', 'add.title');
        await page.getByRole('button', { name: say(lang, 'add.save') }).click();
        await page.getByText(say(lang, 'add.error.name')).waitFor();
      },
    },
  },
  '/staff/*': {
    empty: { as: 'DEMO-0014', make: (page, lang) => open(page, lang, '/staff/nowhere', 'staff.notAllowedTitle') },
    full: missing,
    error: {
      make: async (page) => {
        await page.goto('/staff/nowhere');
        await page.waitForURL('**/sign-in');
        await page.locator('h1').waitFor();
      },
    },
  },
};
