import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';
import { DESK } from './stage.ts';
import { type Lang, say } from './words.ts';

/** What a network that lets no small thing through keeps from the server; texts that are fetched by hash still come. */
const SMALL = /\/api\/(?!snapshots|curriculum|contacts)/;

/** The phone has no network for anything but texts that it would have kept anyway. */
export async function loseNetwork(page: Page): Promise<void> {
  await page.route(SMALL, (route) => route.abort('connectionreset'));
}

/** There is a network again. */
export async function findNetwork(page: Page): Promise<void> {
  await page.unroute(SMALL);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

/** Until the map has looked at what the phone holds, nothing of it waits, and there is nothing else to say. */
export async function allSent(page: Page): Promise<void> {
  await page.locator('.waiting[aria-busy="false"]', { hasText: /^$/ }).waitFor({ state: 'attached' });
}

/** The id of the person whom the phone is open for, as the phone knows it. */
export async function readerOf(page: Page): Promise<string> {
  const found = (await page.context().cookies()).find(({ name }) => name === 'sj_profile')?.value;
  if (!found) throw new Error('nobody reads');
  return found;
}

/** Types the digits of the reader whom the phone asks for. */
export async function typeDigits(page: Page, lang: Lang, digits: string): Promise<void> {
  await page.locator('#digits').fill(digits);
  await page.getByRole('button', { name: say(lang, 'digits.open') }).tap();
}

/** The lessons that a coordinator sees as finished by a person. */
export async function lessonsOf(stage: Stage, person: string): Promise<string[]> {
  const office = await stage.visit({ ...DESK, as: 'coordinator@example.org' });
  const answer = await office.context().request.get(`/api/people/${person}/progress`);
  const { state } = (await answer.json()) as { state: { evidence: Record<string, { kind: string; lesson?: string }> } };
  return Object.values(state.evidence).flatMap(({ lesson }) => lesson ?? []);
}
