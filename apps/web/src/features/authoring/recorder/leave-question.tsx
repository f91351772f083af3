import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import type { Leaving } from './use-leaving.ts';

/** Whether to leave, and lose what was read, or to stay. The safe answer is the first. */
export function LeaveQuestion({ stay, leave }: Pick<Leaving, 'stay' | 'leave'>): ReactNode {
  const { t } = useAuthorWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // Closed by Escape or by an answer; the browser then gives the focus back.
    <dialog ref={dialog} className="leave-ask" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} onClose={stay}>
      <h2 id={`${id}-title`}>{t('leave.title')}</h2>
      <p id={`${id}-text`}>{t('leave.lost')}</p>
      <div className="rec-do">
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('leave.stay')}
        </button>
        <button type="button" className="quiet" onClick={leave}>
          {t('leave.leave')}
        </button>
      </div>
    </dialog>
  );
}
