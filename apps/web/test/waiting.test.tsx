import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { BrowserRouter } from '../src/ui/router.tsx';
import { nameProfile } from '../src/auth/profile-cookie.ts';
import { changeProfile, enterProfile } from '../src/auth/profile/profiles.ts';
import { refreshSession } from '../src/auth/session.ts';
import { WhatWaits } from '../src/features/progress/carry/what-waits.tsx';
import en from '../src/i18n/late/en.json';
import km from '../src/i18n/late/km.json';
import type { OutboxEntry } from '../src/local/database.ts';
import { atomically } from '../src/local/tables.ts';
import { refreshStatus } from '../src/records/status.ts';
import { WaitingLine } from '../src/routes/learn/waiting.tsx';
import { WordsIn } from './words-in.tsx';

const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';
const DAY = 86_400_000;
const CODES: Record<NonNullable<OutboxEntry['code']>, true> = {
  malformed: true,
  too_large: true,
  id_taken: true,
  not_permitted: true,
  bad_signature: true,
  unreadable: true,
  join_unknown: true,
  join_closed: true, not_yet: true,
};

globalThis.fetch = async () => {
  throw new TypeError('Failed to fetch');
};

/** What lies in the phone's outbox, and who reads. */
async function phoneHolds(entries: (Partial<OutboxEntry> & Pick<OutboxEntry, 'id'>)[]): Promise<void> {
  await atomically(['outbox'], async (does) => {
    for (const { id } of await does.all('outbox')) does.remove('outbox', id);
    for (const entry of entries) does.put('outbox', entry.id, { owner: A, seq: 0, at: Date.now(), sealed: '…', state: 'waiting', ...entry });
  });
  await act(() => refreshStatus());
}

function show(): void {
  render(
    <WordsIn lang="en">
      <BrowserRouter>
        <WaitingLine missing={2} />
        <WhatWaits />
      </BrowserRouter>
    </WordsIn>,
  );
}

const line = (): string => document.querySelector('.waiting')?.textContent ?? '';

beforeEach(async () => {
  document.body.replaceChildren();
  await enterProfile(A, null);
  await changeProfile(A, { session: true });
  nameProfile(A);
  await refreshSession();
});

test('says what waits and since when, what is handed on, what is others’ and what is carried', async () => {
  await phoneHolds([
    { id: '1', at: Date.now() - 5 * DAY - 1000, handedAt: Date.now() },
    { id: '2', seq: 1 },
    { id: '3', owner: B },
    { id: '4', owner: null },
    { id: '5', owner: null },
    { id: '6', state: 'delivered' },
  ]);
  show();
  expect(line()).toContain('2 answers wait to be sent (for 5 days now) · handed on, not yet confirmed');
  expect(line()).toContain('1 answer of somebody else waits on this phone.');
  expect(line()).toContain('2 answers of other phones are carried here.');
  expect(line()).toContain('2 answers of another phone of yours have not arrived.');
  screen.getByText(/ 1 was handed on, on .*; that it has arrived is not yet confirmed/);
});

test('days are said in the reader’s own words and digits', async () => {
  await phoneHolds([{ id: '1', at: new Date(2026, 8, 7, 10).getTime() }]);
  render(
    <WordsIn lang="km">
      <WhatWaits />
    </WordsIn>,
  );
  screen.getByText(/៧ កញ្ញា ២០២៦/);
});

test('joining is no answer: it is said in its own words', async () => {
  await phoneHolds([{ id: '1', seq: -1 }]);
  show();
  expect(line()).toContain('You are joined when the phone has a connection.');
  expect(line()).not.toContain('answer waits');
  await phoneHolds([{ id: '1', seq: -1, state: 'refused', code: 'join_closed' }]);
  expect(line()).toContain('The code of your group was not taken.');
});

test('what was refused leads to its reasons', async () => {
  await phoneHolds([
    { id: '1', state: 'refused', code: 'unreadable' },
    { id: '2', state: 'refused', code: 'bad_signature' },
    { id: '3', state: 'refused', code: 'bad_signature' },
  ]);
  show();
  expect(line()).toContain('3 answers were not accepted');
  screen.getByText('2 answers were not accepted', { selector: 'b' });
  screen.getByText(/The seal could not be opened/);
  screen.getByText(/Its signature does not fit this phone/);
});

test('every reason for a refusal has words in both languages', () => {
  for (const code of Object.keys(CODES)) for (const words of [en, km]) expect(words).toHaveProperty([`refused.${code}`]);
});
