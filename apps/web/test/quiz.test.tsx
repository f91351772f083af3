import 'fake-indexeddb/auto';
import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { check, handIn, isBegun, newAttempt, pick } from '../src/features/assessment/attempt.ts';
import { type Handed, Quiz } from '../src/features/assessment/quiz.tsx';
import { Result } from '../src/features/assessment/result.tsx';
import { dropOwn, ownKept } from '../src/auth/profile/vault.ts';
import { WordsIn } from './words-in.tsx';

const option = (id: string, right: boolean) => ({ id, right, text: `option ${id}`, feedback: `feedback ${id}` });
const LEAF: QuizLeaf = {
  kind: 'quiz',
  id: 'q1',
  lang: 'en',
  passMark: 80,
  draft: false,
  items: [
    { id: 'one', type: 'single', question: 'First?', options: [option('a', false), option('b', true)] },
    { id: 'two', type: 'multiple', question: 'Second?', options: [option('c', true), option('d', true), option('e', false)] },
  ],
};

function show(handed: Handed[] = [], leaf = LEAF) {
  return render(
    <WordsIn lang={leaf.lang}>
      <Quiz leaf={leaf} owner="visitor" onFinish={(what) => handed.push(what)}>
        {(playing) => (
          <>
            <p>{`${playing?.at}/${playing?.of}`}</p>
            {playing?.question}
          </>
        )}
      </Quiz>
    </WordsIn>,
  );
}

const tap = (name: string | RegExp): void => void fireEvent.click(screen.getByText(name).closest('button') as HTMLElement);
const settle = (): Promise<void> => act(async () => new Promise((resolve) => setTimeout(resolve, 30)));

afterEach(async () => {
  cleanup();
  await dropOwn('visitor', 'draft/q1');
});

test('the first completed answer counts, however often others are tried', () => {
  const [one, two] = LEAF.items as [QuizLeaf['items'][number], QuizLeaf['items'][number]];
  let attempt = pick(pick(newAttempt(), one, 'a'), one, 'b');
  attempt = check(pick(attempt, two, 'c'), two);
  attempt = check(pick(attempt, two, 'd'), two);
  expect(handIn(attempt, LEAF.items)).toEqual({ one: ['a'], two: ['c'] });
  expect(attempt.shown).toEqual({ one: ['b'], two: ['c', 'd'] });
});

test('who has looked at what others say has begun', () => {
  const item = { id: 'say', type: 'written' as const, question: 'What would you say?', options: [option('x', true)] };
  expect([isBegun(newAttempt()), isBegun(check(newAttempt(), item))]).toEqual([false, true]);
});

test('checking nothing is no answer', () => {
  expect(check(newAttempt(), LEAF.items[1]!).counted).toEqual({});
});

test('a quiz from the first question to its result', async () => {
  window.scrollTo = () => undefined;
  const handed: Handed[] = [];
  show(handed);
  await settle();
  expect(screen.queryByText('Next question')).toBeNull();
  tap('option a');
  expect(screen.getByText('feedback a')).toBeTruthy();
  expect(screen.getByText('Not quite')).toBeTruthy();
  tap('option b');
  expect(screen.getByText('feedback b')).toBeTruthy();
  tap('Next question');
  expect(screen.getByText('2/2')).toBeTruthy();
  expect(screen.getByText(/Choose all that fit/)).toBeTruthy();
  tap('option c');
  expect(screen.queryByText('feedback c')).toBeNull();
  tap('option d');
  tap('Check my answer');
  expect(screen.getByText(/those are the ones/)).toBeTruthy();
  tap('See my result');
  expect(handed).toEqual([{ answers: { one: ['a'], two: ['c', 'd'] }, mark: { right: 1, of: 2, percent: 50, passed: false } }]);
  await settle();
  expect(await ownKept('visitor', 'draft/q1')).toBeUndefined();
});

test('half-done answers survive a reload and a change of language', async () => {
  window.scrollTo = () => undefined;
  show();
  await settle();
  tap('option a');
  tap('Next question');
  await settle();
  cleanup();
  show([], { ...LEAF, lang: 'km' });
  await settle();
  expect(screen.getByText('2/2')).toBeTruthy();
  expect(document.body.textContent).toContain('ចម្លើយរបស់លោកអ្នកនៅទីនេះដដែល');
  expect(document.body.textContent).toContain('ក');
});

test('what is written is marked by nobody, handed in nowhere and kept nowhere; then it says what others say', async () => {
  window.scrollTo = () => undefined;
  const handed: Handed[] = [];
  const others = [
    { id: 'x', right: true, text: 'I believe you', feedback: 'It takes courage to tell.' },
    { id: 'y', right: true, text: 'you are not to blame', feedback: 'Many think that they are.' },
  ];
  show(handed, { ...LEAF, items: [{ id: 'say', type: 'written', question: 'What would you say to her?', options: others }, LEAF.items[0]!] });
  await settle();
  const field = screen.getByLabelText(/In your own words/);
  expect(screen.getByText(/sent to nobody/).id).toBe(field.getAttribute('aria-describedby'));
  // No browser may send it anywhere to look for mistakes in it.
  expect([field.getAttribute('spellcheck'), field.getAttribute('autocomplete')]).toEqual(['false', 'off']);
  fireEvent.change(field, { target: { value: 'Sister, YOU are not to blame.' } });
  expect(screen.queryByText('I believe you')).toBeNull();
  tap('Show what others say');
  expect(screen.getByText('It takes courage to tell.')).toBeTruthy();
  expect(screen.getAllByText('You say so too')).toHaveLength(1);
  expect(screen.getByText('You say so too').closest('li')?.textContent).toContain('you are not to blame');
  expect(screen.queryByText(/those are the ones/)).toBeNull();
  await settle();
  expect(JSON.stringify(await ownKept('visitor', 'draft/q1'))).not.toContain('Sister');
  tap('Next question');
  tap('option b');
  tap('See my result');
  expect(handed).toEqual([{ answers: { one: ['b'] }, mark: { right: 1, of: 1, percent: 100, passed: true } }]);
});

test('nothing needs to be written', async () => {
  window.scrollTo = () => undefined;
  show([], { ...LEAF, items: [{ id: 'say', type: 'written', question: 'What would you say?', options: [{ id: 'x', right: true, text: 'I believe you', feedback: 'It takes courage.' }] }] });
  await settle();
  tap('Show what others say');
  expect(screen.queryByText('You say so too')).toBeNull();
  expect(screen.getByText('See my result')).toBeTruthy();
});

test('a question whose translation is older than its source says so, and no other does', async () => {
  window.scrollTo = () => undefined;
  show([], { ...LEAF, stale: ['two'] });
  await settle();
  expect(screen.queryByText(/has changed since/)).toBeNull();
  tap('option b');
  tap('Next question');
  expect(screen.getByText('The text that this was translated from has changed since.')).toBeTruthy();
});

test('so does it among what is worth reading again', () => {
  render(
    <WordsIn lang="en">
      <Result leaf={{ ...LEAF, stale: ['two'] }} answers={{ one: ['a'], two: ['e'] }} mark={{ right: 0, of: 2, percent: 0, passed: false }} fate="kept">
        <p>On</p>
      </Result>
    </WordsIn>,
  );
  const said = [...document.querySelectorAll('.reread > li')].map((item) => item.textContent?.includes('has changed since'));
  expect(said).toEqual([false, true]);
});
