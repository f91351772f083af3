import { beforeAll, describe, expect, test } from '@jest/globals';
import { makePages } from '../src/bench/bytes/lesson-page.ts';
import { type PageWeight, scriptsOf, staticImports, weigh, weighPage, weighWorker } from '../src/bench/bytes/page-weight.ts';

const KB = 1024;
/** 110 KB is the limit; what is below it is for what comes next. */
const MOST_SCRIPT = 104 * KB;
/** All of a first visit but the headers, which take another 9 KB of the 130 that it may cost on the line (`npm run bench -- first-load`, `cold_bytes`). */
const MOST_FIRST_VISIT = 120.5 * KB;
/** Screens that are seldom opened: fetched behind a later visit, never in the first. */
const MOST_LATE = 40 * KB;
const MOST_LESSON = 150 * KB;

describe.each(['km', 'en'])('what a phone loads for a lesson in %s', (lang) => {
  let pages: string[];
  let fetched: string[];
  let weights: PageWeight[];
  beforeAll(async () => {
    ({ lessons: pages, fetched } = await makePages(lang));
    weights = pages.map(weigh);
  }, 60_000);

  test('there are lessons, and they start a script', () => {
    expect(pages.length).toBeGreaterThanOrEqual(9);
    expect(scriptsOf(pages[0] ?? '').size).toBeGreaterThan(0);
  });

  test('scripts are at most 104 KB with the service worker', () => {
    const { worker } = weighWorker(pages[0] ?? '');
    expect(worker).toBeGreaterThan(0);
    expect(Math.max(...weights.map(({ script }) => script)) + worker).toBeLessThanOrEqual(MOST_SCRIPT);
  });

  test('a first visit is at most 120.5 KB: page, scripts, worker, and the pages that the worker fetches', () => {
    const first = Math.max(...weights.map(({ html, script }) => html + script));
    const behind = fetched.reduce((sum, html) => sum + weighPage(html), weighWorker(pages[0] ?? '').worker);
    expect(fetched).toHaveLength(2);
    expect(first + behind).toBeLessThanOrEqual(MOST_FIRST_VISIT);
  });

  test('what the worker keeps from the second visit on is at most 40 KB', () => {
    const { late } = weighWorker(pages[0] ?? '');
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThanOrEqual(MOST_LATE);
  });

  test('page, scripts and fonts together are at most 150 KB', () => {
    expect(Math.max(...weights.map(({ html, script, font }) => html + script + font))).toBeLessThanOrEqual(MOST_LESSON);
  });
});

describe('static imports of a built module', () => {
  test.each([
    ['import{a as b}from"./one.js";b()', ['/assets/one.js']],
    ['import"./one.js";import*as c from"../two.js";', ['/assets/one.js', '/two.js']],
    ['let a=1;export{b}from"./one.js"', ['/assets/one.js']],
    ['const late=()=>import("./late.js")', []],
    ['import a,{b}from"/assets/one.js";', ['/assets/one.js']],
  ])('%s', (code, paths) => {
    expect(staticImports(code, '/assets/main.js')).toEqual(paths);
  });
});
