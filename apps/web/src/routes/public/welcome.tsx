import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from '../../ui/router.tsx';
import { refreshSession } from '../../auth/session.ts';
import { acceptInvitation } from '../../auth/sign-in.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import { Message } from '../../ui/message.tsx';
import { Screen } from '../screen.tsx';
import { Field } from './field.tsx';
import { type Fault, Trouble } from './trouble.tsx';

const SHORTEST = 12;

/** The one-time link: `null` before the address was read. */
type Link = { token: string; first: boolean } | null;

/** A one-time link: sets the password of an invited account, or makes the first coordinator. */
export function WelcomeScreen(): ReactNode {
  const { t } = useLateWords();
  const navigate = useNavigate();
  const [link, setLink] = useState<Link>(null);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const said = new URLSearchParams(location.hash.slice(1));
    setLink({ token: said.get('token') ?? '', first: said.get('first') === '1' });
    // The token opens an account: it does not stay in the address bar or the history.
    if (location.hash) history.replaceState(history.state, '', location.pathname);
  }, []);
  const first = link?.first ?? false;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !link) return;
    if (first && (!name.trim() || !email.trim())) return setFault({ words: t('welcome.empty') });
    if ([...password].length < SHORTEST) return setFault({ words: t('welcome.short') });
    setBusy(true);
    const answer = await acceptInvitation({ token: link.token, password, ...(first ? { name: name.trim().normalize('NFC'), email: email.trim() } : {}) });
    setBusy(false);
    if (!answer.ok) return setFault({ problem: answer.problem, offline: answer.status === 0 });
    await refreshSession();
    navigate(answer.body.next === 'learn' ? '/learn' : '/staff', { replace: true });
  };
  if (link && !link.token)
    return (
      <Screen kind="state">
        <Message title={t('welcome.title')} text={t('welcome.noToken')} />
      </Screen>
    );
  return (
    <Screen kind="form">
      <h1 tabIndex={-1}>{t('welcome.title')}</h1>
      <p>{t(first ? 'welcome.leadFirst' : 'welcome.lead')}</p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Trouble fault={fault} />
        {first && <Field name="name" label={t('welcome.name')} value={name} onChange={(event) => setName(event.target.value)} autoComplete="name" required />}
        {first && (
          <Field
            name="email"
            type="email"
            label={t('welcome.email')}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            autoComplete="username"
            required
          />
        )}
        <Field
          name="password"
          secret
          label={t('welcome.password')}
          hint={t('welcome.passwordHint')}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="new-password"
          required
        />
        <button type="submit" aria-disabled={busy || !link}>
          {t(busy ? 'late.loading' : 'welcome.go')}
        </button>
      </form>
    </Screen>
  );
}
