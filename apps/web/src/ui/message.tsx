import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

/** A state in words: what is so, what it means, what can be done. */
export function Message({ title, text, children }: { title: string; text?: string; children?: ReactNode }): ReactNode {
  return (
    <div className="message" role="status">
      <h1 tabIndex={-1}>{title}</h1>
      {text && <p>{text}</p>}
      {children}
    </div>
  );
}

/** Something could not be fetched: whether it is the network, and a way to try again. */
export function Failed({ offline, again }: { offline: boolean; again: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Message title={t(offline ? 'state.offline' : 'state.failed')} text={t(offline ? 'state.offlineText' : 'state.failedText')}>
      <button type="button" onClick={again}>
        {t('state.again')}
      </button>
    </Message>
  );
}
