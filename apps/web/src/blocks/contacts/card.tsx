import type { ReactNode } from 'react';
import { type Contact, dialable } from '@seek-justice/domain/curriculum/contact.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { type Key, useWords } from '../../i18n/words.ts';
import { HearFile } from '../hear.tsx';
import { Icon } from '../../ui/icon.tsx';

/** What is known of a call, one short phrase each; what nobody has confirmed is left out. */
export function facts(contact: Contact): Key[] {
  const known: Key[] = [];
  if (contact.hours === 'always') known.push('contact.always');
  if (contact.free !== null) known.push(contact.free ? 'contact.free' : 'contact.notFree');
  if (contact.anonymous !== null) known.push(contact.anonymous ? 'contact.anonymous' : 'contact.notAnonymous');
  if (contact.reportsTo === 'police') known.push('contact.police');
  return known;
}

/** One number: large enough for a thumb, who answers, and whether staff have rung it. */
export function ContactCard({ contact }: { contact: Contact }): ReactNode {
  const { t, n, lang } = useWords();
  const languages = contact.languages.map((code) => t(`language.${code}` as Key)).join(', ');
  const heard = contact.narration?.[lang];
  return (
    <div className="contact" data-part={heard && `@${heard.media}`}>
      <a className="dial" href={`tel:${dialable(contact.number)}`} aria-label={t('contact.call', { number: n(contact.number) })}>
        <Icon name="phone" />
        <b>{n(contact.number)}</b>
      </a>
      {heard && <HearFile media={heard.media} name={`${t('listen.contact')} ${n(contact.number)}`} />}
      <p className="who">{textIn(contact.name, lang)}</p>
      <p>{textIn(contact.answers, lang)}</p>
      <ul className="facts">
        {facts(contact).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
        {languages && <li>{t('contact.speaks', { languages })}</li>}
        <li className={contact.verifiedOn ? 'sure' : 'unsure'}>
          {contact.verifiedOn ? t('contact.verified', { date: n(contact.verifiedOn) }) : t('contact.unverified')}
        </li>
        {heard?.stale && <li className="unsure">{t('listen.stale')}</li>}
      </ul>
    </div>
  );
}
