import type { ReactNode } from 'react';
import { dialable } from '@seek-justice/domain/curriculum/contact.ts';
import { useReading } from '../../blocks/reading.ts';
import { type Key, useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';

/** The numbers by kind of help alone: their full names would tell a passer-by what this is about. */
export function FrontNumbers(): ReactNode {
  const { t, n } = useWords();
  const { contacts } = useReading();
  return (
    <>
      <ul className="numbers">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <a href={`tel:${dialable(contact.number)}`}>
              <Icon name="phone" />
              <b>{n(contact.number)}</b>
              <span>{t(`kind.${contact.kind}` as Key)}</span>
            </a>
          </li>
        ))}
      </ul>
      {contacts.some(({ verifiedOn }) => verifiedOn === null) && <p className="draft">{t('contact.unverified')}</p>}
    </>
  );
}
