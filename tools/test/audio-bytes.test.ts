import { expect, test } from '@jest/globals';
import { audioBytesPerMinute } from '../src/bench/bytes/audio.ts';

test('narration takes at most 125 KB a minute', async () => {
  const { bytes } = await audioBytesPerMinute();
  // 16 kbit/s are 120,000 bytes a minute: less would not be what was asked for.
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(125 * 1024);
});
