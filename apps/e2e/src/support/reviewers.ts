import type { Page } from 'playwright-core';
import { DESK, type Stage } from './stage.ts';
import { type Lang, sayAuthor } from './words.ts';

const PASSWORD = 'ខ្ញុំស្រឡាញ់កម្ពុជា';

/** Somebody whom a coordinator has invited, and who may sign off one thing alone. @returns a page of theirs. */
export async function reviewer(stage: Stage, { name, competence, lang }: { name: string; competence: string; lang: Lang }): Promise<Page> {
  const headers = { origin: stage.url };
  const office = (await stage.visit({ as: 'coordinator@example.org' })).context().request;
  const email = `${competence.replace(':', '-')}@example.org`;
  const about = { name, role: 'reviewer', province: 'battambang', commune: null, church: null, phone: null, gender: 'not-said', ageBand: 'not-said', email };
  const added = (await (await office.post('/api/people', { headers, data: about })).json()) as { person: { id: string }; invitation: string };
  const page = await stage.visit({ ...DESK, lang });
  await page.context().request.post('/api/invitations/accept', { headers, data: { token: added.invitation.split('token=')[1], password: PASSWORD } });
  await office.post(`/api/people/${added.person.id}/competences`, { headers, data: { competences: [competence] } });
  await stage.signIn(page.context(), email, stage.url, PASSWORD);
  return page;
}

/** Signs everything of an open document that waits for whoever looks, one thing after another. @returns the types of what was signed. */
export async function signAll(page: Page, lang: Lang): Promise<string[]> {
  const signed: string[] = [];
  const next = page.locator('.for-me button');
  await next.waitFor();
  while (await next.count()) {
    await next.click();
    const card = page.locator(`#${await page.locator('.card', { has: page.locator('.status:focus') }).getAttribute('id')}`);
    signed.push((await card.getAttribute('data-type')) ?? 'own');
    const sign = card.getByRole('button', { name: sayAuthor(lang, 'sign.do') });
    await sign.click();
    await sign.waitFor({ state: 'detached' });
    await card.locator('.review-box li', { hasText: '✓' }).first().waitFor();
  }
  return signed;
}
