import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { DEMO_PIN } from '@seek-justice/seed/demo.ts';
import { moduleAt } from './support/course.ts';
import { finishLesson, ownRecords, signInByThumb } from './support/learner.ts';
import { type Instead, type Line, startLine } from './support/line.ts';
import { holdRecords, letRecordsGo } from './support/phone.ts';
import { allSent } from './support/readers.ts';
import { useStage, type Visit } from './support/stage.ts';
import { say } from './support/words.ts';

const stage = useStage();
const TWO_YEARS_MS = 2 * 365 * 86_400_000;

/** A phone on whose map its reader is. */
async function mapOf(login: string, prepare: (page: Page) => Promise<unknown> = async () => {}, visit: Visit = {}, base = stage.url): Promise<Page> {
  const page = await stage.visit(visit, base);
  await prepare(page);
  await page.goto('/sign-in');
  await signInByThumb(page, 'km', login, DEMO_PIN);
  await page.locator('.go-on').waitFor();
  return page;
}

/** Goes through a lesson of the first module to its end without loading a page anew, and back to the map. */
async function takeLesson(page: Page, at: number): Promise<string> {
  const { lessons } = await moduleAt(stage.url, 0);
  const id = lessons[at]?.id ?? '';
  await page.locator(`.path a[href="/learn/${id}"]`).tap();
  await page.getByRole('heading', { level: 1, name: textIn(lessons[at]?.title ?? {}, 'km') }).waitFor();
  await finishLesson(page, 'km');
  await page.getByRole('heading', { level: 1, name: textIn(lessons[at + 1]?.title ?? {}, 'km') }).waitFor();
  await page.locator('a.to-map').tap();
  await page.locator('.go-on').waitFor();
  return id;
}

function waits(page: Page, n: number): Promise<void> {
  return page.getByText(say('km', 'records.waiting_other', { n })).waitFor();
}

/** What waited does not wait any more, whatever else there is to say. */
function gone(page: Page, n: number): Promise<void> {
  return page.getByText(say('km', 'records.waiting_other', { n })).waitFor({ state: 'detached' });
}

/** What the server holds of somebody, asked from another browser; the phone's own first record aside. */
async function storedOf(login: string): Promise<{ person: string; records: Envelope[] }> {
  const page = await stage.visit({ as: login });
  const { id } = ((await (await page.context().request.get('/api/me')).json()) as { person: { id: string } }).person;
  return { person: id, records: (await ownRecords(page)).filter(({ type }) => type !== 'profile.opened') };
}

/** Exactly these lessons, each once, said by their reader. */
async function expectStored(login: string, lessons: readonly string[]): Promise<Envelope[]> {
  const { person, records } = await storedOf(login);
  // What is committed together comes in no order of its own.
  expect(new Set(records.map(({ body }) => body.lesson))).toEqual(new Set(lessons));
  expect(records.length).toBe(lessons.length);
  expect(records.map(({ actor, subject }) => [actor, subject])).toEqual(lessons.map(() => [person, person]));
  return records.sort((a, b) => a.deviceSeq - b.deviceSeq);
}

const ROOM_BYTES = 400_000;

/** Gives the phone little room. */
async function narrow(page: Page, quotaSize = ROOM_BYTES): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: stage.url, quotaSize });
}

/** Fills what room is left, to the last hundred bytes. */
async function fillUp(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('ballast');
      asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore('ballast', { autoIncrement: true }));
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(asked.error));
    });
    const put = (bytes: number) =>
      new Promise<boolean>((resolve) => {
        const work = database.transaction('ballast', 'readwrite');
        work.addEventListener('complete', () => resolve(true));
        work.addEventListener('abort', () => resolve(false));
        work.objectStore('ballast').put(crypto.getRandomValues(new Uint8Array(bytes)));
      });
    for (const bytes of [50_000, 5_000, 500, 100]) for (let tries = 0; tries < 100 && (await put(bytes)); tries += 1);
    database.close();
  });
}

