import 'fake-indexeddb/auto';
import { expect, test } from '@jest/globals';
import { countTry, forgetTries, waitAfter, waitLeft } from '../src/auth/profile/tries.ts';

test('the first two wrong tries cost nothing; from the third on the wait doubles, to a minute', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 50].map(waitAfter)).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('the phone remembers the wait, by reader, until it is over or the digits were right', async () => {
  const now = 1_000_000;
  for (let i = 0; i < 5; i += 1) await countTry('a', now);
  expect(await waitLeft('a', now)).toBe(4);
  expect(await waitLeft('a', now + 3_500)).toBe(1);
  expect(await waitLeft('a', now + 4_000)).toBe(0);
  expect(await waitLeft('b', now)).toBe(0);
  // A clock that was set back by a year does not lock anybody out.
  expect(await waitLeft('a', now - 31_536_000_000)).toBe(4);
  await forgetTries('a');
  expect(await waitLeft('a', now)).toBe(0);
});
