import { base } from './jest.config.base.mjs';

export default {
  maxWorkers: 2,
  // A machine that does other work too takes longer; what hangs is still found.
  testTimeout: 20_000,
  projects: [
    { ...base, displayName: 'rules', testMatch: ['<rootDir>/packages/*/{src,test}/**/*.test.ts'] },
    { ...base, displayName: 'tools', testMatch: ['<rootDir>/tools/**/*.test.ts'] },
    {
      ...base,
      displayName: 'web',
      testEnvironment: '<rootDir>/tools/src/testing/browser-environment.mjs',
      testMatch: ['<rootDir>/apps/web/{src,test}/**/*.test.{ts,tsx}'],
      moduleNameMapper: { '\\.(?:css|svg|woff2|worklet\\.ts)$': '<rootDir>/tools/src/testing/empty-module.mjs' },
    },
  ],
};
