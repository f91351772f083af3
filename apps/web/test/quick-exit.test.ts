import { expect, test } from '@jest/globals';
import { watchShift } from '../src/ui/quick-exit.ts';

const press = (key: string): void => {
  document.dispatchEvent(new KeyboardEvent('keydown', { key }));
  document.dispatchEvent(new KeyboardEvent('keyup', { key }));
};

test('Shift three times by itself leaves; capitals do not', () => {
  let left = 0;
  const stop = watchShift(() => (left += 1));
  for (let i = 0; i < 3; i += 1) {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    press('A');
    document.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }));
  }
  expect(left).toBe(0);
  press('Shift');
  press('Shift');
  expect(left).toBe(0);
  press('Shift');
  expect(left).toBe(1);
  stop();
  for (let i = 0; i < 3; i += 1) press('Shift');
  expect(left).toBe(1);
});
