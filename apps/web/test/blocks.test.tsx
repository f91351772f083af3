import { describe, expect, test } from '@jest/globals';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Block } from '@seek-justice/domain/curriculum/block.ts';
import { ReadBlock } from '../src/blocks/read.tsx';
import { Rich } from '../src/blocks/rich.tsx';
import { WordsIn } from './words-in.tsx';

const choices = [
  { id: 'a', text: 'Call {contact:hotline-police}', good: true, outcome: 'Good so.' },
  { id: 'b', text: 'Wait', good: false, outcome: 'Think of 1 thing.' },
];

/** One block of each type. */
const BLOCKS: Block<string>[] = [
  { id: 'b1', type: 'story', text: 'A grandmother waits.' },
  { id: 'b2', type: 'text', heading: 'Heading', text: 'One.\n\nTwo.' },
  { id: 'b3', type: 'passage', reference: 'Luke 10:25-37', text: 'Retold.' },
  { id: 'b4', type: 'callout', kind: 'remember', text: 'Remember.' },
  { id: 'b5', type: 'signs', heading: 'Signs', intro: 'Several together.', items: [{ id: 'a', text: 'First' }, { id: 'b', text: 'Second' }] },
  { id: 'b6', type: 'scenario', heading: 'Scene', step: { text: 'What now?', choices: [{ ...choices[0]!, step: { text: 'And then?', choices } }, choices[1]!] } },
  { id: 'b7', type: 'discussion', minutes: 8, group: 3, question: 'Why?', quiet: 'In silence.' },
  { id: 'b8', type: 'prayer', minutes: 5, topic: 'For all.', leader: 'One person', note: 'No names.' },
  { id: 'b9', type: 'report', heading: 'Practice', intro: 'Made up.', steps: [{ id: 's1', ask: 'Where?', choices }] },
  { id: 'b10', type: 'rights', heading: 'You may', items: [{ id: 'a', text: 'Ask' }, { id: 'b', text: 'Know' }] },
  { id: 'b11', type: 'contacts', intro: 'Numbers:' },
  { id: 'b12', type: 'home', text: 'Learn {contact:hotline-police} by heart.' },
];

const markup = (content: ReactNode): string => render(content).container.innerHTML;

const html = (block: Block<string>, lang: string): string =>
  markup(
    <WordsIn lang={lang}>
      <ReadBlock block={block} />
    </WordsIn>,
  );

describe.each(['km', 'en'])('in %s', (lang) => {
  test.each(BLOCKS.map((block) => [block.type, block] as const))('a block of type %s is rendered with all its texts', (_, block) => {
    const page = html(block, lang);
    expect(page).toContain(`data-block="${block.id}"`);
    expect(page).not.toMatch(/block\.|contact\.|\{\{/);
    // The content security policy allows no style attributes, and learners' pages hold no scripts.
    expect(page).not.toMatch(/ style=|<script|<input|<textarea/);
    const texts = JSON.stringify(block).match(/"(?:text|heading|intro|ask|question|quiet|topic|leader|note|outcome)":"([^"\\{]+)/g) ?? [];
    for (const text of texts) expect(page).toContain(text.replace(/^.*":"/, '').trim());
  });

  test('numbers are written in the language’s digits and dialled in ASCII', () => {
    const page = html(BLOCKS[11]!, lang);
    expect(page).toContain('href="tel:1288"');
    expect(page).toContain(lang === 'km' ? '>១២៨៨<' : '>1288<');
  });
});

test('choices are closed, grouped and free of numbers that dial', () => {
  const page = html(BLOCKS[5]!, 'en');
  expect(page.match(/<details/g)).toHaveLength(4);
  expect(page).not.toContain(' open');
  for (const summary of page.match(/<summary>.*?<\/summary>/g) ?? []) expect(summary).not.toContain('<a');
});

test('a withdrawn number leads to the help numbers', () => {
  const page = markup(
    <WordsIn lang="en">
      <Rich text="Call {contact:gone} **now**." />
    </WordsIn>,
  );
  expect(page).toContain('href="/help-now"');
  expect(page).toContain('<strong>now</strong>');
});

test('a number that nobody has rung says so', () => {
  expect(html(BLOCKS[10]!, 'en')).toContain('Not yet confirmed by staff');
});

test('a block type of a later version says that it cannot be shown', () => {
  expect(html({ id: 'x', type: 'hologram' } as unknown as Block<string>, 'en')).toContain('newer version');
});
