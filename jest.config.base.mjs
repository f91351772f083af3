import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What all kinds of tests share. */
export const base = {
  rootDir: dirname(fileURLToPath(import.meta.url)),
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json', 'node'],
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
  modulePathIgnorePatterns: ['/dist/', '/.nx/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

function swc(tsx) {
  return [
    '@swc/jest',
    {
      swcrc: false,
      module: { type: 'es6' },
      sourceMaps: 'inline',
      jsc: {
        experimental: { keepImportAttributes: true },
        target: 'es2024',
        keepClassNames: true,
        parser: { syntax: 'typescript', tsx, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
      },
    },
  ];
}
