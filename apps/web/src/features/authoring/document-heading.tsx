import { type ReactNode, useSyncExternalStore } from 'react';
import { useAuthorWords } from '../../i18n/author-words.ts';
import type { EditorStore } from './editor-store.ts';
import { titleOf } from './title-of.ts';

/** What is open: its name as it is being written, and what it is. Questions have no name of their own. */
export function DocumentHeading({ store }: { store: EditorStore }): ReactNode {
  const { t, lang } = useAuthorWords();
  const { kind } = store.state.document;
  const title = useSyncExternalStore(store.follow, () => titleOf(store.state.document, lang));
  return (
    <div>
      {kind !== 'quiz' && <p className="faint">{t(`kind.${kind}`)}</p>}
      <h1 tabIndex={-1}>{kind === 'quiz' ? t('kind.quiz') : title || t('tree.untitled')}</h1>
    </div>
  );
}
