import type { ReactNode } from 'react';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { useEditorState } from './editing.ts';
import type { EditorStore } from './editor-store.ts';

/** Where the author's words are: on the server, or on this computer until they can get there; and who else is at work. */
export function SaveState({ store }: { store: EditorStore }): ReactNode {
  const { t, say } = useAuthorWords();
  const state = useEditorState(store);
  return (
    <p className={`save-state ${state.phase}`} role="status">
      <span>{say(`save.${state.phase}`)}</span>
      {state.others.length > 0 && <span className="others">{t('save.others', { names: state.others.join(', ') })}</span>}
    </p>
  );
}
