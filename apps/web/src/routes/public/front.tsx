import { type ReactNode, useEffect } from 'react';
import { Link, useNavigate, useAddress } from '../../ui/router.tsx';
import { useSession } from '../../auth/session.ts';
import { FrontNumbers } from '../../features/directory/front-numbers.tsx';
import { useWords } from '../../i18n/words.ts';
import { useMounted } from '../../ui/use-mounted.ts';
import { WaitingLine } from '../learn/waiting.tsx';
import { Screen } from '../screen.tsx';

/** The front: what this is without saying about what, the two ways in, and the numbers. Who is signed in goes on at once. */
export function FrontScreen(): ReactNode {
  const { t } = useWords();
  const { status, me } = useSession();
  const navigate = useNavigate();
  const mounted = useMounted();
  const { search } = useAddress();
  const left = mounted && new URLSearchParams(search).has('signed-out');
  useEffect(() => {
    if (me) navigate(me.can.includes('people.read') ? '/staff' : '/learn', { replace: true });
  }, [status, me, navigate]);
  return (
    <Screen kind="front" spread>
      <section className="welcome">
        {left && <p className="note">{t('learn.signedOut')}</p>}
        <h1 tabIndex={-1}>{t('front.title')}</h1>
        <p className="lead">{t('front.lead')}</p>
        <div className="actions">
          <Link className="btn" to="/sign-in">
            {t('front.signIn')}
          </Link>
          <p className="small">{t('front.signInWhy')}</p>
          <Link className="btn quiet" to="/learn">
            {t('front.read')}
          </Link>
        </div>
        <WaitingLine />
      </section>
      <section className="front-help" aria-labelledby="front-help">
        <h2 id="front-help">{t('front.helpTitle')}</h2>
        <FrontNumbers />
        <p>
          <Link to="/help-now">{t('front.helpAll')}</Link>
        </p>
      </section>
    </Screen>
  );
}
