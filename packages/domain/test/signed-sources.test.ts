import { expect, test } from '@jest/globals';
import type { Document } from '../src/curriculum/authoring/document.ts';
import { contentsOf, sourceContents, sourcesBehind, sourcesChanged } from '../src/curriculum/authoring/signed-sources.ts';
import type { Source } from '../src/curriculum/draft.ts';

const LAW: Source = { id: 'law', title: { km: 'ច្បាប់' }, where: 'https://example.org/law', verifiedOn: '2026-01-01', reviewBy: null };
const PAGE: Source = { id: 'page', title: { km: 'ទំព័រ' }, verifiedOn: null, reviewBy: null };
const lesson = { id: 'k7f2qd', kind: 'lesson', body: { source: 'km', title: {}, minutes: 1, blocks: [{ id: 'b1', type: 'text', sources: ['law', 'constructor'] }] }, bases: {} } as unknown as Document;

test('a signature for law answers for the sources of its block, no other signature and no other block for any (SPEC E7)', () => {
  expect(sourcesBehind(lesson, 'b1', 'law')).toEqual(['law', 'constructor']);
  expect(sourcesBehind(lesson, 'b1', 'safety')).toEqual([]);
  expect(sourcesBehind(lesson, ':self', 'law')).toEqual([]);
});

test.each<[string, Source[], string[]]>([
  ['looked at again', [{ ...LAW, verifiedOn: '2026-06-01', reviewBy: '2027-06-01' }, PAGE], []],
  ['another title', [{ ...LAW, title: { km: 'ច្បាប់ថ្មី' } }, PAGE], ['law']],
  ['another place', [{ ...LAW, where: 'a drawer' }, PAGE], ['law']],
  ['nothing in place of a place', [{ id: 'law', title: LAW.title, verifiedOn: null, reviewBy: null }, PAGE], ['law']],
  ['another source', [LAW, { ...PAGE, title: { km: 'ទំព័រថ្មី' } }], []],
  ['gone', [PAGE], ['law']],
])('a source that is %s', (_, now, changed) => {
  const signed = contentsOf(['law', 'constructor'], sourceContents([LAW, PAGE]));
  expect(Object.keys(signed)).toEqual(['law']);
  expect(sourcesChanged(['law', 'constructor'], signed, sourceContents(now))).toEqual(changed);
});
