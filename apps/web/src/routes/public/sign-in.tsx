import { type FormEvent, lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { useNavigate } from '../../ui/router.tsx';
import { groupCode, loginPlausible, normaliseLogin, sixDigits } from '../../auth/code.ts';
import { profileId } from '../../auth/profile-cookie.ts';
import { enterProfile } from '../../auth/profile/profiles.ts';
import { refreshSession } from '../../auth/session.ts';
import { useReaders } from '../../auth/profile/use-profiles.ts';
import { type SignInAnswer, setPin, signIn } from '../../auth/sign-in.ts';
import { useCourses } from '../../features/curriculum/courses.tsx';
import { usePrefetch } from '../../features/curriculum/leaves.ts';
import { loadProgress } from '../../features/progress/progress.ts';
import { useWords } from '../../i18n/words.ts';
import { useMounted } from '../../ui/use-mounted.ts';
import { Screen } from '../screen.tsx';
import { ChoosePin } from './choose-pin.tsx';
import { Field } from './field.tsx';
import { type Fault, Trouble } from './trouble.tsx';

/** What the printed code's address or the server's redirect says about this visit. */
function arrival(): { code: string; ticket: string | null; failed: boolean } {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const code = fragment.get('code') ?? '';
  return {
    code: code && groupCode(normaliseLogin(code)),
    ticket: fragment.get('ticket'),
    failed: new URLSearchParams(location.search).has('failed'),
  };
}

/** While somebody types: what the page after this one will show, so that it is there at once. */
function useNextPage(): void {
  const { lang } = useWords();
  const { courses, state, refresh } = useCourses();
  const empty = courses.length === 0;
  useEffect(() => {
    if (empty && state === 'known') void refresh();
  }, [empty, state, refresh]);
  const first = courses[0]?.manifest.modules[0]?.lessons[0];
  usePrefetch(first?.leaves[lang]?.hash, 0);
}

const Readers = lazy(() => import('../late/readers.tsx').catch(() => ({ default: WithoutReaders })));

/** The part with the phone's readers could not be loaded. */
function WithoutReaders({ onCard }: { onCard: () => void }): ReactNode {
  useEffect(onCard, [onCard]);
  return null;
}

/** Sign-in: a card's code and six digits, or an e-mail address and a password. A plain form until the script has come. */
export function SignInScreen(): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const mounted = useMounted();
  useNextPage();
  const [byEmail, setByEmail] = useState(false);
  const [login, setLogin] = useState('');
  const [secret, setSecret] = useState('');
  const [filled, setFilled] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const [ticket, setTicket] = useState<string | null>(null);
  const readers = useReaders();
  const [byCard, setByCard] = useState(false);
  const toCard = useCallback(() => setByCard(true), []);
  const own = readers?.all.filter(({ lock }) => lock) ?? [];
  useEffect(() => {
    const { code, ticket: given, failed } = arrival();
    if (code) {
      setLogin(code);
      setFilled(true);
      setByCard(true);
    }
    // The form was sent before the script had come: the first PIN is still to be chosen.
    if (given) setTicket(given);
    // Neither stays in the address bar or the history.
    if (code || given) history.replaceState(history.state, '', location.pathname);
    if (failed) setFault({ words: t('signIn.failed') });
    // Once, on arrival.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const goOn = async (answer: SignInAnswer, right: string): Promise<void> => {
    if (answer.next === 'set-pin') return setTicket(answer.ticket);
    const reader = profileId();
    // With the secret that has just been found right: the phone opens by it too, also without a network.
    if (reader) await enterProfile(reader, right).catch(() => undefined);
    if (answer.next === 'learn' && reader) void loadProgress(reader);
    await refreshSession();
    navigate(answer.next === 'staff' ? '/staff' : '/learn', { replace: true });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (!login.trim() || !secret) return setFault({ words: t('signIn.empty') });
    if (!loginPlausible(login)) return setFault({ words: t('signIn.checkCode') });
    setBusy(true);
    const right = sixDigits(secret) ?? secret;
    const answer = await signIn(normaliseLogin(login), right);
    setBusy(false);
    setFault(answer.ok ? null : { problem: answer.problem, offline: answer.status === 0 });
    if (answer.ok) await goOn(answer.body, right);
    else if (answer.status !== 0) setSecret('');
  };

  const choose = async (pin: string): Promise<Fault | null> => {
    const answer = await setPin(ticket ?? '', pin);
    if (!answer.ok) return { problem: answer.problem, offline: answer.status === 0 };
    await goOn(answer.body, pin);
    return null;
  };

  if (ticket)
    return (
      <Screen kind="form">
        <ChoosePin first={sixDigits(secret)} save={choose} />
      </Screen>
    );
  if (own.length > 0 && !byCard)
    return (
      <Screen kind="form">
        <Suspense fallback={<h1 tabIndex={-1}>{t('signIn.title')}</h1>}>
          <Readers readers={own} first={readers?.locked} onCard={toCard} onIn={(me) => navigate(me.can.includes('people.read') ? '/staff' : '/learn', { replace: true })} />
        </Suspense>
      </Screen>
    );
  return (
    <Screen kind="form">
      <h1 tabIndex={-1}>{t('signIn.title')}</h1>
      <form method="post" action="/api/sign-in" onSubmit={(event) => void submit(event)} noValidate>
        <Trouble fault={fault} />
        {own.length > 0 && fault && 'offline' in fault && fault.offline && <p>{t('readers.offline')}</p>}
        {/* Without a script: the server's redirect points here, and the styles show it then. */}
        {!mounted && (
          <p className="trouble when-target" id="failed">
            {t('signIn.failed')}
          </p>
        )}
        <Field
          name="login"
          label={t(byEmail ? 'signIn.email' : 'signIn.code')}
          hint={byEmail ? undefined : t(filled ? 'signIn.filled' : 'signIn.codeHint')}
          value={login}
          onChange={(event) => {
            setLogin(event.target.value);
            setFilled(false);
          }}
          onBlur={() => setLogin(groupCode(normaliseLogin(login)))}
          inputMode={byEmail ? 'email' : 'numeric'}
          autoComplete="username"
          required
        />
        <Field
          name="secret"
          secret
          label={t(byEmail ? 'signIn.password' : 'signIn.pin')}
          hint={byEmail ? undefined : t('signIn.pinHint')}
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
          inputMode={byEmail ? 'text' : 'numeric'}
          autoComplete={byEmail ? 'current-password' : 'off'}
          required
        />
        <button type="submit" aria-disabled={busy}>
          {t(busy ? 'signIn.busy' : 'signIn.go')}
        </button>
      </form>
      {own.length > 0 && (
        <button type="button" className="plain" onClick={() => setByCard(false)}>
          {t('readers.back')}
        </button>
      )}
      {mounted && readers && (
        <button type="button" className="plain" onClick={() => setByEmail(!byEmail)}>
          {t(byEmail ? 'signIn.useCard' : 'signIn.useEmail')}
        </button>
      )}
      <p className="small">{t('signIn.noCard')}</p>
    </Screen>
  );
}
