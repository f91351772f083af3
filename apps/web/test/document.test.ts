import { expect, test } from '@jest/globals';
import { htmlDocument } from '../src/render/document.ts';
import { documentTitle } from '../src/routes/document-title.ts';

const parts = { lang: 'km', title: 'Lessons', styles: 'body{}', body: '<p>text</p>' };

test('nothing in the data can end its script element, and the text comes before every script', () => {
  const html = htmlDocument({ ...parts, script: { entry: '/assets/a.js', preload: ['/assets/b.js'], fetch: [], data: { evil: '</script><script>alert(1)</script>' } } });
  expect(html.match(/<\/script>/g)).toHaveLength(2);
  expect(html.indexOf('<p>text</p>')).toBeLessThan(html.indexOf('<script'));
  expect(html).not.toMatch(/<script>|onload=/);
  const data = /id="page">(.*?)<\/script>/.exec(html)?.[1] ?? '';
  expect(JSON.parse(data)).toEqual({ evil: '</script><script>alert(1)</script>' });
});

test('a page without script has none', () => {
  expect(htmlDocument({ ...parts, script: null })).not.toContain('script');
});

test('titles name a number and nothing else', () => {
  expect(documentTitle('en', '2.1')).toBe('2.1 · Lessons · មេរៀន');
  expect(documentTitle('km', '2.1')).toBe('២.១ · Lessons · មេរៀន');
});