/** Makes room again. */
async function makeRoom(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.deleteDatabase('ballast');
        asked.addEventListener('success', resolve);
        asked.addEventListener('error', () => reject(asked.error));
      }),
  );
}

describe('a phone that is full', () => {
  test('says that what was done last is in the page alone, sends it, and numbers what follows without a gap', async () => {
    const page = await mapOf('DEMO-0001', narrow);
    await holdRecords(page);
    await fillUp(page);
    const first = await takeLesson(page, 0);
    await page.getByText(say('km', 'records.full')).waitFor();
    await waits(page, 1);
    const second = await takeLesson(page, 1);
    await waits(page, 2);
    await letRecordsGo(page);
    await gone(page, 2);
    await makeRoom(page);
    const third = await takeLesson(page, 2);
    await page.getByText(say('km', 'records.full')).waitFor({ state: 'detached' });
    await allSent(page);
    const records = await expectStored('DEMO-0001', [first, second, third]);
    expect(records.map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 3]);
    expect(new Set(records.map(({ device }) => device)).size).toBe(1);
  });

  test('that cannot even note what has arrived does not send it again and again', async () => {
    const page = await mapOf('DEMO-0012', narrow);
    await holdRecords(page);
    const first = await takeLesson(page, 0);
    await waits(page, 1);
    await fillUp(page);
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/records')) sent += 1;
    });
    await letRecordsGo(page);
    await gone(page, 1);
    const second = await takeLesson(page, 1);
    await gone(page, 1);
    expect(sent).toBeLessThan(10);
    await expectStored('DEMO-0012', [first, second]);
  });

  test('signs its reader in and delivers, also when there never was any room', async () => {
    const page = await mapOf('DEMO-0011', (phone) => narrow(phone, 1));
    const first = await takeLesson(page, 0);
    await gone(page, 1);
    const second = await takeLesson(page, 1);
    await gone(page, 1);
    await expectStored('DEMO-0011', [first, second]);
  });

  test('writes down what was in the page alone as soon as there is room, so that a closed page takes nothing with it', async () => {
    const page = await mapOf('DEMO-0002', narrow);
    await holdRecords(page);
    await fillUp(page);
    const first = await takeLesson(page, 0);
    await page.getByText(say('km', 'records.full')).waitFor();
    await makeRoom(page);
    const second = await takeLesson(page, 1);
    await page.getByText(say('km', 'records.full')).waitFor({ state: 'detached' });
    await page.close();
    const again = await page.context().newPage();
    await again.goto('/learn');
    await allSent(again);
    await expectStored('DEMO-0002', [first, second]);
  });
});

describe.each([
  ['ahead', TWO_YEARS_MS, 'DEMO-0003'],
  ['behind', -TWO_YEARS_MS, 'DEMO-0004'],
])('a phone whose clock is two years %s', (_, off, login) => {
  test('delivers once, the server says when, and the clock may be put right in between', async () => {
    const began = Date.now();
    const page = await mapOf(login, (phone) => phone.clock.setFixedTime(began + off));
    const first = await takeLesson(page, 0);
    await allSent(page);
    await holdRecords(page);
    const second = await takeLesson(page, 1);
    await waits(page, 1);
    await page.clock.setFixedTime(Date.now());
    await page.reload();
    await page.locator('.go-on').waitFor();
    await letRecordsGo(page);
    await allSent(page);
    const third = await takeLesson(page, 2);
    await allSent(page);
    const records = await expectStored(login, [first, second, third]);
    expect(records.map(({ occurredAt }) => Math.round((Date.parse(occurredAt) - began) / TWO_YEARS_MS))).toEqual([Math.sign(off), Math.sign(off), 0]);
    const answer = await page.context().request.get('/api/records');
    const { records: told } = (await answer.json()) as { records: { received: { at: string } }[] };
    for (const { received } of told) expect(Math.abs(Date.parse(received.at) - began)).toBeLessThan(600_000);
  });
});

