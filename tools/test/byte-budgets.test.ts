import { beforeAll, describe, expect, test } from '@jest/globals';
import { lessonPages } from '../src/bench/bytes/lesson-page.ts';
import { type PageWeight, scriptsOf, staticImports, weigh } from '../src/bench/bytes/page-weight.ts';

const KB = 1024;
const MOST_SCRIPT = 110 * KB;
const MOST_LESSON = 150 * KB;

describe.each(['km', 'en'])('what a phone loads for a lesson in %s', (lang) => {
  let pages: string[];
  let weights: PageWeight[];
  beforeAll(async () => {
    pages = await lessonPages(lang);
    weights = pages.map(weigh);
  }, 60_000);

  test('there are lessons, and they start a script', () => {
    expect(pages.length).toBeGreaterThanOrEqual(9);
    expect(scriptsOf(pages[0] ?? '').size).toBeGreaterThan(0);
  });

  test('scripts are at most 110 KB', () => {
    expect(Math.max(...weights.map(({ script }) => script))).toBeLessThanOrEqual(MOST_SCRIPT);
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
