import type { Browser } from 'playwright-core';
import { launchBrowser } from '../phone/browser.ts';
import { type OpenCourse, readOpenCourse } from '../servers/curriculum.ts';
import { withDirectory } from '../servers/database.ts';
import { freePort } from '../servers/free-port.ts';
import { signInStaff } from '../servers/sign-in.ts';
import { bodiesOf } from '../stored/bodies.ts';
import { compare, type Outcome } from './compare.ts';
import { readFeed } from './feed.ts';
import { bundleHook } from './hook.ts';
import { type KillableServer, startKillable } from './killable.ts';
import { VICTIMS } from './kill.ts';
import { type FaultyLine, startFaultyLine, STORM } from './line.ts';
import { FaultyPhone } from './phone.ts';
import { generator, type Random } from './random.ts';

/** How large a storm is. */
export interface Size {
  phones: number;
  /** Of each phone. */
  records: number;
  /** Of the server: its program, its database, or both. */
  kills: number;
}

/** What came of it, and how bad it was. */
export interface Storm extends Outcome {
  kills: number;
  tabKills: number;
}

const SIGN_IN_TOGETHER = 2;
const THUMBS_TOGETHER = 3;
/** By thumb a lesson takes seconds of this machine: each phone does one, every fourth answers the questions too. */
const QUIZ_EVERY = 4;
const CALM_MS = 180_000;

/** Runs a storm over phones and server, lets the weather become good, and looks what is left. */
export function storm(seed: number, size: Size, tell: (line: string) => void): Promise<Storm> {
  const began = performance.now();
  const say = (line: string): void => tell(`${Math.round((performance.now() - began) / 1000)} s: ${line}`);
  return withDirectory(async (dataDir, atEnd) => {
    const random = generator(seed);
    const port = await freePort();
    const line = await startFaultyLine(`http://127.0.0.1:${port}`, generator(seed + 1));
    atEnd(line.close);
    const server = await startKillable({ dataDir, host: '127.0.0.1', port, publicUrl: line.url, demo: true });
    atEnd(server.stop);
    const browser = await launchBrowser();
    atEnd(() => browser.close());
    const course = await readOpenCourse(server.url);
    const phones = await openPhones(browser, course, line, size.phones, random);
    say(`${phones.length} phones have signed in`);
    line.setWeather(STORM);
    const kills = await rage(phones, server, course, size, random);
    say(`the storm is over: ${kills} kills of the server, ${tabKills(phones)} of tabs; the line: ${line.told()}`);
    line.setWeather(null);
    await calm(phones);
    say('nothing waits any more, or has waited too long');
    const feed = await readFeed(server.url, await signInStaff(server.url, 'coordinator@example.org'));
    return { ...(await compare(phones, feed, server.url)), kills, tabKills: tabKills(phones) };
  });
}

function tabKills(phones: readonly FaultyPhone[]): number {
  return phones.reduce((sum, { killed }) => sum + killed, 0);
}

async function openPhones(browser: Browser, course: OpenCourse, line: FaultyLine, count: number, random: Random): Promise<FaultyPhone[]> {
  const hook = await bundleHook();
  // No phone is bound to its person before the storm: that too has to get through it.
  line.refuse('/api/devices');
  const phones = await inGroups(Array.from({ length: count }, (_, index) => index + 1), SIGN_IN_TOGETHER, async (number) => {
    const phone = await FaultyPhone.open(browser, { login: `DEMO-${String(number).padStart(4, '0')}`, url: line.url, hook, random: generator(Math.floor(random() * 2 ** 31)) });
    await phone.signIn(course);
    return phone;
  });
  line.refuse(null);
  return phones;
}

/** Everybody learns while the server is killed again and again. @returns how often. */
async function rage(phones: readonly FaultyPhone[], server: KillableServer, course: OpenCourse, size: Size, random: Random): Promise<number> {
  const facts = bodiesOf(course);
  let kills = 0;
  let learning = true;
  const killing = async (): Promise<void> => {
    while (kills < size.kills) {
      await new Promise((resolve) => setTimeout(resolve, 500 + random() * 2_500));
      await server.kill(VICTIMS[kills % VICTIMS.length] ?? 'both');
      kills += 1;
    }
  };
  // Writing stretches over the kills: none of them may find everything done already.
  const pause = async (): Promise<void> => {
    const waits = kills < size.kills ? 1_000 + random() * 4_000 : 0;
    await new Promise((resolve) => setTimeout(resolve, waits));
  };
  const learn = async (): Promise<void> => {
    await inGroups(phones.map((phone, index) => ({ phone, index })), THUMBS_TOGETHER, ({ phone, index }) => phone.byThumb(course, index % QUIZ_EVERY === 0));
    await Promise.all(phones.map((phone) => phone.live(facts, size.records, pause)));
    learning = false;
  };
  await Promise.all([killing(), learn()]);
  if (learning) throw new Error('the storm ended before its phones did');
  return kills;
}

/** The weather is good: every phone is opened, until nothing waits on it any more. */
async function calm(phones: readonly FaultyPhone[]): Promise<void> {
  await inGroups(phones, THUMBS_TOGETHER, (phone) => phone.reopen());
  const until = Date.now() + CALM_MS;
  for (const phone of phones)
    while ((await phone.entries()).some(({ state }) => state === 'waiting') && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 250));
}

/** Works through a list, some at a time, and keeps its order. */
async function inGroups<T, R>(all: readonly T[], together: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < all.length; at = next++) results[at] = await work(all[at] as T);
  };
  await Promise.all(Array.from({ length: together }, worker));
  return results;
}
