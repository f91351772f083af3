import { base } from './jest.config.base.mjs';

export default {
  ...base,
  maxWorkers: 2,
  testTimeout: 30_000,
  testMatch: ['<rootDir>/apps/api/{src,test}/**/*.test.ts'],
  globalSetup: '<rootDir>/tools/src/testing/postgres-setup.ts',
  globalTeardown: '<rootDir>/tools/src/testing/postgres-teardown.ts',
};
