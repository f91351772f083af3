import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { completionValue, FIRST_FILTER, forgetFilter, readCompletion, rememberFilter, requestBody } from '../src/features/people/filter.ts';
import { PeopleListView } from '../src/features/people/people-list.tsx';
import { type Answers, fakeServer, row, showStaff } from './staff-office.tsx';

const page = (from: number, to: number, cursor: string | null, total: number | null) => ({
  body: { people: Array.from({ length: to - from }, (_, index) => row(from + index)), cursor, total },
});

const list = (answers: Answers, lang = 'en') => {
  const asked = fakeServer(answers);
  return { asked, ...showStaff(<PeopleListView scope={null} mayWrite />, lang) };
};

const sentence = (): string => document.querySelector('.sentence')?.textContent ?? '';

afterEach(() => {
  cleanup();
  forgetFilter();
  history.replaceState(null, '');
});

test('each word of the sentence becomes a part of the request', async () => {
  const { asked } = list(() => page(0, 2, null, 2));
  await screen.findByText('Person 0');
  expect(asked[0]?.body).toEqual({ ...FIRST_FILTER, cursor: null, limit: 50 });
  fireEvent.change(screen.getByLabelText('Who'), { target: { value: 'police' } });
  fireEvent.change(screen.getByLabelText('Where'), { target: { value: 'koh-kong' } });
  fireEvent.change(screen.getByLabelText('How far'), { target: { value: 'module-done m2' } });
  fireEvent.change(screen.getByLabelText('In which order'), { target: { value: 'recent' } });
  await waitFor(() => expect(asked.at(-1)?.body.order).toBe('recent'));
  expect(asked.at(-1)?.body).toMatchObject({ role: 'police', province: 'koh-kong', completion: 'module-done', module: 'm2', cursor: null });
  await screen.findByText('2 people');
  expect(asked.every(({ path, method }) => path === '/api/people/search' && method === 'POST')).toBe(true);
});

test('a module belongs to one way of being done alone, and survives the way through a select', () => {
  const filter = { ...FIRST_FILTER, completion: 'module-done', module: 'm2' } as const;
  expect(readCompletion(completionValue(filter))).toEqual({ completion: 'module-done', module: 'm2' });
  expect(readCompletion(completionValue(FIRST_FILTER))).toEqual({ completion: 'any', module: null });
  expect(requestBody({ ...filter, completion: 'begun' }, null).module).toBeNull();
});

test('what was searched stays out of the address and of the history', async () => {
  const { asked } = list(() => page(0, 1, null, 1));
  await screen.findByText('Person 0');
  const field = screen.getByLabelText('Find by name, church or commune');
  fireEvent.change(field, { target: { value: ' សុភាព ' } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  await waitFor(() => expect(asked.at(-1)?.body.text).toBe('សុភាព'));
  expect(location.href + JSON.stringify(history.state)).not.toContain('សុភាព');
  expect(history.state).toMatchObject({ filter: { role: 'pastor', text: '' } });
});

test('the sentence reads in both languages with their own digits', async () => {
  rememberFilter({ ...FIRST_FILTER, province: 'battambang', completion: 'module-done', module: 'm2' });
  const { words } = list(() => page(0, 2, null, 23), 'km');
  await screen.findByText('២៣ នាក់');
  expect(document.querySelector('.people')?.textContent).toContain('១ នៃ ២');
  expect(document.querySelector('.people')?.textContent).toContain('២ វិច្ឆិកា ២០២៥');
  const texts = () => [...document.querySelectorAll('.word-text')].map(({ textContent }) => textContent);
  expect(texts()).toEqual(['អ្នកគង្វាល', 'បាត់ដំបង', 'ដែលបានរៀនចប់ «សញ្ញាព្រមាន»', 'ឈ្មោះ']);
  await act(async () => words.change('en'));
  expect(texts()).toEqual(['Pastors', 'Battambang', 'who have finished “Warning signs”', 'name']);
  expect(sentence()).toContain('23 people');
});

test('more is fetched by the cursor, is added below, and takes the focus', async () => {
  const { asked } = list(({ body }) => (body.cursor === 'two' ? page(50, 70, null, 70) : page(0, 50, 'two', 70)));
  await screen.findByText('50 of 70 shown');
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  // A second press while the first is under way asks nothing.
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await screen.findByText('All 70 are shown');
  expect(asked.map(({ body }) => body.cursor)).toEqual([null, 'two']);
  expect(document.querySelectorAll('.row-open')).toHaveLength(70);
  expect(document.activeElement?.textContent).toBe('Person 50');
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('a failed next page keeps the rows and can be tried again', async () => {
  let broken = true;
  list(({ body }) => (body.cursor ? (broken ? null : page(50, 51, null, null)) : page(0, 50, 'two', null)));
  await screen.findByText('more than 10,000 people');
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await screen.findByText(/Those above are still right/);
  expect(document.querySelectorAll('.row-open')).toHaveLength(50);
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Person 50');
});

test.each([
  [0, 'There is no connection right now', 'Try again'],
  [401, 'You are no longer signed in', 'Sign in'],
  [403, 'This is not open to your account', null],
  [503, 'This could not be fetched', 'Try again'],
])('status %i is told in words', async (status, title, way) => {
  list(() => (status === 0 ? null : { status, body: { code: 'unexpected' } }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain(title);
  expect(way === null ? within(alert).queryByRole('button') : within(alert).getByText(way)).toEqual(way === null ? null : expect.anything());
});

test('an answer to an older sentence is never shown', async () => {
  const waiting: ((value: unknown) => void)[] = [];
  list(({ body }) => (body.province ? page(7, 8, null, 1) : page(0, 1, null, 1)));
  const real = globalThis.fetch;
  await screen.findByText('Person 0');
  globalThis.fetch = (async (path: string, init: RequestInit) => {
    const slow = JSON.parse(init.body as string).role === null;
    if (slow) await new Promise((resolve) => waiting.push(resolve));
    return real(path, init);
  }) as typeof fetch;
  fireEvent.change(screen.getByLabelText('Who'), { target: { value: '' } });
  await waitFor(() => expect(waiting).toHaveLength(1));
  fireEvent.change(screen.getByLabelText('Who'), { target: { value: 'pastor' } });
  fireEvent.change(screen.getByLabelText('Where'), { target: { value: 'koh-kong' } });
  await screen.findByText('Person 7');
  await act(async () => waiting[0]?.(null));
  expect(screen.queryByText('Person 0')).toBeNull();
});

test('nobody yet says what to do; nobody for a sentence says how to see everybody', async () => {
  const { asked } = list(() => page(0, 0, null, 0));
  await screen.findByText('Nobody is here yet');
  expect(screen.getByRole('link', { name: 'Add a person' }).getAttribute('href')).toBe('/staff/add');
  fireEvent.change(screen.getByLabelText('How far'), { target: { value: 'all-done' } });
  await screen.findByText('Nobody fits this sentence');
  fireEvent.click(screen.getByRole('button', { name: 'Show everybody' }));
  await waitFor(() => expect(asked.at(-1)?.body).toMatchObject({ role: null, completion: 'any', text: '' }));
});
