import { useEffect } from 'react';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import type { EditorStore } from '../editor-store.ts';
import { bringIntoSight } from '../bring.ts';
import { type Command, commandOf } from './command.ts';

const SCREEN = '.author-screen';
const CARDS = '.beside > .card, .beside .thing > .card';
const WRITING = 'input:not([type=checkbox]), textarea, select, .writing';

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(CARDS)];
const cardOf = (within: Element | null): HTMLElement | null => within?.closest<HTMLElement>(CARDS) ?? null;

/** Gives a card the focus once it stands where it belongs. */
function focusLater(id: string | undefined): void {
  requestAnimationFrame(() => {
    const card = id ? document.getElementById(id) : null;
    card?.focus();
    if (card) bringIntoSight(card, 'nearest');
  });
}

/** The thing that an edit is about, as its card is called. */
function cardOfEdit(edit: Edit): string {
  const id = edit.op === 'add' ? edit.thing.id : edit.op === 'set' || edit.op === 'confirm' ? edit.path[1] : edit.path.length > 1 ? edit.path[1] : edit.id;
  return `thing-${id ?? 'self'}`;
}

function step(by: 1 | -1): void {
  const all = cards();
  const at = all.indexOf(cardOf(document.activeElement) as HTMLElement);
  const next = all[at < 0 ? 0 : at + by];
  if (!next) return;
  (next.querySelector<HTMLElement>('[role=textbox]') ?? next).focus();
  bringIntoSight(next, 'nearest');
}

/** Presses the button of the card that is worked on. @returns its card, or null where there is none or it is not to be pressed now. */
function press(what: 'up' | 'down' | 'remove'): HTMLElement | null {
  const card = cardOf(document.activeElement);
  const button = card?.querySelector<HTMLButtonElement>(`:scope > header [data-do=${what}]`);
  if (!card || !button || button.disabled) return null;
  // What is being typed is told before its block goes elsewhere.
  card.focus();
  button.click();
  return card;
}

/** The keys of the editor, from anywhere on its screen. `tell`: what is said of what they did; `help`: shows the list of them. */
export function useKeys(store: EditorStore, tell: (words: string) => void, help: () => void): void {
  const { t } = useAuthorWords();
  useEffect(() => {
    const again = (edit: Edit | null, done: string, nothing: string): void => {
      tell(edit ? done : nothing);
      if (edit) focusLater(cardOfEdit(edit));
    };
    const moved = (what: 'up' | 'down'): void => {
      const card = press(what);
      if (!card) return;
      focusLater(card.id);
      requestAnimationFrame(() => {
        const things = cards().slice(1);
        tell(t('keys.moved', { place: things.indexOf(card) + 1, count: things.length }));
      });
    };
    const run: Record<Command, () => void> = {
      next: () => step(1),
      before: () => step(-1),
      down: () => moved('down'),
      up: () => moved('up'),
      add: () => (cardOf(document.activeElement)?.parentElement ?? document).querySelector<HTMLElement>('.add-thing select')?.focus(),
      remove: () => {
        const all = cards();
        const card = press('remove');
        if (card) focusLater((all[all.indexOf(card) + 1] ?? all[all.indexOf(card) - 1])?.id);
      },
      undo: () => again(store.undo(), t('keys.undone'), t('keys.nothing')),
      redo: () => again(store.redo(), t('keys.redone'), t('keys.forth')),
      leave: () => cardOf(document.activeElement)?.focus(),
      help,
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const active = document.activeElement;
      // What was removed by the mouse took the focus along: nothing has it then, and the keys are still the editor's.
      if (!active || event.isComposing || !(active === document.body || active.closest(SCREEN))) return;
      // A text has no use for Escape of its own, and prevents it all the same.
      if (event.defaultPrevented && !(event.key === 'Escape' && active.matches('.writing'))) return;
      const command = commandOf(event, active.matches(WRITING));
      // A list that drops down has its own use for Alt and an arrow.
      if (!command || (event.altKey && active.matches('select, [role=combobox]'))) return;
      event.preventDefault();
      run[command]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, tell, help, t]);
}
