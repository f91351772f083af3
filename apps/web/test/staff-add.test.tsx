import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { AddPeople } from '../src/features/people/add-people.tsx';
import { sheetsOf } from '../src/features/people/card-sheets.tsx';
import { bareCode, cardAddress, codeGroups } from '../src/features/people/code-groups.ts';
import { bodyOf, draftErrors, EMPTY_DRAFT, nextDraft, serverErrors } from '../src/features/people/draft.ts';
import { squaresPath } from '../src/ui/qr-code.tsx';
import { forgetCards } from '../src/features/people/session-cards.ts';
import { type Answers, fakeServer, showStaff } from './staff-office.tsx';

const DRAFT = { ...EMPTY_DRAFT, name: ' សុខ សុភាព ', role: 'pastor', province: 'battambang', church: 'Church', phone: '០១២ ៣៤៥', email: 'left@over.org' } as const;

const added = (name: string, code: string | null, invitation: string | null = null) => ({
  status: 201,
  body: { person: { id: `id-${name}`, name, roles: ['pastor'], account: 'new' }, code, invitation },
});

async function form(answers: Answers, mayInvite = true, scope: string[] | null = null) {
  const asked = fakeServer(answers);
  const shown = showStaff(<AddPeople scope={scope} mayInvite={mayInvite} />);
  await screen.findByRole('option', { name: 'Battambang' });
  return { asked, ...shown };
}

function fill(name: string): void {
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: name } });
  fireEvent.change(screen.getByLabelText('Province'), { target: { value: 'battambang' } });
}

const send = (): boolean => fireEvent.submit(document.querySelector('form') as HTMLFormElement);

beforeAll(() => {
  window.scrollTo = () => undefined;
});

afterEach(() => {
  cleanup();
  forgetCards();
});

test('a code is printed in groups of four, five and five', () => {
  expect(codeGroups('1234-56789-01234')).toEqual(['1234', '56789', '01234']);
  expect(codeGroups('12345678901234')).toEqual(['1234', '56789', '01234']);
  expect(codeGroups('DEMO-0001')).toEqual(['DEMO-0001']);
  expect(bareCode('1234-56789-01234')).toBe('12345678901234');
  expect(cardAddress('https://example.org', '1234-56789-01234')).toBe('https://example.org/sign-in#code=12345678901234');
});

