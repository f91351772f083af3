import 'fake-indexeddb/auto';
import { expect, test } from '@jest/globals';
import { openDB } from 'idb';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { dropCopies, findCopies, keepCopy } from '../src/features/authoring/local-copy.ts';

const base: Document = { id: 'k7f2qd', kind: 'lesson', body: { source: 'km', title: {}, minutes: 10, blocks: [] }, bases: {} };
const title = (value: string): Edit => ({ op: 'set', path: ['title'], lang: 'km', was: null, value });
const copy = (tab: string, edits: Edit[]) => ({ id: base.id, person: 'a', tab, base, version: 1, edits, collisions: [] });

test('what a tab goes on writing is found, also after another tab took up what it had put by before', async () => {
  await keepCopy(copy('one', [title('សញ្ញា')]));
  // The other tab has a memory of its own: it takes away what it found behind the first one's back.
  const other = await openDB('authoring');
  for (const key of await other.getAllKeys('copies')) await other.delete('copies', key);
  other.close();
  await keepCopy(copy('one', [title('សញ្ញាព្រមាន')]));
  expect(await findCopies('a', base.id)).toEqual([copy('one', [title('សញ្ញាព្រមាន')])]);
});

test('a copy that holds nothing is let go, with its base', async () => {
  await keepCopy(copy('two', [title('សញ្ញា')]));
  await keepCopy(copy('two', []));
  await dropCopies([copy('one', [])]);
  expect(await findCopies('a', base.id)).toEqual([]);
  expect(await (await openDB('authoring')).getAllKeys('copies')).toEqual([]);
});
