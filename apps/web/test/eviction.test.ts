import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from '@jest/globals';
import { forgetEviction, lostToEviction, noteWaiting } from '../src/records/eviction.ts';

beforeEach(async () => {
  noteWaiting(0);
  await forgetEviction();
});

test('a store that is empty although answers waited in it was emptied, and that is said until it was read', async () => {
  noteWaiting(3);
  expect(document.cookie).toContain('sj_waiting=3');
  expect(await lostToEviction(true)).toBe(3);
  noteWaiting(0);
  // Also after the reader has begun anew.
  noteWaiting(1);
  expect(await lostToEviction(false)).toBe(3);
  await forgetEviction();
  expect(await lostToEviction(false)).toBe(0);
});

test('a new phone, and one from which everything was sent, has lost nothing', async () => {
  expect(await lostToEviction(true)).toBe(0);
  noteWaiting(2);
  noteWaiting(0);
  expect(document.cookie).not.toContain('sj_waiting');
  expect(await lostToEviction(true)).toBe(0);
});
