import { type KeyboardEvent, memo, type ReactNode } from 'react';
import { BLOCK_FORMS, type FieldForm, formIn, formOf, ITEM_FORMS } from '@seek-justice/domain/curriculum/form.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { putCaret } from './caret.ts';
import type { EditorStore } from './editor-store.ts';
import { emptyThing } from './empty-thing.ts';

/** Begins a block or question after another one: one choice, and it is there. As often on the page as there are blocks: none is drawn twice. */
export const AddThing = memo(function AddThing({ list, field, after, store }: { list: 'blocks' | 'items'; field: FieldForm & { kind: 'list' }; after: string | null; store: EditorStore }): ReactNode {
  const { t, say } = useAuthorWords();
  const types = Object.keys(list === 'blocks' ? BLOCK_FORMS : ITEM_FORMS);
  return (
    <p className="add-thing">
      <select
        value=""
        onKeyDown={openByKey}
        aria-label={t(list === 'blocks' ? 'add.block' : 'add.item')}
        onChange={({ target }) => {
          const type = target.value;
          const form = list === 'blocks' ? (formOf(type) ?? []) : formIn(field, { type });
          const thing = emptyThing(form, type);
          const given = list === 'items' ? { options: type === 'truefalse' ? trueOrFalse(thing.options) : thing.options } : {};
          store.edit({ op: 'add', path: [list], thing: { ...thing, ...given } as typeof thing, after });
          putCaret(`#thing-${thing.id}`);
        }}
      >
        <option value="">+ {t(list === 'blocks' ? 'add.block' : 'add.item')}</option>
        {types.map((type) => (
          <option key={type} value={type}>
            {say(`${list === 'blocks' ? 'block' : 'item'}.${type}`)}
          </option>
        ))}
      </select>
    </p>
  );
});

/** An arrow in a closed list would choose what nobody has seen: it opens the list instead. */
function openByKey(event: KeyboardEvent<HTMLSelectElement>): void {
  const { currentTarget: select, key, altKey } = event;
  if (altKey || !['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key) || !CSS.supports('selector(:open)') || select.matches(':open')) return;
  event.preventDefault();
  select.showPicker();
}

function trueOrFalse(options: Json | undefined): Json {
  return Array.isArray(options) ? options.map((option, at) => ({ ...(option as object), right: at === 0 })) : [];
}
