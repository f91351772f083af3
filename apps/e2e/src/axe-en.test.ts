import { describe } from '@jest/globals';
import { testScenes } from './support/scenes.ts';

// A file for each language, so that two browsers can look at once.
describe('in English', () => {
  testScenes('en');
});
