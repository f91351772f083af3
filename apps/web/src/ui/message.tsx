import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

/** A state in words: what is so, what it means, what can be done. */
export function Message(props: { title: string; text?: string; level?: 'h1' | 'h2' | undefined; children?: ReactNode }): ReactNode {
  const { title, text, level: Heading = 'h1', children } = props;
  return (
    <div className="message" role="status">
      <Heading tabIndex={-1}>{title}</Heading>
      {text && <p>{text}</p>}
      {children}
    </div>
  );
}

/** Something could not be fetched: whether it is the network, and a way to try again. */
export function Failed({ offline, again, level }: { offline: boolean; again: () => void; level?: 'h1' | 'h2' | undefined }): ReactNode {
  const { t } = useWords();
  return (
    <Message level={level} title={t(offline ? 'state.offline' : 'state.failed')} text={t(offline ? 'state.offlineText' : 'state.failedText')}>
      <button type="button" onClick={again}>
        {t('state.again')}
      </button>
    </Message>
  );
}
