import type { ReactNode } from 'react';
import { dialable, splitAtContacts } from '@seek-justice/domain/curriculum/contact.ts';
import { keepTogether } from '@seek-justice/domain/language/keep-together.ts';
import { useWords } from '../i18n/words.ts';
import { useReading } from './reading.ts';

/** A number in running text, as it stands today; where it was withdrawn, the way to the help numbers. */
function Number({ id, link }: { id: string; link: boolean }): ReactNode {
  const { contacts } = useReading();
  const { n, t } = useWords();
  const contact = contacts.find((candidate) => candidate.id === id);
  if (!contact) return link ? <a href="/help-now">{t('contact.gone')}</a> : t('contact.gone');
  if (!link) return <b className="tel">{n(contact.number)}</b>;
  return (
    <a className="tel" href={`tel:${dialable(contact.number)}`}>
      {n(contact.number)}
    </a>
  );
}

/**
 * A text without paragraphs: `**strong**` and `{contact:id}` alone are marked up. Inside something that is tapped
 * for another reason `link` is false: nobody should ring the police by choosing an answer. `asWritten`: for whoever
 * writes it, letter by letter.
 */
export function Line({ text, link = true, asWritten = false }: { text: string; link?: boolean; asWritten?: boolean }): ReactNode {
  const { lang } = useWords();
  return text.split('**').map((piece, index) => {
    const inside = splitAtContacts(piece).map((part, at) => ('contact' in part ? <Number key={at} id={part.contact} link={link} /> : asWritten ? part.text : keepTogether(part.text, lang)));
    return index % 2 === 1 ? <strong key={index}>{inside}</strong> : <span key={index}>{inside}</span>;
  });
}

/** A text in paragraphs, parted by blank lines. */
export function Rich({ text, asWritten = false }: { text: string; asWritten?: boolean }): ReactNode {
  return text.split(/\n\s*\n/).map((paragraph, index) => (
    <p key={index}>
      <Line text={paragraph} asWritten={asWritten} />
    </p>
  ));
}