describe('a phone whose cookies were cleared', () => {
  test('still sends what its reader did, knows nobody, and goes on as the same phone after the next sign-in', async () => {
    const page = await mapOf('DEMO-0005');
    await holdRecords(page);
    const first = await takeLesson(page, 0);
    await waits(page, 1);
    await page.context().clearCookies();
    await page.goto('/sign-in');
    const sent = page.waitForResponse((response) => response.url().endsWith('/api/records') && response.ok());
    await letRecordsGo(page);
    await sent;
    await signInByThumb(page, 'km', 'DEMO-0005', DEMO_PIN);
    await page.locator('.go-on').waitFor();
    const second = await takeLesson(page, 1);
    await allSent(page);
    const records = await expectStored('DEMO-0005', [first, second]);
    expect(new Set(records.map(({ device }) => device)).size).toBe(1);
    expect(records.map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2]);
  });

  test('keeps its records apart from those of whoever signs in next', async () => {
    const page = await mapOf('DEMO-0006');
    await holdRecords(page);
    const first = await takeLesson(page, 0);
    await waits(page, 1);
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await signInByThumb(page, 'km', 'DEMO-0007', DEMO_PIN);
    await page.getByText(say('km', 'records.others_other', { n: 1 })).waitFor();
    const second = await takeLesson(page, 0);
    await letRecordsGo(page);
    await allSent(page);
    await expectStored('DEMO-0006', [first]);
    await expectStored('DEMO-0007', [second]);
  });
});

const PRIVATE = {
  'refuses at once': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  },
  'fails later': () => {
    IDBFactory.prototype.open = () => {
      const request = Object.assign(new EventTarget(), { error: new DOMException('A mutation was not allowed.', 'InvalidStateError') });
      setTimeout(() => request.dispatchEvent(new Event('error')));
      return request as unknown as IDBOpenDBRequest;
    };
  },
};

describe.each([
  ['refuses at once', 'DEMO-0008'],
  ['fails later', 'DEMO-0009'],
] as const)('a private window whose database %s', (how, login) => {
  test('says that nothing is kept, and delivers once while the page is open', async () => {
    const page = await mapOf(login, (phone) => phone.addInitScript(PRIVATE[how]));
    await page.getByText(say('km', 'records.memory')).waitFor();
    await holdRecords(page);
    const first = await takeLesson(page, 0);
    const second = await takeLesson(page, 1);
    await waits(page, 2);
    await letRecordsGo(page);
    await gone(page, 2);
    await expectStored(login, [first, second]);
    // A page that is loaded anew is a new phone; the reader is the same, by the cookie.
    await page.reload();
    await page.locator('.go-on').waitFor();
    const sent = page.waitForResponse((response) => response.url().endsWith('/api/records') && response.ok());
    const third = await takeLesson(page, 2);
    await sent;
    await expectStored(login, [first, second, third]);
  });
});

describe('a new release that comes while answers wait', () => {
  let line: Line;
  let instead: (path: string) => Instead | null = () => null;
  beforeEach(async () => {
    instead = () => null;
    line = await startLine(stage.url, (path) => instead(path));
  });
  afterEach(() => line.close());

  test('takes over on the map, and each answer is delivered once', async () => {
    const page = await mapOf('DEMO-0010', undefined, { serviceWorkers: 'allow' }, line.url);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    line.cut();
    const first = await takeLesson(page, 0);
    await waits(page, 1);
    const script = await (await fetch(`${stage.url}/worker.js`)).text();
    instead = (path) => (path === '/worker.js' ? { type: 'text/javascript; charset=utf-8', body: `${script}\n// newer` } : null);
    line.mend();
    const changed = page.evaluate(() => new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })).then(() => true));
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update();
      window.dispatchEvent(new Event('online'));
    });
    const second = await takeLesson(page, 1);
    expect(await changed).toBe(true);
    await allSent(page);
    await expectStored('DEMO-0010', [first, second]);
  });
});
