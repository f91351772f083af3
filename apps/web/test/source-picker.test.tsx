import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { placeOf } from '../src/features/authoring/place-of.ts';
import { findSources } from '../src/features/authoring/sources/find-sources.ts';
import { SourcePicker } from '../src/features/authoring/sources/source-picker.tsx';
import type { SourceEntry } from '../src/features/authoring/sources/source-store.ts';
import { WordsIn } from './words-in.tsx';

const entry = (id: string, en: string, km: string, publisher?: string): SourceEntry => ({ id, version: 1, usedBy: [], source: { title: { en, km }, verifiedOn: null, reviewBy: null, ...(publisher ? { publisher } : {}) } });
const ENTRIES = [
  entry('law-2008', 'Law on Suppression of Human Trafficking, 2008', 'ច្បាប់ស្តីពីការបង្ក្រាបអំពើជួញដូរមនុស្ស ឆ្នាំ២០០៨'),
  entry('helpline', 'Child Helpline Cambodia', 'ខ្សែទូរស័ព្ទជំនួយកុមារកម្ពុជា'),
  entry('prakas', 'Prakas on complaints', 'ប្រកាសស្តីពីពាក្យបណ្តឹង', 'Ministry of Interior'),
];
afterEach(cleanup);

describe('sources', () => {
  test.each([
    ['trafficking', ['law-2008']],
    ['ជួញដូរ', ['law-2008']],
    ['ឆ្នាំ 2008', ['law-2008']],
    ['interior', ['prakas']],
    ['child ជំនួយ', ['helpline']],
    ['  ', ['law-2008', 'helpline', 'prakas']],
    ['bank', []],
  ])('are found by «%s»', (typed, ids) => {
    expect(findSources(ENTRIES, typed).map(({ id }) => id)).toEqual(ids);
  });

  test('are chosen with the keys alone, or begun with the words that were typed', () => {
    const done: string[] = [];
    render(
      <WordsIn lang="en">
        <SourcePicker entries={ENTRIES} onChoose={(id) => done.push(id)} onNew={(typed) => done.push(`new ${typed}`)} onClose={() => done.push('closed')} />
      </WordsIn>,
    );
    const input = screen.getByRole('combobox');
    expect(document.activeElement).toBe(input);
    const active = () => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent;
    fireEvent.keyDown(input, { key: 'ArrowDown' });
    expect(active()).toContain('Child Helpline Cambodia');
    fireEvent.keyDown(input, { key: 'Enter' });
    fireEvent.keyDown(input, { key: 'ArrowUp' });
    fireEvent.keyDown(input, { key: 'ArrowUp' });
    expect(active()).toContain('A new source');
    fireEvent.change(input, { target: { value: 'ប្រកាស' } });
    expect(screen.getAllByRole('option')).toHaveLength(2);
    fireEvent.keyDown(input, { key: 'Enter' });
    fireEvent.change(input, { target: { value: 'Circular 12' } });
    fireEvent.keyDown(input, { key: 'Enter' });
    fireEvent.keyDown(input, { key: 'Escape' });
    expect(done).toEqual(['helpline', 'prakas', 'new Circular 12', 'closed']);
  });
});

test.each([
  ['law_without_source', 'b1', 'sources', {}, '#thing-b1.sources'],
  ['reference_nowhere', 'b2', 'reference', { text: 'Luke 99:1' }, '#thing-b2.reference'],
  ['number_written_out', 'b2', 'items/a/text', { lang: 'km' }, '#thing-b2.items/a/text@km'],
  ['number_missing', ':self', 'minutes', { of: 'minutes' }, '#thing-self.minutes'],
  ['untranslated', ':self', 'title', { lang: 'km', n: '1', of: 'title' }, '#thing-self.missing-km'],
  ['stale', 'b3', 'text', { lang: 'en', n: '2' }, '#thing-b3.stale-en'],
  ['unsigned', 'b3', '', { competence: 'law' }, '#thing-b3'],
  ['few_items', ':self', '', {}, ''],
] as const)('a problem %s of %s leads to its field', (code, thing, field, values, place) => {
  expect(placeOf({ code, thing, field, values })).toBe(place);
});
