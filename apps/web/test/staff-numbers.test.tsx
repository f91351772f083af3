import { afterEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { nextCall } from '../src/features/people/numbers/confirm-number.tsx';
import { numberErrors, sentDraft, draftOf } from '../src/features/people/numbers/number-draft.ts';
import { NumbersView } from '../src/features/people/numbers/numbers-view.tsx';
import { type Answers, fakeServer, showStaff } from './staff-office.tsx';

const CHILD = {
  contact: {
    id: 'hotline-child',
    number: '1280',
    name: { en: 'Child Helpline', km: 'ខ្សែទូរស័ព្ទជំនួយកុមារ' },
    answers: { en: 'For anyone up to 25.', km: 'សម្រាប់ក្មេងៗ។' },
    kind: 'helpline',
    free: true,
    hours: 'always',
    languages: ['km'],
    anonymous: null,
    reportsTo: null,
    source: 'child-helpline',
    sourceTitle: { en: 'Its own page', km: 'ទំព័ររបស់គេ' },
    verifiedOn: null,
    reviewBy: null,
  },
  version: 3,
  state: 'unconfirmed',
  history: [{ what: 'changed', on: '2026-11-02', by: 'Sok', fields: ['number', 'free'], number: { before: '1279', after: '1280' } }],
  published: [{ id: 'k7f2qd', kind: 'lesson', title: { en: 'Learn to do right', km: 'រៀនធ្វើល្អ' } }],
  drafts: [],
};
const UNNAMED = { ...CHILD, contact: { ...CHILD.contact, id: 'aple', number: '092 311 511' }, published: [], history: [], drafts: [{ id: 'q8x3mt', kind: 'quiz', title: { en: 'Warning signs', km: 'សញ្ញា' } }] };

const answers: Answers = ({ method, path }) => (method === 'GET' && path === '/api/office/contacts' ? { body: { contacts: [CHILD, UNNAMED], today: '2026-11-27' } } : null);

async function opened(own: Answers = answers, { number = '1280', mayWrite = true } = {}) {
  const asked = fakeServer((one) => own(one) ?? answers(one));
  showStaff(<NumbersView mayWrite={mayWrite} />);
  fireEvent.click(await screen.findByRole('button', { name: number }));
  return asked;
}
const sent = (asked: Awaited<ReturnType<typeof opened>>) => asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body]);

afterEach(cleanup);

test('an opened number says what is known, what is not, which lessons name it and who changed it', async () => {
  await opened();
  const panel = document.getElementById('number-hotline-child')?.textContent ?? '';
  for (const words of ['Day and night', 'Free', 'May a caller leave out the name?Not known', '{contact:hotline-child}', 'Learn to do right', 'Sok changed the number from 1279 to 1280', 'Sok changed «Cost»']) expect(panel).toContain(words);
});

