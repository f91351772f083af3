import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AUTHOR_SCREENS } from './support/author-screens.ts';
import { darkFaults, faultsOf } from './support/inspect.ts';
import { routerPaths, servedPaths } from './support/router-paths.ts';
import { LEARNER_SCREENS, type Scene, type Screens } from './support/screens.ts';
import { type Server, startServer } from './support/server.ts';
import { DESK, PHONE, useStage } from './support/stage.ts';
import { STAFF_SCREENS } from './support/staff-screens.ts';
import { LANGS, type Lang } from './support/words.ts';

const stage = useStage({ microphone: true });
const ALL: Screens = { ...LEARNER_SCREENS, ...STAFF_SCREENS, ...AUTHOR_SCREENS };
const FIRST = { name: 'First', email: 'first@example.org', password: 'nobody-here-yet' };
let nobody: Server;

beforeAll(async () => {
  nobody = await startServer({ demo: false });
  const token = new URLSearchParams(new URL(nobody.firstCoordinatorLink ?? '').hash.slice(1)).get('token');
  const answer = await fetch(`${nobody.url}/api/invitations/accept`, {
    method: 'POST',
    headers: { origin: nobody.url, 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...FIRST }),
  });
  expect(answer.status).toBe(200);
});
afterAll(() => nobody.stop());

/** A browser in front of the scene: on the right installation, signed in as the scene wants it. */
async function audience(scene: Scene, lang: Lang): Promise<{ page: Page; base: string }> {
  const base = scene.nobody ? nobody.url : stage.url;
  const page = await stage.visit({ ...PHONE, lang, ...(scene.as ? { as: scene.as } : {}) }, base);
  if (scene.nobody) await stage.signIn(page.context(), FIRST.email, base, FIRST.password);
  return { page, base };
}

/** Everything that is wrong with a scene: on the phone by day and night, a staff page on a desk too. */
async function look(scene: Scene, lang: Lang, onDesk: boolean): Promise<string[]> {
  const { page, base } = await audience(scene, lang);
  await scene.make(page, lang, base);
  const faults = await faultsOf(page, lang, PHONE.viewport.width);
  if (lang === 'km') faults.push(...(await darkFaults(page)));
  if (!onDesk) return faults;
  await page.setViewportSize(DESK.viewport);
  return [...faults, ...(await faultsOf(page, lang, DESK.viewport.width)).map((fault) => `on a desk: ${fault}`)];
}

describe('the table of screens', () => {
  test('has a line for every path of the routers and every page of the server', () => {
    const paths = routerPaths();
    expect(paths).toContain('/learn/:id');
    expect(paths).toContain('/staff/add');
    expect(paths.filter((path) => !(path in ALL))).toEqual([]);
    expect(servedPaths().filter((path) => !(path in ALL) && !(`${path}/` in ALL))).toEqual([]);
  });

  test('has no line for a path that is gone', () => {
    const known = new Set([...routerPaths(), ...servedPaths()]);
    expect(Object.keys(ALL).filter((path) => !known.has(path))).toEqual([]);
  });
});

const scenes = Object.entries(ALL).flatMap(([path, states]) => Object.entries(states).map(([state, scene]) => ({ path, state, scene })));

describe.each(LANGS)('in %s', (lang) => {
  test.each(scenes)('$path, $state', async ({ path, scene }) => {
    expect(await look(scene, lang, /^\/(?:staff|author)/.test(path))).toEqual([]);
  });
});
