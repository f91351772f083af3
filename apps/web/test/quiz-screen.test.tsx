import 'fake-indexeddb/auto';
import { expect, test } from '@jest/globals';
import { act, render, screen, waitFor } from '@testing-library/react';
import { BrowserRouter } from '../src/ui/router.tsx';
import type { CourseManifest } from '@seek-justice/domain/curriculum/leaf.ts';
import { QuizScreen } from '../src/routes/learn/quiz.tsx';
import { WordsIn } from './words-in.tsx';

const HASH = 'f'.repeat(64);
const OPTIONS = [
  { id: 'a', right: true, text: 'option a', feedback: 'yes' },
  { id: 'b', right: false, text: 'option b', feedback: 'no' },
];
const LEAF = { kind: 'quiz', id: 'q1', lang: 'en', passMark: 80, draft: false, items: [{ id: 'one', type: 'single', question: 'First?', options: OPTIONS }] };
const MODULE = { id: 'm', title: { en: 'Module' }, summary: {}, lessons: [], quiz: { id: 'q1', items: 1, leaves: { en: { hash: HASH, bytes: 1 } } } };

test('the frame stays the same while questions arrive, are answered and come to their result', async () => {
  window.scrollTo = () => undefined;
  let come: ((response: Response) => void) | null = null;
  globalThis.fetch = () => new Promise((resolve) => (come = resolve));
  const manifest = { id: 'c', title: { en: 'Course' }, modules: [MODULE] } as unknown as CourseManifest;
  const course = { hash: 'c', manifest };
  const module = manifest.modules[0] as CourseManifest['modules'][number];
  render(
    <WordsIn lang="en">
      <BrowserRouter>
        <QuizScreen step={{ course, module, moduleAt: 0, kind: 'quiz' }} />
      </BrowserRouter>
    </WordsIn>,
  );
  const frame = (): Element[] => ['.foot a', '.foot .exit', 'main', '.bar'].map((part) => document.querySelector(part) as Element);
  const before = frame();
  expect(screen.getByText(/on their way/)).toBeTruthy();
  // The phone is looked through first.
  await waitFor(() => expect(come).not.toBeNull());
  await act(async () => come?.(new Response(JSON.stringify(LEAF), { headers: { 'content-type': 'application/json' } })));
  await screen.findByText('First?');
  expect(frame()).toEqual(before);
  expect(frame().every((part, at) => part === before[at])).toBe(true);
});
