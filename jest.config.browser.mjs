import { base } from './jest.config.base.mjs';

export default {
  ...base,
  maxWorkers: 2,
  testTimeout: 60_000,
  testMatch: ['<rootDir>/apps/e2e/src/**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/apps/e2e/src/support/second-try.ts'],
  globalSetup: '<rootDir>/tools/src/testing/postgres-setup.ts',
  globalTeardown: '<rootDir>/tools/src/testing/postgres-teardown.ts',
};
