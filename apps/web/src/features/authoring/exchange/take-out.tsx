import { type ReactNode, useState } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { saveFile } from './files.ts';

/** A file to take away; says so when there is none. */
export function TakeOut({ path, children }: { path: string; children: ReactNode }): ReactNode {
  const { t } = useAuthorWords();
  const [state, setState] = useState({ busy: false, said: '' });
  const take = async (): Promise<void> => {
    setState({ busy: true, said: '' });
    const answer = await saveFile(path);
    setState({ busy: false, said: answer.ok ? t('exchange.saved') : (answer.problem?.title ?? t('state.offline')) });
  };
  return (
    <div className="exchange-do">
      <button type="button" className="quiet" disabled={state.busy} onClick={() => void take()}>
        ↓ {children}
      </button>
      <span role="status">{state.busy ? t('state.loading') : state.said}</span>
    </div>
  );
}
