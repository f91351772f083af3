import { afterEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { cohortGroups, joinAddress, typedJoinAddress } from '../src/features/people/cohorts/cohort-code.ts';
import { CohortsView } from '../src/features/people/cohorts/cohorts-view.tsx';
import { type Answers, fakeServer, showStaff } from './staff-office.tsx';

const cohort = (n: number, part: object = {}) => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, code: '12345674', name: `Group ${n}`, province: 'battambang', joined: n, madeOn: '2025-11-02', closed: false, ...part,
});
const page = (...cohorts: object[]) => ({ body: { cohorts, more: false } });

function show(answers: Answers, scope: string[] | null = null, mayWrite = true, lang = 'en') {
  const asked = fakeServer(answers);
  return { asked, ...showStaff(<CohortsView scope={scope} mayWrite={mayWrite} />, lang) };
}

afterEach(cleanup);

test('a code is read in two groups of four, and leads to the page for joining', () => {
  expect(cohortGroups('12345674')).toBe('1234 5674');
  expect(joinAddress('https://example.org', '12345674')).toBe('https://example.org/j/12345674');
  expect(typedJoinAddress('https://example.org')).toBe('example.org/j');
});

test('where there is no group yet, the page says what one is for', async () => {
  show(() => page());
  await screen.findByText('There is no group yet');
  expect(screen.getByRole('button', { name: 'Make a group' })).toBeTruthy();
});

test('a group is made once, stands first, and shows its code and sheet', async () => {
  const { asked } = show(({ method }) => (method === 'POST' ? { status: 201, body: cohort(2, { name: 'November' }) } : page(cohort(1))), ['battambang']);
  fireEvent.click(await screen.findByRole('button', { name: 'Make a group' }));
  expect(document.activeElement?.textContent).toBe('Make a group');
  expect((screen.getByLabelText('Province') as HTMLSelectElement).value).toBe('battambang');
  const form = document.querySelector('form') as HTMLFormElement;
  fireEvent.submit(form);
  await screen.findByText('Please write a name.');
  expect(document.activeElement).toBe(screen.getByLabelText('Name of the group'));
  fireEvent.change(screen.getByLabelText('Name of the group'), { target: { value: ' November ' } });
  fireEvent.submit(form);
  fireEvent.submit(form);
  await screen.findByRole('button', { name: 'November' });
  expect(asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body])).toEqual([['/api/cohorts', { name: 'November', province: 'battambang' }]]);
  const lines = document.querySelectorAll('.cohort');
  expect(lines[0]?.textContent).toContain('1234 5674');
  expect(within(lines[0] as HTMLElement).getByRole('button', { name: 'Close the group' })).toBeTruthy();
  expect(document.body.innerHTML).not.toContain(' style=');
});

test('a failed request keeps what was typed and says so', async () => {
  show(({ method }) => (method === 'POST' ? null : page(cohort(1))));
  fireEvent.click(await screen.findByRole('button', { name: 'Make a group' }));
  fireEvent.change(screen.getByLabelText('Name of the group'), { target: { value: 'November' } });
  fireEvent.change(screen.getByLabelText('Province'), { target: { value: 'koh-kong' } });
  fireEvent.submit(document.querySelector('form') as HTMLFormElement);
  await screen.findByText(/No answer came back. Please look in the list below/);
  expect((screen.getByLabelText('Name of the group') as HTMLInputElement).value).toBe('November');
});

test('a group is closed and opened again; a closed one prints no sheet', async () => {
  const { asked } = show(({ path, body }) => (path.endsWith('/close') ? { body: cohort(1, { closed: body.closed }) } : page(cohort(1))));
  fireEvent.click(await screen.findByRole('button', { name: 'Group 1' }));
  fireEvent.click(screen.getByRole('button', { name: 'Close the group' }));
  await screen.findByText('Closed. Nobody new can join.');
  expect(screen.queryByRole('button', { name: /Print in/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Open it again' }));
  await screen.findByText('Open. People can join again.');
  expect(asked.filter(({ path }) => path.endsWith('/close')).map(({ body }) => body)).toEqual([{ closed: true }, { closed: false }]);
});

test('the sheet is printed in the language of the hall, and is gone afterwards', async () => {
  show(() => page(cohort(1)));
  fireEvent.click(await screen.findByRole('button', { name: 'Group 1' }));
  const printed: string[] = [];
  window.print = () => void printed.push(document.querySelector('.cohort-sheet')?.textContent ?? '');
  fireEvent.click(screen.getByRole('button', { name: 'បោះពុម្ពជាភាសាខ្មែរ' }));
  fireEvent(window, new Event('afterprint'));
  await waitFor(() => expect(document.querySelector('.cohort-sheet')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'Print in English' }));
  expect(printed[0]).toContain('ជ្រើសលេខសម្ងាត់ ៦ ខ្ទង់');
  expect(printed[1]).toContain('Choose six secret digits');
  for (const sheet of printed) {
    expect(sheet).toContain('1234 5674');
    expect(sheet).toContain('localhost/j');
  }
  fireEvent(window, new Event('afterprint'));
});

test('who may only read makes and closes nothing, and more groups are fetched below', async () => {
  show(({ path }) => (path === '/api/cohorts' ? { body: { cohorts: [cohort(1)], more: true } } : page(cohort(3))), null, false);
  fireEvent.click(await screen.findByRole('button', { name: 'Group 1' }));
  expect(screen.queryByRole('button', { name: 'Make a group' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Close the group' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await screen.findByRole('button', { name: 'Group 3' });
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('a list that cannot be had is told in words', async () => {
  show(() => null);
  await screen.findByText('There is no connection right now');
});
