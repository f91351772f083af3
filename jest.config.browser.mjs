import { base } from './jest.config.base.mjs';

export default {
  ...base,
  // One browser at a time: two of them on a small machine only wait for each other.
  maxWorkers: 1,
  testTimeout: 60_000,
  testMatch: ['<rootDir>/apps/e2e/src/**/*.test.ts'],
  globalSetup: '<rootDir>/tools/src/testing/postgres-setup.ts',
  globalTeardown: '<rootDir>/tools/src/testing/postgres-teardown.ts',
};
