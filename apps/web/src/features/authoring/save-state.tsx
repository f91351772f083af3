import type { ReactNode } from 'react';
import { useAuthorWords } from '../../i18n/author-words.ts';
import type { EditorState } from './editor-store.ts';

/** Where the author's words are: on the server, or on this computer until they can get there; and who else is at work. */
export function SaveState({ state }: { state: EditorState }): ReactNode {
  const { t, say } = useAuthorWords();
  return (
    <p className={`save-state ${state.phase}`} role="status">
      <span>{say(`save.${state.phase}`)}</span>
      {state.others.length > 0 && <span className="others">{t('save.others', { names: state.others.join(', ') })}</span>}
    </p>
  );
}
