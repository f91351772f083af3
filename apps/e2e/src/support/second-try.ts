import { jest } from '@jest/globals';

// Two browsers, two servers and two databases share two processors here: what a machine does at its worst moment says nothing
// of the app. What failed is said, and is done once more from its beginning; who fails twice has failed.
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });
