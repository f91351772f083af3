import { base } from './jest.config.base.mjs';

export default {
  ...base,
  // One after another: transaction numbers belong to the whole cluster, so a transaction that one file
  // holds open would hide rows from the feed of another.
  maxWorkers: 1,
  testTimeout: 30_000,
  testMatch: ['<rootDir>/apps/api/{src,test}/**/*.test.ts'],
  globalSetup: '<rootDir>/tools/src/testing/postgres-setup.ts',
  globalTeardown: '<rootDir>/tools/src/testing/postgres-teardown.ts',
};
