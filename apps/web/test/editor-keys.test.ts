import { expect, test } from '@jest/globals';
import { type Command, commandOf } from '../src/features/authoring/keys/command.ts';

const NOTHING = { key: '', code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test.each<[string, Partial<typeof NOTHING>, Command | null, Command | null]>([
  ['Alt and down', { key: 'ArrowDown', altKey: true }, 'next', 'next'],
  ['Alt, Shift and up', { key: 'ArrowUp', altKey: true, shiftKey: true }, 'up', 'up'],
  ['Alt and Enter', { key: 'Enter', altKey: true }, 'add', 'add'],
  ['Alt and Delete', { key: 'Delete', altKey: true }, 'remove', 'remove'],
  ['down alone', { key: 'ArrowDown' }, null, null],
  ['AltGr', { key: 'ArrowDown', altKey: true, ctrlKey: true }, null, null],
  ['Ctrl Z', { key: 'z', code: 'KeyZ', ctrlKey: true }, 'undo', null],
  ['Ctrl Z on a Khmer board', { key: 'ឋ', code: 'KeyZ', ctrlKey: true }, 'undo', null],
  ['Cmd Shift Z', { key: 'Z', code: 'KeyZ', metaKey: true, shiftKey: true }, 'redo', null],
  ['Ctrl Y', { key: 'y', code: 'KeyY', ctrlKey: true }, 'redo', null],
  ['a letter', { key: 'z', code: 'KeyZ' }, null, null],
  ['a question mark', { key: '?', shiftKey: true }, 'help', null],
  ['Escape', { key: 'Escape' }, null, 'leave'],
])('%s', (_name, pressed, resting, writing) => {
  expect([commandOf({ ...NOTHING, ...pressed }, false), commandOf({ ...NOTHING, ...pressed }, true)]).toEqual([resting, writing]);
});
