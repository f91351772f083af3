import { expect, test } from '@jest/globals';
import { saysIt } from '../src/features/assessment/written/says-it.ts';

test.each([
  ['another spelling of the same word', 'សូមហៅប៉ូលីសភ្លាម', 'ប៉ូលិស', true],
  ['invisible spaces between words', 'ខ្ញុំ\u200bជឿ\u200bប្អូន', 'ជឿប្អូន', true],
  ['digits of the other script', 'ហៅ ១២៨៨', '1288', true],
  ['capital letters', 'YOU are not to blame', 'you are not to blame', true],
  ['something else', 'ខ្ញុំមិនដឹងទេ', 'ប៉ូលិស', false],
  ['nothing that was written', '', 'ប៉ូលិស', false],
  ['nothing to look for', 'ខ្ញុំជឿប្អូន', '', false],
])('%s', (_, written, words, says) => {
  expect(saysIt(written, words)).toBe(says);
});
