import { base } from './jest.config.base.mjs';

export default {
  ...base,
  maxWorkers: 1,
  testTimeout: 120_000,
  testMatch: ['<rootDir>/apps/e2e/src/**/*.test.ts'],
};
