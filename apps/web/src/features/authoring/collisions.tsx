import type { ReactNode } from 'react';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { useEditorState } from './editing.ts';
import type { EditorStore } from './editor-store.ts';

function shown(value: unknown): string {
  return typeof value === 'string' ? value : value == null ? '—' : JSON.stringify(value);
}

/** Where two people have written in the same place: both texts, and the choice. Nothing is lost before somebody chooses. */
export function Collisions({ store }: { store: EditorStore }): ReactNode {
  const { t } = useAuthorWords();
  const { collisions } = useEditorState(store);
  return collisions.map((collision, at) => {
    const { edit, theirs } = collision;
    const lang = 'lang' in edit ? edit.lang : undefined;
    return (
      <section key={at} className="collision" role="alert">
        <p>
          <b>{t(collision.refused ? 'collision.refused' : theirs === undefined ? 'collision.gone' : 'collision.title')}</b>
        </p>
        <div className="pair">
          <div>
            <span className="field-name">{t('collision.mine')}</span>
            <p lang={lang}>{shown('value' in edit ? edit.value : null)}</p>
            {theirs !== undefined && (
              <button type="button" onClick={() => store.settle(collision, true)}>
                {t('collision.takeMine')}
              </button>
            )}
          </div>
          <div>
            <span className="field-name">{t('collision.theirs')}</span>
            <p lang={lang}>{shown(theirs)}</p>
            <button type="button" className="quiet" onClick={() => store.settle(collision, false)}>
              {t('collision.takeTheirs')}
            </button>
          </div>
        </div>
      </section>
    );
  });
}
