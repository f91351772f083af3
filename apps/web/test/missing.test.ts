import { expect, test } from '@jest/globals';
import { missingOf } from '../src/features/progress/progress.ts';

test('what other phones of the reader have not handed in is counted; this phone knows its own better', () => {
  const devices = [
    { device: 'this', received: 4, missing: 5 },
    { device: 'old', received: 7, missing: 2 },
    { device: 'older', received: 1, missing: 1 },
  ];
  expect(missingOf(devices, 'this')).toBe(3);
  expect(missingOf(devices, undefined)).toBe(8);
  expect(missingOf([], 'this')).toBe(0);
});
