import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../auth/session.ts';
import { type Key, useWords } from '../../i18n/words.ts';
import { useRecords } from '../../records/status.ts';
import { Icon } from '../../ui/icon.tsx';

/** What this phone still holds, as a quiet line: waiting, refused with its reason, or of somebody else. */
export function WaitingLine(): ReactNode {
  const { t } = useWords();
  const { me } = useSession();
  const { mine, others, durable, signInAgain } = useRecords();
  const waiting = mine.filter((entry) => entry.state === 'waiting').length;
  const refused = mine.filter((entry) => entry.state === 'refused');
  const reasons = [...new Set(refused.map((entry) => entry.code ?? 'malformed'))];
  return (
    <div className="waiting" role="status">
      {waiting > 0 && (
        <p>
          <Icon name="wait" />
          <span>
            {t('records.waiting', { count: waiting })}
            {signInAgain && (
              <>
                {'. '}
                <Link to="/sign-in">{t('records.signInAgain')}</Link>
              </>
            )}
          </span>
        </p>
      )}
      {others > 0 && (
        <p>
          <Icon name="wait" />
          <span>{t(me ? 'records.others' : 'records.mine', { count: others })}</span>
        </p>
      )}
      {refused.length > 0 && (
        <p className="refused">
          <Icon name="warning" />
          <span>
            {t('records.refused', { count: refused.length })}. {reasons.map((code) => t(`records.refused.${code}` as Key)).join(' ')}
          </span>
        </p>
      )}
      {me && !durable && (
        <p>
          <Icon name="warning" />
          <span>{t('records.memory')}</span>
        </p>
      )}
    </div>
  );
}
