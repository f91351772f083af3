import { entry, late, shared, sheet, words } from 'virtual:client-assets';
import { ANY, FILES, isUpdate, SHELL } from './caches.ts';
import { isFixed } from './fixed.ts';
import { scope } from './scope.ts';

const PAGE = '/shell';
const CHECKED = '/checked';
const READING = '/reading';
const EVERY_MS = 300_000;

/** The page as it is asked for: impersonal, so without a cookie. */
function ask(path: string, etag?: string | null): Promise<Response> {
  return fetch(path, { credentials: 'omit', cache: 'no-store', headers: etag ? { 'if-none-match': etag } : {} });
}

async function keepFixed(cache: Cache, path: string): Promise<void> {
  const file = (await caches.match(path, ANY)) ?? (await fetch(path));
  // What a hotel's network puts in its place would stay for as long as this build does.
  if (!isFixed(file)) throw new Error('no such file came');
  await cache.put(path, file);
}

async function tell(message: unknown): Promise<void> {
  // Pages of this origin are the only ones that a worker has.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  for (const client of await scope.clients.matchAll()) client.postMessage(message);
}

/** Keeps a page that has come, if it is one and of this build; tells open pages what is new in it. @returns whether it was kept. */
async function keepPage(cache: Cache, answer: Response): Promise<boolean> {
  const html = await answer.clone().text();
  const json = answer.ok && /id="page">(.*?)<\/script>/.exec(html)?.[1];
  // What a hotel's network puts in its place is no page of ours.
  if (!json) return false;
  const { contacts, courses } = JSON.parse(json) as { contacts: unknown; courses: unknown };
  const ours = html.includes(`src="${entry}"`) && html.includes(`href="${sheet}"`);
  if (ours) await cache.put(PAGE, answer);
  // Numbers to call must be right in every build; the lessons' form is the build's own.
  await tell({ news: ours ? { contacts, courses } : { contacts } });
  return ours;
}

/** Puts the whole app on the phone, or fails and is tried again another time. */
export async function install(): Promise<void> {
  const cache = await caches.open(SHELL);
  await Promise.all([entry, ...shared, sheet].map((path) => keepFixed(cache, path)));
  // A page had put it there.
  await (await caches.open(FILES)).delete(sheet);
  if (!(await keepPage(cache, await ask(PAGE)))) throw new Error('the page is of another build');
  // A newer build must not take away what worked without a network.
  if (!(await isUpdate())) return;
  await keepLate();
  for (const lang of await languagesHeld()) await keepLanguage(lang);
}

/** Languages in which an older build worked without a network. */
async function languagesHeld(): Promise<string[]> {
  const held = await Promise.all(Object.keys(words).map(async (lang) => ((await caches.match(`${READING}?lang=${lang}`, ANY)) ? lang : [])));
  return held.flat();
}

/** Keeps the screens that are seldom opened: not at the first visit, whose every byte is waited for. */
export async function keepLate(): Promise<void> {
  const cache = await caches.open(SHELL);
  for (const path of late) await keepFixed(cache, path);
}

/** The app's page, from the phone. */
export async function shell(): Promise<Response | undefined> {
  return (await caches.open(SHELL)).match(PAGE, ANY);
}

/** Asks every few minutes at most whether there is a newer page; without a network it stays as it is. */
export async function refreshShell(): Promise<void> {
  const cache = await caches.open(SHELL);
  const checked = Number(await (await cache.match(CHECKED))?.text());
  if (Math.abs(Date.now() - checked) < EVERY_MS) return;
  const answer = await ask(PAGE, (await cache.match(PAGE, ANY))?.headers.get('etag'));
  const fresh = answer.status === 304 || (await keepPage(cache, answer));
  if (fresh) await cache.put(CHECKED, new Response(`${Date.now()}`));
  else await scope.registration.update();
}

/** Keeps what a language needs without a network: its words, and the page to which the quick exit leads. */
export async function keepLanguage(lang: string): Promise<void> {
  const cache = await caches.open(SHELL);
  const path = words[lang];
  if (path) await keepFixed(cache, path);
  const address = `${READING}?lang=${lang}`;
  if (!(await cache.match(address, ANY))) {
    const answer = await ask(address);
    if (!answer.ok || answer.headers.get('content-language') !== lang) return;
    await cache.put(address, answer);
  }
  const held = await cache.match(address, ANY);
  if (held) await cache.put(READING, held);
}

/** The reading plan, in the language that was asked for or the one on screen last. */
export async function reading(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const held = (await (await caches.open(SHELL)).match(pathname + search, ANY)) ?? (await caches.match(pathname + search, ANY));
  return held ?? fetch(request).catch(async () => (await caches.match(READING, ANY)) ?? Response.error());
}
