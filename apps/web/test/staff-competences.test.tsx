import 'fake-indexeddb/auto';
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { refreshSession } from '../src/auth/session.ts';
import { PeopleListView } from '../src/features/people/people-list.tsx';
import { type Answers, fakeServer, row, showStaff } from './staff-office.tsx';

const ME = { person: { id: '00000000-0000-4000-8000-0000000000aa', name: 'C' }, roles: ['coordinator'], scope: { provinces: null }, language: 'en', can: ['people.read', 'people.write', 'staff.invite'] };
const REVIEWER = row(1, { roles: ['reviewer'], modulesDone: [], lessonsDone: 0 }) as { id: string };
const PERSON = { ...REVIEWER, phone: null, gender: 'not-said', ageBand: 'not-said', competences: ['lang:km', 'law'] };

async function opened(can: string[], roles = ['reviewer'], save: Answers = () => null) {
  const asked = fakeServer((one) => {
    if (one.path === '/api/me') return { body: { ...ME, can } };
    if (one.path === '/api/people/search') return { body: { people: [{ ...REVIEWER, roles }], cursor: null, total: 1 } };
    if (one.path.endsWith('/progress')) return { body: { subject: REVIEWER.id, state: { evidence: {}, endings: {} }, marks: {}, devices: [], courses: [] } };
    if (one.path.endsWith('/competences')) return save(one);
    return one.path === `/api/people/${REVIEWER.id}` ? { body: { ...PERSON, roles } } : { status: 404, body: { code: 'not_found' } };
  });
  await refreshSession();
  showStaff(<PeopleListView scope={null} mayWrite />);
  fireEvent.click(await screen.findByRole('button', { name: 'Person 1' }));
  await screen.findByText(/New link|New card/);
  await screen.findByText(new RegExp(roles.includes('reviewer') ? 'Reviewer' : 'Author', 'u'), { selector: '.details' });
  return asked;
}
const ticked = () => screen.queryAllByRole('checkbox', { checked: true }).map((box) => document.querySelector(`label[for="${box.id}"]`)?.textContent);

afterEach(cleanup);

test('a coordinator of the country sees what a reviewer signs off, what each means, and what stays', async () => {
  await opened(ME.can);
  expect(ticked()).toEqual(['Law', 'Khmer']);
  expect(screen.getByRole('checkbox', { name: 'Safety', description: 'Whether following the advice puts anybody in danger: readers, families, children.' })).toBeTruthy();
  expect(screen.getByText(/What this person signed before stays signed/)).toBeTruthy();
});

test('what is chosen is sent whole, and said to be saved', async () => {
  const asked = await opened(ME.can, ['reviewer'], () => ({ body: { competences: ['lang:km', 'scripture'] } }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Law' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Scripture' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved. It holds from now on.');
  expect(asked.filter(({ path }) => path.endsWith('/competences')).map(({ body }) => body)).toEqual([{ competences: ['lang:km', 'scripture'] }]);
});

test('what could not be saved is said, and stays chosen', async () => {
  await opened(ME.can);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Safety' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('This could not be saved just now. Please try again.');
  expect(ticked()).toEqual(['Law', 'Safety', 'Khmer']);
});

test('a coordinator of some provinces reads it, and nobody but a reviewer is asked about it', async () => {
  await opened(['people.read', 'people.write']);
  expect(screen.getByText('Khmer · Law')).toBeTruthy();
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  cleanup();
  await opened(ME.can, ['author']);
  expect(screen.queryByText('What Person 1 signs off')).toBeNull();
});
