import { afterEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { byKhmerKey } from '../src/features/people/name-order.ts';
import { dayWords, daysAgo } from '../src/features/people/day-words.ts';
import { notCountedAnywhere } from '../src/features/people/not-counted.ts';
import { PeopleListView } from '../src/features/people/people-list.tsx';
import { forgetCards } from '../src/features/people/session-cards.ts';
import type { Progress } from '../src/features/people/shapes.ts';
import { type Answers, CURRICULUM, fakeServer, row, showStaff } from './staff-office.tsx';

const PROGRESS = {
  subject: 'p',
  devices: [{ device: 'd1', received: 4, missing: 0 }, { device: 'd2', received: 2, missing: 3 }],
  state: { evidence: { r1: { kind: 'lesson', lesson: 'l1' }, r2: { kind: 'lesson', lesson: 'l3' }, r3: { kind: 'quiz', quiz: 'q1' } }, endings: {} },
  marks: {},
  courses: [
    {
      course: 'c1',
      modules: [
        { id: 'm1', lessonsDone: ['l1'], lessonsOf: 2, quiz: { attempts: 2, best: 75, passed: false }, state: 'begun' },
        { id: 'm2', lessonsDone: [], lessonsOf: 1, quiz: { attempts: 0, best: null, passed: false }, state: 'todo' },
      ],
      modulesDone: 0,
      next: null,
      notCounted: { r2: 'ended' },
    },
    { course: 'c2', modules: [], modulesDone: 0, next: null, notCounted: { r1: 'not_in_course', r2: 'not_in_course', r3: 'no_role' } },
  ],
} as unknown as Progress;

const answers: Answers = ({ path, method }) => {
  if (path === '/api/people/search') return { body: { people: [row(1, { account: 'active' })], cursor: null, total: 1 } };
  if (path.endsWith('/progress')) return { body: PROGRESS };
  if (path.endsWith('/code') && method === 'POST') return { status: 201, body: { code: '1234-56789-01234' } };
  return { status: 404, body: { code: 'not_found' } };
};

async function opened(own: Answers = answers) {
  const asked = fakeServer(own);
  showStaff(<PeopleListView scope={null} mayWrite />);
  const button = await screen.findByRole('button', { name: 'Person 1' });
  button.focus();
  fireEvent.click(button);
  return { asked, button };
}

afterEach(() => {
  cleanup();
  forgetCards();
});

test('a row opens in place and says what is done, what is left and what does not count', async () => {
  const { button } = await opened();
  expect(button.getAttribute('aria-expanded')).toBe('true');
  await screen.findByText('Seek justice');
  const panel = document.getElementById(button.getAttribute('aria-controls') ?? '')?.textContent ?? '';
  expect(panel).toContain('1 of 2 lessons');
  expect(panel).toContain('Questions not passed yet, best mark 75% · 2 tries');
  expect(panel).toContain('Still to do Keep asking · the questions');
  expect(panel).toContain('1 record is kept but does not count');
  expect(panel).toContain('3 records of this person\'s phones have not arrived yet');
  expect(panel).toContain('Lesson “Signs in the village”: withdrawn later');
  expect(document.activeElement).toBe(button);
  fireEvent.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(document.activeElement).toBe(button);
});

test('what one course counts is not held against a person because another does not', () => {
  const modules = CURRICULUM.courses.flatMap((course) => course.modules);
  expect(notCountedAnywhere(PROGRESS, modules).map(({ id, reason }) => [id, reason])).toEqual([['r2', 'ended']]);
});

test('progress that cannot be had is told in the row, and asked for again', async () => {
  let broken = true;
  await opened((asked) => (asked.path.endsWith('/progress') && broken ? null : answers(asked)));
  await screen.findByText('There is no connection right now');
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Seek justice');
});

test('a new card says first what it does, and is shown once it is there', async () => {
  const { asked } = await opened();
  await screen.findByText('Seek justice');
  fireEvent.click(screen.getByRole('button', { name: 'New card' }));
  expect(asked.some(({ path }) => path.endsWith('/code'))).toBe(false);
  expect(document.activeElement?.textContent).toBe('Make a new card for Person 1?');
  expect(screen.getByText(/The old code and the six secret digits end at once/)).toBeTruthy();
  const yes = screen.getByRole('button', { name: 'Make a new card' });
  fireEvent.click(yes);
  fireEvent.click(yes);
  await screen.findByText('The card for Person 1 is ready');
  expect(asked.filter(({ path }) => path.endsWith('/code'))).toHaveLength(1);
  expect(document.querySelector('.panel .card-code b')?.textContent).toBe('1234 56789 01234');
  expect(screen.getByText('Card not used yet')).toBeTruthy();
});

test('keeping the old card asks nothing and gives the focus back', async () => {
  const { asked } = await opened();
  fireEvent.click(screen.getByRole('button', { name: 'New card' }));
  fireEvent.click(screen.getByRole('button', { name: 'Keep the old card' }));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('New card'));
  expect(asked.some(({ path }) => path.endsWith('/code'))).toBe(false);
});

test('days and names are ordered and written as Khmer readers do, without the browser’s help', () => {
  expect(dayWords('km', '2026-01-09', '2026-11-22')).toBe('៩ មករា');
  expect(dayWords('en', '2025-01-09', '2026-11-22')).toBe('9 January 2025');
  expect(daysAgo('2026-10-31', '2026-11-01')).toBe(1);
  const names = ['ភ្នំពេញ', 'កោះកុង', 'កំពង់ចាម', 'កណ្ដាល', 'កែប', 'ប៉ៃលិន', 'បាត់ដំបង', 'ព្រះវិហារ', 'ព្រៃវែង', 'កំពត', 'ក្រចេះ', 'កំពង់ស្ពឺ', 'កំពង់ធំ'];
  expect([...names].sort(byKhmerKey)).toEqual([...names].sort(new Intl.Collator('km').compare));
});
