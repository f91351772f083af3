import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import type { Narration } from '@seek-justice/domain/curriculum/clip.ts';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import { ContactCard } from '../src/blocks/contacts/card.tsx';
import { Hear } from '../src/blocks/hear.tsx';
import { useListening } from '../src/blocks/listening.ts';
import { spokenFeedback, spokenQuestion, spokenResult } from '../src/features/assessment/spoken.ts';
import { heardBefore, keepHeard, modeOf } from '../src/features/media/heard.ts';
import { Listen } from '../src/features/media/listen.tsx';
import { ListeningProvider } from '../src/features/media/listening.tsx';
import { partsOfPage, partsOnScreen } from '../src/features/media/places.ts';
import { leaveNow } from '../src/ui/quick-exit.ts';
import { HOTLINE, WordsIn } from './words-in.tsx';

const NARRATION: Narration = { hash: 'a'.repeat(64), bytes: 737_280, ms: 360_000, missing: ['b2'], stale: [] };
const ITEM = {
  id: 'h4',
  type: 'multiple' as const,
  question: 'Which?',
  options: [
    { id: 'a', right: true, text: 'A', feedback: 'yes' },
    { id: 'b', right: false, text: 'B', feedback: 'no' },
    { id: 'c', right: true, text: 'C', feedback: 'yes' },
  ],
};

afterEach(cleanup);

describe('the first control', () => {
  test.each([
    ['en', 'Listen · 6 min · 720 KB'],
    ['km', 'ស្តាប់ · ៦ នាទី · ៧២០ KB'],
  ])('says in %s what listening takes before anything is fetched', (lang, words) => {
    render(
      <WordsIn lang={lang}>
        <Listen narration={NARRATION} parts={['*']} />
      </WordsIn>,
    );
    expect(screen.getByRole('button', { name: words }).dataset.hear).toBe('*');
  });

  test('is a plain line where nobody has recorded anything', () => {
    render(
      <WordsIn lang="en">
        <Listen narration={undefined} parts={['*']} />
      </WordsIn>,
    );
    expect(screen.getByText('Nobody has recorded this for listening yet.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('does not go by ear from then on unless it says so', () => {
    const { rerender } = render(<Hear parts={['a']} name="a" />);
    expect(screen.getByRole('button').hasAttribute('data-by-ear')).toBe(false);
    rerender(<Hear parts={['a']} name="a" byEar />);
    expect(screen.getByRole('button').hasAttribute('data-by-ear')).toBe(true);
  });
});

test('a part that nobody has recorded has no control', () => {
  const seen: boolean[] = [];
  const Asks = () => {
    const { has } = useListening();
    seen.push(has('b1'), has('b2'), has('#right'));
    return null;
  };
  const course = { hash: 'c', manifest: { phrases: { en: { ...NARRATION, missing: [] } } } } as unknown as RenderCourse;
  render(
    <WordsIn lang="en">
      <ListeningProvider course={course} of={{ id: 'l1', narration: { en: NARRATION } }} flows>
        <Asks />
      </ListeningProvider>
    </WordsIn>,
  );
  expect(seen.slice(0, 3)).toEqual([true, false, true]);
});

test('a number to call is heard by a link that works without script, and is marked when its words have changed', () => {
  const clip = { media: 'f'.repeat(64), bytes: 1, ms: 1, type: 'audio/ogg' as const, source: '', stale: true };
  render(
    <WordsIn lang="en">
      <ContactCard contact={{ ...HOTLINE, narration: { en: clip } }} />
    </WordsIn>,
  );
  expect(screen.getByRole('link', { name: 'Listen: who answers 1288' }).getAttribute('href')).toBe(`/api/media/${'f'.repeat(64)}`);
  expect(screen.getByText('Recorded before the text changed')).toBeTruthy();
});

describe('a question by ear', () => {
  test('is what is asked, how to answer, and each option after its letter', () => {
    expect(spokenQuestion(ITEM)).toEqual(['h4', '#chooseMany', '#answer0', 'h4.a', '#answer1', 'h4.b', '#answer2', 'h4.c']);
  });

  test('is answered option by option, then as a whole', () => {
    expect(spokenFeedback(ITEM, ['b', 'a'])).toEqual(['#right', 'h4.a:why', '#notQuite', 'h4.b:why', '#tryAgain', '#onward']);
    expect(spokenFeedback(ITEM, ['a', 'c'])).toEqual(['#right', 'h4.a:why', '#right', 'h4.c:why', '#allRight', '#onward']);
    expect(spokenFeedback({ ...ITEM, type: 'single' }, ['b'])).toEqual(['#notQuite', 'h4.b:why', '#onward']);
  });

  test('comes to a result with its number and what to hear again', () => {
    const mark = { right: 0, of: 1, percent: 0, passed: false };
    expect(spokenResult([ITEM], { h4: ['b'] }, mark)).toEqual(['#n0', '#percent', '#notYet', 'h4', '#right', 'h4.a', 'h4.a:why', '#right', 'h4.c', 'h4.c:why']);
    expect(spokenResult([ITEM], { h4: ['a', 'c'] }, { right: 1, of: 1, percent: 100, passed: true })).toEqual(['#n100', '#percent', '#passed']);
  });
});

describe('a lesson’s parts in the page', () => {
  const page = (open: string): string => `<main><h1 data-part=":title"></h1><section data-part="b1"></section>
    <details ${open}><summary data-part="b2.a"></summary><div data-part="b2.a:outcome"></div>
      <details><summary data-part="b2.a.x"></summary><div data-part="b2.a.x:outcome"></div></details></details>
    <div data-part="@file"></div></main>`;
  const keys = (): string[] => partsOnScreen().map((part) => part.dataset.part ?? '');

  test('behind a closed choice are not read out, and count for nobody', () => {
    document.body.innerHTML = page('');
    expect(keys()).toEqual([':title', 'b1', 'b2.a', '@file']);
    expect(partsOfPage()).toEqual([':title', 'b1', 'b2.a']);
    document.body.innerHTML = page('open');
    expect(keys()).toEqual([':title', 'b1', 'b2.a', 'b2.a:outcome', 'b2.a.x', '@file']);
    expect(partsOfPage()).toEqual([':title', 'b1', 'b2.a']);
  });
});

test.each([
  [8, 10, 'listen'],
  [7, 10, 'read'],
  [4, 5, 'listen'],
  [0, 0, 'read'],
])('%i of %i parts heard is %s, asked once (SPEC N8)', async (heard, of, mode) => {
  await keepHeard('p', 'l', { at: '', second: 0, heard: Array.from({ length: heard }, (_, at) => `b${at}`), of });
  expect(await modeOf('p', 'l')).toBe(mode);
  expect(await heardBefore('p', 'l')).toBeUndefined();
  expect(await modeOf('p', 'l')).toBe('read');
});

test('leaving quickly silences the page at once', () => {
  const sound = document.body.appendChild(document.createElement('audio'));
  let paused = 0;
  sound.pause = () => void (paused += 1);
  try {
    leaveNow();
  } catch {
    // jsdom does not leave.
  }
  document.documentElement.classList.remove('gone');
  expect(paused).toBe(1);
});