test('ten cards lie on a sheet, and squares are drawn run by run', () => {
  expect(sheetsOf(Array.from({ length: 21 }, (_, index) => index)).map(({ length }) => length)).toEqual([10, 10, 1]);
  expect(squaresPath([[true, true, false, true]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1z');
});

test('only what a role needs is sent, in one form of letters and digits', () => {
  expect(bodyOf(DRAFT)).toEqual({ name: 'សុខ សុភាព', role: 'pastor', province: 'battambang', commune: null, church: 'Church', phone: '012 345', gender: 'not-said', ageBand: 'not-said', email: null });
  expect(bodyOf({ ...DRAFT, role: 'reviewer', email: ' a@b.org ' })).toMatchObject({ church: null, commune: null, email: 'a@b.org' });
  expect(nextDraft({ ...DRAFT, commune: 'Svay Por' })).toEqual({ ...EMPTY_DRAFT, role: 'pastor', province: 'battambang', commune: 'Svay Por', church: 'Church' });
  expect(draftErrors(EMPTY_DRAFT)).toEqual({ name: 'add.error.name', role: 'add.error.role', province: 'add.error.province' });
  expect(serverErrors({ type: '', title: '', status: 400, code: 'bad_request', fields: ['province', 'unheard-of'] })).toEqual({ province: 'add.error.province' });
});

test('errors stand beside their fields and go away when mended; nothing is sent', async () => {
  const { asked } = await form(() => null);
  send();
  const name = await screen.findByLabelText('Name');
  expect(document.activeElement).toBe(name);
  expect(name.getAttribute('aria-invalid')).toBe('true');
  const told = (name.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent?.trim());
  expect(told).toContain('Please write the name.');
  expect(screen.getByRole('alert').textContent).toContain('2 lines need another look');
  fireEvent.change(name, { target: { value: 'Dara' } });
  expect(screen.queryByText('Please write the name.')).toBeNull();
  expect(screen.getByText('Please choose the province.')).toBeTruthy();
  expect(asked.filter(({ path }) => path === '/api/people')).toEqual([]);
});

test('a double press adds one person; then the card is shown, and the next form keeps the place', async () => {
  const { asked } = await form(() => added('Dara', '1234-56789-01234'));
  fill('Dara');
  fireEvent.change(screen.getByLabelText(/^Church/), { target: { value: 'Church of Svay Por' } });
  send();
  send();
  await screen.findByText('The card for Dara is ready');
  expect(asked.filter(({ path }) => path === '/api/people')).toHaveLength(1);
  const card = document.querySelector('.added .code-card') as HTMLElement;
  expect(card.querySelector('.card-code b')?.textContent).toBe('1234 56789 01234');
  // In the learner's language first; no name, no subject.
  expect(card.lang).toBe('km');
  expect(card.textContent).toContain('ជ្រើសលេខសម្ងាត់ ៦ ខ្ទង់');
  expect(card.textContent).toContain('Choose six secret digits');
  expect(card.textContent).not.toContain('Dara');
  expect(document.body.innerHTML).not.toContain(' style=');
  fireEvent.click(screen.getByRole('button', { name: 'Add another person' }));
  expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('');
  expect((screen.getByLabelText('Province') as HTMLSelectElement).value).toBe('battambang');
  expect((screen.getByLabelText(/^Church/) as HTMLInputElement).value).toBe('Church of Svay Por');
});

test('all cards of the session are printed together, each with its name beside the cutting line', async () => {
  let n = 0;
  await form(() => added(`Person ${(n += 1)}`, `1234-56789-0123${n}`));
  for (const name of ['Person 1', 'Person 2']) {
    fill(name);
    send();
    await screen.findByText(`The card for ${name} is ready`);
    if (name === 'Person 1') fireEvent.click(screen.getByRole('button', { name: 'Add another person' }));
  }
  const printed: string[] = [];
  window.print = () => void printed.push(...[...document.querySelectorAll('.sheets .strip b')].map(({ textContent }) => textContent ?? ''));
  fireEvent.click(screen.getByRole('button', { name: 'Print all 2 cards of this session' }));
  expect(printed).toEqual(['Person 1', 'Person 2']);
  expect(document.querySelector('.sheet footer')?.textContent).toContain('Page 1 of 1');
  fireEvent(window, new Event('afterprint'));
  await waitFor(() => expect(screen.getAllByText('sent to the printer')).toHaveLength(2));
});

test.each([
  [{ status: 409, body: { code: 'email_taken' } }, 'Somebody signs in with this e-mail address already.'],
  [{ status: 503, body: { code: 'database_down' } }, 'What you wrote is still here; please try again in a minute.'],
  [null, 'it is not certain whether Chan was added'],
])('a failure loses nothing and is told in words (%#)', async (answer, words) => {
  await form(() => answer);
  fireEvent.click(screen.getByLabelText('Reviewer'));
  fill('Chan');
  fireEvent.change(screen.getByLabelText('E-mail address'), { target: { value: 'chan@example.org' } });
  send();
  await waitFor(() => expect(document.body.textContent).toContain(words));
  expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('Chan');
  expect((screen.getByLabelText('E-mail address') as HTMLInputElement).value).toBe('chan@example.org');
});

test('staff get a one-time link; whoever may not invite is not offered their roles', async () => {
  await form(() => added('Chan', null, 'https://example.org/welcome#token=x'));
  fireEvent.click(screen.getByLabelText('Reviewer'));
  expect(screen.queryByLabelText(/^Church/)).toBeNull();
  fill('Chan');
  fireEvent.change(screen.getByLabelText('E-mail address'), { target: { value: 'chan@example.org' } });
  send();
  await screen.findByText('Send it to chan@example.org, to nobody else.');
  expect((screen.getByLabelText('One-time link') as HTMLInputElement).value).toBe('https://example.org/welcome#token=x');
  cleanup();
  await form(() => null, false, ['battambang']);
  expect(screen.queryByLabelText('Reviewer')).toBeNull();
  expect(screen.queryByRole('option', { name: 'Koh Kong' })).toBeNull();
  expect((screen.getByLabelText('Province') as HTMLSelectElement).value).toBe('battambang');
});
