import type { Page } from 'playwright-core';

/** Everything that a page can find on the phone it is open on, as one text. */
export async function kept(page: Page): Promise<string> {
  const tables = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const found: unknown[] = [];
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(asked.error));
      });
      const all = <T>(asked: IDBRequest<T>) => new Promise<T>((resolve) => asked.addEventListener('success', () => resolve(asked.result)));
      for (const store of Array.from(database.objectStoreNames)) {
        const table = database.transaction(store).objectStore(store);
        found.push({ name, store, keys: await all(table.getAllKeys()), values: await all(table.getAll()) });
      }
      database.close();
    }
    return { found, local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie, caches: 'caches' in window ? await caches.keys() : [] };
  });
  return JSON.stringify(tables);
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
