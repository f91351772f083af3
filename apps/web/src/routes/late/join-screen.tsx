import '../../ui/join.css';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from '../../ui/router.tsx';
import { cohortCode } from '../../auth/code.ts';
import { subtle } from '../../auth/profile/lock.ts';
import { useReaders } from '../../auth/profile/use-profiles.ts';
import { readAs } from '../../auth/session.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import { sealingKey } from '../../local/page-data.ts';
import { correctCode, joinGroup } from '../../records/join-group.ts';
import { useRecords } from '../../records/status.ts';
import { syncSoon } from '../../records/sync-loop.ts';
import { Message } from '../../ui/message.tsx';
import { ChoosePin } from '../public/choose-pin.tsx';
import type { Fault } from '../public/trouble.tsx';
import { Screen } from '../screen.tsx';
import { type About, AboutStep } from './join/about-step.tsx';
import { CodeStep } from './join/code-step.tsx';

/** A reader whose group's code was refused: another code, everything else stays as it is. */
function Correct({ onGone }: { onGone: () => void }): ReactNode {
  const { t } = useLateWords();
  const navigate = useNavigate();
  const { joining } = useRecords();
  const readers = useReaders();
  const correct = async (code: string): Promise<void> => {
    if (!readers?.now || !(await correctCode(readers.now, code, sealingKey()))) return onGone();
    syncSoon();
    navigate('/learn', { replace: true });
  };
  return <CodeStep first="" why={t(joining === 'join_closed' ? 'join.closed' : 'join.unknown')} onCode={correct} />;
}

/** Joining a group by its code, step by step: the code, who joins, six digits. Works without a network; the rest follows at the first contact. */
export function JoinScreen({ given }: { given: string }): ReactNode {
  const { t } = useLateWords();
  const navigate = useNavigate();
  const { joining } = useRecords();
  const readers = useReaders();
  const [code, setCode] = useState(() => cohortCode(given));
  const [about, setAbout] = useState<About | null>(null);
  const [anew, setAnew] = useState(false);
  const join = async (pin: string): Promise<Fault | null> => {
    if (!code || !about) return null;
    const id = await joinGroup({ ...about, code, adult: true }, pin, sealingKey()).catch(() => null);
    if (!id) return { words: t('join.failed') };
    await readAs(id);
    navigate('/learn', { replace: true });
    syncSoon();
    return null;
  };
  const step = (): ReactNode => {
    if (!subtle()) return <Message title={t('join.cannot')} text={t('join.cannotText')} />;
    if ((joining === 'join_unknown' || joining === 'join_closed') && !anew) return <Correct onGone={() => setAnew(true)} />;
    if (!code) return <CodeStep first={given} why={given ? t('join.checkCode') : undefined} onCode={setCode} />;
    if (!about) return <AboutStep onAbout={setAbout} />;
    return <ChoosePin lead={t('join.pinLead')} save={join} />;
  };
  return (
    <Screen kind="form">
      {readers?.now && !joining && (
        <p className="note first">
          {t('join.already', { n: readers.now.number })} <Link to="/learn">{t('join.back')}</Link>
        </p>
      )}
      <div className="join">{step()}</div>
    </Screen>
  );
}
