import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AUTHOR_SCREENS } from './author-screens.ts';
import { darkFaults, faultsOf } from './inspect.ts';
import { LEARNER_SCREENS, type Scene, type Screens } from './screens.ts';
import { type Server, startServer } from './server.ts';
import { DESK, PHONE, type Stage, useStage } from './stage.ts';
import { STAFF_SCREENS } from './staff-screens.ts';
import type { Lang } from './words.ts';

/** Every screen there is, in every state that it has. */
export const ALL_SCREENS: Screens = { ...LEARNER_SCREENS, ...STAFF_SCREENS, ...AUTHOR_SCREENS };

const FIRST = { name: 'First', email: 'first@example.org', password: 'nobody-here-yet' };
const SCENES = Object.entries(ALL_SCREENS).flatMap(([path, states]) => Object.entries(states).map(([state, scene]) => ({ path, state, scene })));

/** An installation with nobody but its first coordinator. */
async function startWithNobody(): Promise<Server> {
  const nobody = await startServer({ demo: false });
  const token = new URLSearchParams(new URL(nobody.firstCoordinatorLink ?? '').hash.slice(1)).get('token');
  const answer = await fetch(`${nobody.url}/api/invitations/accept`, {
    method: 'POST',
    headers: { origin: nobody.url, 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...FIRST }),
  });
  expect(answer.status).toBe(200);
  return nobody;
}

/** A browser in front of the scene: on the right installation, signed in as the scene wants it. */
async function audience(stage: Stage, nobody: Server, scene: Scene, lang: Lang): Promise<{ page: Page; base: string }> {
  const base = scene.nobody ? nobody.url : stage.url;
  const page = await stage.visit({ ...PHONE, lang, ...(scene.as ? { as: scene.as } : {}) }, base);
  if (scene.nobody) await stage.signIn(page.context(), FIRST.email, base, FIRST.password);
  return { page, base };
}

/** Everything that is wrong with what is shown: on the phone by day and night, a staff page on a desk too. */
async function look(page: Page, lang: Lang, onDesk: boolean): Promise<string[]> {
  const faults = await faultsOf(page, lang, PHONE.viewport.width);
  if (lang === 'km') faults.push(...(await darkFaults(page)));
  if (!onDesk) return faults;
  await page.setViewportSize(DESK.viewport);
  return [...faults, ...(await faultsOf(page, lang, DESK.viewport.width)).map((fault) => `on a desk: ${fault}`)];
}

/** A test for every screen in every state, in one language. */
export function testScenes(lang: Lang): void {
  const stage = useStage({ microphone: true });
  let nobody: Server;
  beforeAll(async () => void (nobody = await startWithNobody()));
  afterAll(() => nobody.stop());

  test.each(SCENES)('$path, $state', async ({ path, scene }) => {
    const { page, base } = await audience(stage, nobody, scene, lang);
    await scene.make(page, lang, base);
    expect(await look(page, lang, /^\/(?:staff|author)/.test(path))).toEqual([]);
  });
}
