import { type ReactNode, useState } from 'react';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { call } from '../../local/api.ts';

/** The numbers to call with the sign by which a text names each: the number itself is never written into a lesson. */
export function ContactCodes(): ReactNode {
  const { t, n, lang } = useAuthorWords();
  const [contacts, setContacts] = useState<readonly Contact[] | null>(null);
  const [said, setSaid] = useState('');
  // Asked when it is opened: numbers may have changed since the lesson was.
  const open = (): void => {
    void call<{ contacts: Contact[] }>('GET', '/api/contacts').then((answer) => (answer.ok ? setContacts(answer.body.contacts) : setSaid(t('state.offline'))));
  };
  const copy = (code: string): void => {
    navigator.clipboard.writeText(code).then(
      () => setSaid(t('codes.copied')),
      () => setSaid(t('codes.failed')),
    );
  };
  return (
    <details className="contact-codes" onToggle={({ currentTarget }) => currentTarget.open && open()}>
      <summary>{t('codes.title')}</summary>
      <p>{t('codes.about')}</p>
      <ul>
        {contacts?.map(({ id, number, name }) => (
          <li key={id}>
            <b>{n(number)}</b> <span>{textIn(name, lang)}</span> <code id={`code-${id}`} lang="en">{`{contact:${id}}`}</code>{' '}
            <button type="button" className="plain" aria-describedby={`code-${id}`} onClick={() => copy(`{contact:${id}}`)}>
              {t('codes.copy')}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </details>
  );
}
