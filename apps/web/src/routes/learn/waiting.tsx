import type { ReactNode } from 'react';
import { Link } from '../../ui/router.tsx';
import { useSession } from '../../auth/session.ts';
import { useWords } from '../../i18n/words.ts';
import { useRecords } from '../../records/status.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

const DAY_MS = 86_400_000;

function Line({ icon = 'wait', refused = false, children }: { icon?: IconName; refused?: boolean; children: ReactNode }): ReactNode {
  return (
    <p className={refused ? 'refused' : undefined}>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}

/** The reader's own: what waits and since when, whether somebody has it to carry, what sending still needs. */
function Own(): ReactNode {
  const { t } = useWords();
  const { mine, signInAgain, now } = useRecords();
  const waiting = mine.filter((entry) => entry.state === 'waiting');
  if (waiting.length === 0) return null;
  const days = Math.floor((now - Math.min(...waiting.map(({ at }) => at))) / DAY_MS);
  return (
    <Line>
      {t('records.waiting', { count: waiting.length })}
      {days > 0 && ` ${t('records.days', { count: days })}`}
      {waiting.some(({ handedAt }) => handedAt) && ` · ${t('records.handed')}`}
      {signInAgain && (
        <>
          {'. '}
          <Link to="/sign-in">{t('records.signInAgain')}</Link>
        </>
      )}
    </Line>
  );
}

/** A reader who joined a group by its code, before that is completed. */
function Joining(): ReactNode {
  const { t } = useWords();
  const { joining } = useRecords();
  if (joining === 'waiting') return <Line>{t('records.joining')}</Line>;
  return (
    joining && (
      <Line icon="turn-back">
        {t('records.joinRefused')} <Link to="/j">{t('records.joinCorrect')}</Link>
      </Line>
    )
  );
}

/** What this phone still holds, as quiet lines: waiting, refused, of somebody else. `missing`: what earlier phones of the reader have not handed in. */
export function WaitingLine({ missing = 0 }: { missing?: number }): ReactNode {
  const { t } = useWords();
  const { me } = useSession();
  const { mine, others, carried, durable, full, now } = useRecords();
  const refused = mine.filter((entry) => entry.state === 'refused').length;
  return (
    <div className="waiting" role="status" aria-busy={now === 0}>
      <Joining />
      <Own />
      {others > 0 && <Line>{t(me ? 'records.others' : 'records.mine', { count: others })}</Line>}
      {carried > 0 && <Line>{t('records.carried', { count: carried })}</Line>}
      {refused > 0 && (
        <Line icon="warning" refused>
          {t('records.refused', { count: refused })} <Link to="/carry">{t('records.why')}</Link>
        </Line>
      )}
      {missing > 0 && <Line>{t('records.missing', { count: missing })}</Line>}
      {full && <Line icon="warning">{t('records.full')}</Line>}
      {me && !durable && <Line icon="warning">{t('records.memory')}</Line>}
    </div>
  );
}
