import { expect, test } from '@jest/globals';
import { htmlDocument } from '../src/render/document.ts';
import { VIEW_SCRIPT } from '../src/render/view-script.ts';
import { documentTitle } from '../src/routes/document-title.ts';

const parts = { lang: 'km', title: 'Lessons', styles: { text: 'body{}' }, also: ['p{}'], body: '<p>text</p>' };

test('nothing in the data can end its script element, and the text comes before every script but that of its looks', () => {
  const html = htmlDocument({ ...parts, script: { entry: '/assets/a.js', preload: ['/assets/b.js'], fetch: [], data: { evil: '</script><script>alert(1)</script>' } } });
  expect(html.match(/<\/script>/g)).toHaveLength(3);
  expect(html.indexOf('<p>text</p>')).toBeLessThan(html.indexOf('<script '));
  // The content security policy names one inline script by its hash.
  expect(html.match(/<script>.*?<\/script>/g)).toEqual([`<script>${VIEW_SCRIPT}</script>`]);
  expect(html).not.toContain('onload=');
  const data = /id="page">(.*?)<\/script>/.exec(html)?.[1] ?? '';
  expect(JSON.parse(data)).toEqual({ evil: '</script><script>alert(1)</script>' });
});

test('a page without script has none but that of its looks', () => {
  expect(htmlDocument({ ...parts, script: null }).replace(`<script>${VIEW_SCRIPT}</script>`, '')).not.toContain('script');
});

test('titles name a number and nothing else', () => {
  expect(documentTitle('en', '2.1')).toBe('2.1 · Lessons · មេរៀន');
  expect(documentTitle('km', '2.1')).toBe('២.១ · Lessons · មេរៀន');
});
