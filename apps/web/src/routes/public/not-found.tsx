import type { ReactNode } from 'react';
import { Link } from '../../ui/router.tsx';
import { useWords } from '../../i18n/words.ts';
import { Message } from '../../ui/message.tsx';
import { Screen } from '../screen.tsx';

/** An address that leads nowhere. */
export function NotFoundScreen(): ReactNode {
  const { t } = useWords();
  return (
    <Screen kind="state">
      <Message title={t('state.notFound')} text={t('state.notFoundText')}>
        <Link className="btn" to="/learn">
          {t('bar.all')}
        </Link>
      </Message>
    </Screen>
  );
}
