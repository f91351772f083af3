import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Message } from '../../ui/message.tsx';
import { Screen } from '../screen.tsx';

/** A fault in words. The help numbers and the exit stay where they are. */
export function BrokenScreen(): ReactNode {
  const { t } = useWords();
  return (
    <Screen kind="state" back>
      <Message title={t('state.broken')} text={t('state.brokenText')}>
        <button type="button" onClick={() => location.reload()}>
          {t('state.reload')}
        </button>
      </Message>
    </Screen>
  );
}