test('ringing it asks first what was heard, sends the version that was read, and says that it is done', async () => {
  const confirmed = { ...CHILD, version: 4, state: 'confirmed', contact: { ...CHILD.contact, verifiedOn: '2026-11-27', reviewBy: '2027-05-27' } };
  const asked = await opened(({ path }) => (path.endsWith('/confirm') ? { body: confirmed } : null));
  fireEvent.click(screen.getByRole('button', { name: 'I have rung this number today' }));
  expect(document.activeElement?.textContent).toBe('You have rung 1280 today?');
  expect(sent(asked)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Yes, I have rung it' }));
  await screen.findByText('Confirmed. Phones get it at their next contact.');
  expect(sent(asked)).toEqual([['/api/office/contacts/hotline-child/confirm', { version: 3, reviewBy: '2027-05-27' }]]);
  expect(screen.getByText('Rung 27 November')).toBeTruthy();
});

test('a number that somebody else has changed is shown anew, and nothing is said of it', async () => {
  const asked = await opened(({ path }) => (path.endsWith('/confirm') ? { status: 409, body: { code: 'contact_moved_on' } } : null));
  fireEvent.click(screen.getByRole('button', { name: 'I have rung this number today' }));
  fireEvent.click(screen.getByRole('button', { name: 'Yes, I have rung it' }));
  await screen.findByText(/Somebody else has changed this number meanwhile/);
  await waitFor(() => expect(asked.filter(({ method }) => method === 'GET')).toHaveLength(2));
});

test('a number that published lessons name cannot be withdrawn, and says which; another one can', async () => {
  await opened();
  fireEvent.click(screen.getByRole('button', { name: 'Give it out no more' }));
  const asking = screen.getByRole('group', { name: 'Give 1280 out no more?' });
  expect(within(asking).getByRole('link', { name: 'Learn to do right' }).getAttribute('href')).toBe('/author/k7f2qd');
  expect(within(asking).queryByRole('button', { name: 'Give it out no more' })).toBeNull();
  cleanup();
  const retired = { ...UNNAMED, version: 4, state: 'retired' };
  const asked = await opened(({ path }) => (path.endsWith('/retire') ? { body: retired } : null), { number: '092 311 511' });
  fireEvent.click(screen.getByRole('button', { name: 'Give it out no more' }));
  const other = screen.getByRole('group', { name: 'Give 092 311 511 out no more?' });
  expect(other.textContent).toContain('1 text that is being written names it');
  fireEvent.click(within(other).getByRole('button', { name: 'Give it out no more' }));
  await screen.findByText('It is given out no more.');
  expect(sent(asked)).toEqual([['/api/office/contacts/aple/retire', { version: 3, retired: true }]]);
});

test('a new number is written in both languages, with digits of either script', async () => {
  const asked = await opened(({ method, path }) => (method === 'POST' && path === '/api/office/contacts' ? { status: 201, body: { ...UNNAMED, contact: { ...UNNAMED.contact, id: 'new-one' }, drafts: [] } } : null));
  fireEvent.click(screen.getByRole('button', { name: 'Add a number' }));
  fireEvent.click(screen.getByRole('button', { name: 'Add this number' }));
  expect(await screen.findAllByText('Please write this in both languages.')).toHaveLength(6);
  expect(document.activeElement?.getAttribute('name')).toBe('number');
  const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  write('Number', '០១២ ៣៤៥ ៦៧៨');
  for (const [field, km, en] of [['Name', 'ប៉ូលីសខេត្តកែប', 'Police of Kep'], ['Who answers', 'មន្ត្រីម្នាក់។', 'An officer.'], ['Where we know it from', 'មេអង្គភាព', 'The chief']] as const) {
    write(`${field} (Khmer)`, km);
    write(`${field} (English)`, en);
  }
  fireEvent.click(screen.getByRole('button', { name: 'Add this number' }));
  await waitFor(() => expect(sent(asked)).toHaveLength(1));
  expect(sent(asked)[0]?.[1]).toMatchObject({ number: '012 345 678', name: { km: 'ប៉ូលីសខេត្តកែប', en: 'Police of Kep' }, free: null, hours: null });
});

test('whoever answers for some provinces confirms, and changes nothing', async () => {
  await opened(answers, { mayWrite: false });
  expect(screen.getByRole('button', { name: 'I have rung this number today' })).toBeTruthy();
  for (const name of ['Change', 'Give it out no more', 'Add a number']) expect(screen.queryByRole('button', { name })).toBeNull();
});

test('the next call is half a year on, at the end of a shorter month', () => {
  expect([nextCall('2026-11-27'), nextCall('2026-08-31'), nextCall('2027-08-30')]).toEqual(['2027-05-27', '2027-02-28', '2028-02-29']);
});

test('a draft is judged as it is sent', () => {
  const draft = { ...draftOf(null), number: ' ១២៨៨ ' };
  expect(sentDraft(draft).number).toBe('1288');
  expect(numberErrors(draft, ['km', 'en'])).toEqual({ name: 'number.error.text', answers: 'number.error.text', sourceTitle: 'number.error.text' });
});
