import { type ReactNode, useSyncExternalStore } from 'react';
import { useAuthorWords } from '../../i18n/author-words.ts';
import type { EditorStore } from './editor-store.ts';
import { titleOf } from './title-of.ts';

const noStore = (): (() => void) => () => undefined;

/** What is open: its name as it is being written, and what it is. Questions have no name of their own. `store` null: it is on its way. */
export function DocumentHeading({ store }: { store: EditorStore | null }): ReactNode {
  const { t, lang } = useAuthorWords();
  const kind = store?.state.document.kind;
  const title = useSyncExternalStore(store?.follow ?? noStore, () => (store ? titleOf(store.state.document, lang) : ''));
  return (
    <div>
      <p className="faint">{kind && kind !== 'quiz' && t(`kind.${kind}`)}</p>
      <h1 tabIndex={-1}>{kind === 'quiz' ? t('kind.quiz') : kind ? title || t('tree.untitled') : t('tree.title')}</h1>
    </div>
  );
}
