/** What the keys of the editor do. */
export type Command = 'next' | 'before' | 'down' | 'up' | 'add' | 'remove' | 'undo' | 'redo' | 'leave' | 'help';

/** The keys as the panel shows them, in its order. */
export const SHOWN: readonly (readonly [word: 'next' | 'move' | 'add' | 'remove' | 'leave' | 'undo' | 'redo' | 'help', ...keys: string[]])[] = [
  ['next', 'Alt + ↓', 'Alt + ↑'],
  ['move', 'Alt + Shift + ↓', 'Alt + Shift + ↑'],
  ['add', 'Alt + Enter'],
  ['remove', 'Alt + Delete'],
  ['leave', 'Esc'],
  ['undo', 'Ctrl + Z'],
  ['redo', 'Ctrl + Shift + Z', 'Ctrl + Y'],
  ['help', '?'],
];

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const ALT: Readonly<Record<string, Command>> = { ArrowDown: 'next', ArrowUp: 'before', Enter: 'add', Delete: 'remove' };
const ALT_SHIFT: Readonly<Record<string, Command>> = { ArrowDown: 'down', ArrowUp: 'up' };

/**
 * The command of a key; null for one that is none. Where something is being written (`writing`) its own undo and its
 * question marks stay its own. Letters go by their place on the board as well: on a Khmer one Z writes ឋ.
 */
export function commandOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: Pressed, writing: boolean): Command | null {
  const control = ctrlKey || metaKey;
  // AltGr is Ctrl and Alt at once, and writes letters.
  if (altKey) return control ? null : ((shiftKey ? ALT_SHIFT : ALT)[key] ?? null);
  if (writing) return key === 'Escape' && !control ? 'leave' : null;
  const letter = (name: string): boolean => key.toLowerCase() === name || code === `Key${name.toUpperCase()}`;
  if (control && letter('z')) return shiftKey ? 'redo' : 'undo';
  if (control) return letter('y') && !shiftKey ? 'redo' : null;
  return key === '?' ? 'help' : null;
}
