import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkLaw, seedsOf } from '../src/testing/seeds.ts';

describe('kept seeds', () => {
  const kept = { old: [{ seed: 7 }, { seed: -12, path: '3:0' }] };

  it('run every one, in order, before a fresh one', () => {
    expect(seedsOf('old', kept, {})).toEqual([{ seed: 7 }, { seed: -12, path: '3:0' }, {}]);
    expect(seedsOf('new', kept, {})).toEqual([{}]);
  });

  it('give way to the one that is being looked into', () => {
    expect(seedsOf('old', kept, { SEED: '42' })).toEqual([{ seed: 42 }]);
    expect(seedsOf('old', kept, { SEED: '42', SEED_PATH: '9:1' })).toEqual([{ seed: 42, path: '9:1' }]);
  });

  it('fail with a broken law, whether it answers at once or later', async () => {
    await expect(checkLaw('digits', fc.property(fc.nat(), (n) => n < 0), { numRuns: 2 })).rejects.toThrow(/seed/);
    await expect(checkLaw('digits', fc.asyncProperty(fc.nat(), async (n) => n < 0), { numRuns: 2 })).rejects.toThrow(/seed/);
  });
});
