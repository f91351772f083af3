import { type ReactNode, useState } from 'react';
import { Link } from '../../ui/router.tsx';
import { leaveReader, signOut, useSession } from '../../auth/session.ts';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';

/** Who is signed in, in a quiet place, and the ways out: one ends the session, the other also works without a network. */
export function Account({ number }: { number: number | undefined }): ReactNode {
  const { t } = useWords();
  const { me } = useSession();
  const [failed, setFailed] = useState(false);
  if (!me) return null;
  const out = async (): Promise<void> => setFailed(!(await signOut()));
  return (
    <p className="account">
      {me.person.name && (
        <span>
          <Icon name="user" /> {me.person.name}
        </span>
      )}
      {number && (
        <span className="reader">
          <Mark number={number} /> {t('readers.one', { n: number })}
        </span>
      )}
      {me.can.includes('people.read') && <Link to="/staff">{t('learn.staff')}</Link>}
      <button type="button" className="plain" onClick={() => void out()}>
        {t('learn.signOut')}
      </button>
      <button type="button" className="plain small" onClick={() => void leaveReader()}>
        {t('learn.notYou')}
      </button>
      {failed && (
        <span className="small" role="alert">
          {t('state.offline')}
        </span>
      )}
    </p>
  );
}
