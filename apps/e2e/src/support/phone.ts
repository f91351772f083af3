import type { Page, Request } from 'playwright-core';

/** What a page can find on the phone it is open on. Rows of tables by `table/key`, without how far lessons were read (`place:…`). */
interface Found {
  rows: Record<string, unknown>;
  local: Record<string, string>;
  session: Record<string, string>;
  cookies: string;
  caches: string[];
}

/** Reads the phone as a page can. `open`: with what lies in the vault of the reader whose profile is open, as that reader's page reads it. */
async function look(page: Page, open: boolean): Promise<Found> {
  return page.evaluate(async (open) => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const found: [key: string, value: unknown][] = [];
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(asked.error));
      });
      const all = <T>(asked: IDBRequest<T>) => new Promise<T>((resolve) => asked.addEventListener('success', () => resolve(asked.result)));
      for (const store of Array.from(database.objectStoreNames)) {
        const table = database.transaction(store).objectStore(store);
        // All our tables go by texts.
        const [keys, values] = [(await all(table.getAllKeys())) as string[], await all(table.getAll())];
        for (const [at, key] of keys.entries()) if (!key.startsWith('place:')) found.push([`${store}/${key}`, values[at]]);
      }
      database.close();
    }
    const rows: Record<string, unknown> = Object.fromEntries(found);
    for (const key of open ? Object.keys(rows).filter((one) => one.startsWith('vault/')) : []) {
      const by = (rows[`profiles/${key.split('/')[1]}`] as { vaultKey?: CryptoKey | null } | undefined)?.vaultKey;
      const { iv, data } = rows[key] as { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };
      const text = by && (await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, by, data).catch(() => null));
      if (text) rows[key] = JSON.parse(new TextDecoder().decode(text));
    }
    return { rows, local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie, caches: 'caches' in window ? await caches.keys() : [] };
  }, open);
}

/** Everything that a page can find on the phone without anybody's secret, as one text: without how far lessons were read. */
export async function kept(page: Page): Promise<string> {
  return JSON.stringify(await look(page, false));
}

/**
 * Everything that the reader's own page can read on the phone, as one text to be compared with another of the same
 * phone. Left out, each by its name, is what changes whatever a reader does: the place in the server's feed, which
 * moves when anybody hands something in (a profile's `after`, the remembered progress's `cursor`), and when the app was
 * looked at last (`seen`).
 */
export async function keptOpen(page: Page): Promise<string> {
  const { rows, local, ...rest } = await look(page, true);
  const { seen, ...others } = local;
  if (seen !== undefined && !/^\d{13}$/.test(seen)) throw new Error(`no time is what stands in “seen”: ${seen}`);
  const without: Record<string, unknown> = { ...rows };
  for (const [key, value] of Object.entries(rows)) {
    if (key.startsWith('profiles/')) without[key] = { ...(value as object), after: undefined };
    if (/^vault\/[^/]+\/progress$/.test(key)) without[key] = { ...(value as object), cursor: undefined };
  }
  return JSON.stringify({ rows: without, local: others, ...rest });
}

const PATIENCE_MS = 15_000;

interface Reader {
  owner: string;
  device: string;
  token?: string | null;
}

/** The phone's readers by their persons' ids: what it calls itself for each, and by what right it hands in for them. */
export async function readersOf(page: Page): Promise<Record<string, Reader>> {
  const { rows } = await look(page, false);
  const readers = Object.entries(rows).filter(([key]) => key.startsWith('profiles/'));
  return Object.fromEntries(readers.map(([, value]) => [(value as Reader).owner, value as Reader]));
}

/** Whether something is so of the phone's first reader, and of what their page can read. */
function ofReader({ rows }: Found, isSo: (reader: Reader, rows: Found['rows']) => boolean): boolean {
  const [, reader] = Object.entries(rows).find(([key]) => key.startsWith('profiles/')) ?? [];
  return reader !== undefined && isSo(reader as Reader, rows);
}

/** Until no page of this phone sends. */
export async function sendsNothing(page: Page): Promise<void> {
  await page.waitForFunction(async () => (await navigator.locks.query()).held?.length === 0);
}

/** On the map, at a reader's first visit: until the phone is bound and has written down which courses there are. */
export async function bound(page: Page): Promise<void> {
  await until(page, (found) => ofReader(found, ({ owner, token }, rows) => Boolean(token) && rows[`vault/${owner}/text/courses`] !== undefined));
  await sendsNothing(page);
}

/** On the page after that: until the phone knows the name of the feed, and progress in which it is itself one of the reader's phones. By itself nothing changes any more. */
export async function settled(page: Page): Promise<void> {
  await until(page, (found) =>
    ofReader(found, ({ owner, device }, rows) => {
      const progress = rows[`vault/${owner}/progress`] as { devices?: { device: string }[] } | undefined;
      return rows['kept/feed-asked'] !== undefined && Boolean(progress?.devices?.some((one) => one.device === device));
    }),
  );
  await sendsNothing(page);
}

/** Until an answer to a quiz is written on the phone, as the reader's page can read it there. */
export async function draftKept(page: Page, quiz: string, option: string): Promise<void> {
  await until(page, ({ rows }) => Object.entries(rows).some(([key, value]) => key.endsWith(`/draft/${quiz}`) && JSON.stringify(value).includes(`"${option}"`)));
}

/** Looks again with each picture that the page draws. */
async function until(page: Page, isSo: (found: Found) => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!isSo(await look(page, true))) {
    if (Date.now() > end) throw new Error(`the phone has not come to that: ${await kept(page)}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Whether a request hands records in, and does not only ask for the name of the feed: that is small, so it goes unpacked; what is packed the browser does not show. */
export function handsIn(request: Request): boolean {
  return request.method() === 'POST' && request.url().endsWith('/api/records') && request.postData() !== '{"records":[]}';
}

/** How far lessons were read, as it lies on the phone: by the name of who reads and of the lesson. */
export async function keptPlaces(page: Page): Promise<Record<string, { block: string; top: number }>> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.open('lessons');
        asked.addEventListener('error', () => reject(asked.error));
        asked.addEventListener('success', () => {
          const found: Record<string, { block: string; top: number }> = {};
          const row = asked.result.transaction('kept').objectStore('kept').openCursor();
          row.addEventListener('success', () => {
            const cursor = row.result;
            if (!cursor) {
              asked.result.close();
              return resolve(found);
            }
            if (typeof cursor.key === 'string' && cursor.key.startsWith('place:')) found[cursor.key] = cursor.value as { block: string; top: number };
            cursor.continue();
          });
        });
      }),
  );
}

/** Every answer that lies in any of the browser's caches, by its address. */
export async function cached(page: Page): Promise<{ url: string; body: string }[]> {
  return page.evaluate(async () => {
    const found: { url: string; body: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const { pathname, search } = new URL(request.url);
        found.push({ url: pathname + search, body: (await (await cache.match(request, { ignoreVary: true }))?.text()) ?? '' });
      }
    }
    return found;
  });
}

/** Keeps a page from telling the server of any record, as a network does that lets only small things through. */
export async function holdRecords(page: Page): Promise<void> {
  await page.route('**/api/records', (route) => route.abort('connectionreset'));
}

/** Lets records through again, and tells the page that there is a network. */
export async function letRecordsGo(page: Page): Promise<void> {
  await page.unroute('**/api/records');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}
