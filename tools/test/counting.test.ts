import { expect, test } from '@jest/globals';
import { outcomeOf } from '../src/testing/jest-step.ts';

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 };

test('what passed counts as passed', () => {
  expect(outcomeOf(report, 0, '')).toMatchObject({ passed: 3, failed: 0 });
});

test('a file that could not run is a failure', () => {
  expect(outcomeOf({ ...report, numRuntimeErrorTestSuites: 2, numFailedTests: 1 }, 1, '')).toMatchObject({ passed: 3, failed: 3 });
});

test('no tests at all are a failure', () => {
  expect(outcomeOf({ ...report, numPassedTests: 0 }, 0, '')).toMatchObject({ passed: 0, failed: 1 });
});

test('a run that ends badly is a failure, whatever its tests say', () => {
  expect(outcomeOf(report, 1, '')).toMatchObject({ passed: 3, failed: 1 });
});
