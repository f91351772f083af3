import { memo, type ReactNode } from 'react';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { inverseOf } from '@seek-justice/domain/curriculum/authoring/inverse.ts';
import type { Form } from '@seek-justice/domain/curriculum/form.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { useEditing } from './editing.ts';
import { Gutter } from './gutter.tsx';
import { ThingFields } from './thing-fields.tsx';

interface Props {
  thing: { id: string; type: string };
  form: Form;
  list: 'blocks' | 'items';
  /** Ids of the things around it: two before (null at the beginning), and the next one. */
  before: string | null;
  beforeThat: string | null;
  next: string | null;
  /** Told what would put it back. */
  onRemoved: (back: Edit | null) => void;
  /** Absent: things of this list are not kept elsewhere. */
  onPutAside?: ((thing: { id: string }) => void) | undefined;
}

/** One block of a lesson or question of a quiz, in both languages side by side. */
export const ThingCard = memo(function ThingCard({ thing, form, list, before, beforeThat, next, onRemoved, onPutAside }: Props): ReactNode {
  const { t, say } = useAuthorWords();
  const { edit, mayWrite, store } = useEditing();
  const name = say(`${list === 'blocks' ? 'block' : 'item'}.${thing.type}`);
  const up = (): void => void edit({ op: 'move', path: [list], id: thing.id, after: beforeThat });
  const down = (): void => void edit({ op: 'move', path: [list], id: thing.id, after: next });
  return (
    <section className="card" id={`thing-${thing.id}`} tabIndex={-1} data-type={thing.type} aria-label={name}>
      <header>
        <h3>{name}</h3>
        {mayWrite && (
          <span className="card-do">
            <button type="button" className="plain" data-do="up" onClick={up} disabled={before === null}>
              {t('thing.up')}
            </button>
            <button type="button" className="plain" data-do="down" onClick={down} disabled={next === null}>
              {t('thing.down')}
            </button>
            {onPutAside && (
              <button type="button" className="plain" onClick={() => onPutAside(thing)}>
                {t('bank.putAside')}
              </button>
            )}
            <button
              type="button"
              className="plain"
              data-do="remove"
              onClick={() => {
                const removal: Edit = { op: 'remove', path: [list], id: thing.id, was: thing as unknown as Json };
                onRemoved(inverseOf(removal, store.state.document));
                edit(removal);
              }}
            >
              {t('thing.remove')}
            </button>
          </span>
        )}
        <Gutter of={thing} form={form} path={[list, thing.id]} />
      </header>
      <ThingFields thing={thing} form={form} path={[list, thing.id]} />
    </section>
  );
});
