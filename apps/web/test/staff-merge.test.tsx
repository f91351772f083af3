import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { refreshSession } from '../src/auth/session.ts';
import { forgetMerged } from '../src/features/people/merge/merged-now.ts';
import { aboutWhom, progressOf } from '../src/features/people/merge/say-same.ts';
import { PeopleListView } from '../src/features/people/people-list.tsx';
import type { MyRecord } from '../src/records/status.ts';
import { type Answers, fakeServer, row, showStaff } from './staff-office.tsx';

const ME = { person: { id: '00000000-0000-4000-8000-0000000000aa', name: 'C' }, roles: ['coordinator'], scope: { provinces: null }, language: 'en', can: ['people.read', 'people.write'] };
const CARD = row(1) as { id: string };
const JOINED = row(2, { origin: 'joined', account: 'no-card', modulesDone: [], lessonsDone: 1 }) as { id: string };
const PROGRESS = { subject: CARD.id, state: { evidence: {}, endings: {} }, marks: {}, devices: [], courses: [] };
const RECORD = '00000000-0000-4000-8000-0000000000bb';

let merged = false;
let verdict = 'stored';

const answers: Answers = ({ path, body }) => {
  if (path === '/api/me') return { body: ME };
  if (path === '/api/people/search') return { body: { people: [CARD, JOINED], cursor: null, total: 2 } };
  if (path.endsWith('/progress')) return { body: PROGRESS };
  if (path.endsWith('/same')) return { body: merged ? { candidates: [], merged: [{ one: CARD, other: JOINED, records: [{ id: RECORD, subject: CARD.id }] }] } : { candidates: [{ person: JOINED, by: ['name', 'church'] }], merged: [] } };
  if (path === '/api/devices') return { body: { token: 't' } };
  if (path === '/api/records') {
    const ids = (body.records as { id: string }[]).map((one) => (typeof one === 'string' ? null : one.id));
    return { body: { verdicts: ids.map((id) => ({ id, verdict, ...(verdict === 'refused' ? { code: 'not_permitted' } : {}) })), feed: 'f' } };
  }
  return { status: 404, body: { code: 'not_found' } };
};

async function opened() {
  const asked = fakeServer(answers);
  await refreshSession();
  showStaff(<PeopleListView scope={null} mayWrite />);
  fireEvent.click(await screen.findByRole('button', { name: 'Person 1' }));
  await screen.findByRole('region', { name: 'About Person 1' });
  return asked;
}

const said = (asked: Awaited<ReturnType<typeof opened>>) =>
  asked.filter(({ path }) => path === '/api/records').flatMap(({ body }) => (body.records as { type: string; subject: string; actor: string; body: object }[]).map(({ type, subject, actor, body: what }) => ({ type, subject, actor, body: what })));

beforeEach(() => {
  merged = false;
  verdict = 'stored';
});
afterEach(() => {
  cleanup();
  forgetMerged();
});

test('whoever has a card is written about, else the one whose line is open', () => {
  const card: { id: string; origin: 'card' | 'joined' } = { id: 'a', origin: 'card' };
  const joined: { id: string; origin: 'card' | 'joined' } = { id: 'b', origin: 'joined' };
  expect(aboutWhom(joined, card)).toEqual([card, joined]);
  expect(aboutWhom(card, joined)).toEqual([card, joined]);
  expect(aboutWhom(joined, { ...joined, id: 'c' })[0].id).toBe('b');
});

test('what was said is done when all of it is delivered', () => {
  const mine = [{ id: '1', state: 'delivered' }, { id: '2', state: 'waiting' }, { id: '3', state: 'refused' }] as MyRecord[];
  expect(progressOf(mine, ['1'])).toBe('delivered');
  expect(progressOf(mine, ['1', '2'])).toBe('waiting');
  expect(progressOf(mine, ['1', '3'])).toBe('refused');
  expect(progressOf(mine, ['not there yet'])).toBe('waiting');
});

test('a quiet mark says who joined by code', async () => {
  await opened();
  expect(screen.getByText('joined by code')).toBeTruthy();
  expect(screen.getByText('No card yet')).toBeTruthy();
});

test('two people are shown side by side before anything is said', async () => {
  const asked = await opened();
  fireEvent.click(await screen.findByRole('button', { name: 'Compare Person 2' }));
  expect(document.activeElement?.textContent).toBe('Are Person 1 and Person 2 one person?');
  const table = document.querySelector('.side-by-side') as HTMLElement;
  expect([...table.children].map((one) => [...one.children].map((cell) => cell.textContent))).toEqual([
    ['Name', 'Person 1', 'Person 2'],
    ['Church and commune', 'Church · Svay Por', 'Church · Svay Por'],
    ['Province', 'Battambang', 'Battambang'],
    ['Came here', 'with a card', 'joined by code'],
    ['Modules', '1 of 2', '0 of 2'],
    ['Lessons', '2 lessons', '1 lesson'],
    ['Last active', '2 November 2025', '2 November 2025'],
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'No, two people' }));
  await screen.findByRole('button', { name: 'Compare Person 2' });
  expect(said(asked)).toEqual([]);
});

test('a refusal is told, and the line comes back', async () => {
  verdict = 'refused';
  await opened();
  fireEvent.click(await screen.findByRole('button', { name: 'Compare Person 2' }));
  fireEvent.click(screen.getByRole('button', { name: 'Yes, one person' }));
  await screen.findByText(/This was not accepted, so nothing has changed/);
  await screen.findByRole('button', { name: 'Person 2' });
});

test('one person: said by a record, one line is left, and it is taken back by ending that record', async () => {
  const asked = await opened();
  fireEvent.click(await screen.findByRole('button', { name: 'Compare Person 2' }));
  merged = true;
  fireEvent.click(screen.getByRole('button', { name: 'Yes, one person' }));
  await screen.findByText('This is in effect now.');
  expect(said(asked)).toEqual([{ type: 'people.merged', subject: CARD.id, actor: ME.person.id, body: { other: JOINED.id } }]);
  expect(screen.queryByRole('button', { name: 'Person 2' })).toBeNull();
  await screen.findByText('Also joined as Person 2');
  merged = false;
  fireEvent.click(screen.getByRole('button', { name: 'These are two people after all Person 2' }));
  await waitFor(() => expect(said(asked).at(-1)).toEqual({ type: 'record.voided', subject: CARD.id, actor: ME.person.id, body: { record: RECORD, reason: 'mistake' } }));
  await screen.findByRole('button', { name: 'Person 2' });
  await screen.findByRole('button', { name: 'Compare Person 2' });
});
