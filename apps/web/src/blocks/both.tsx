import { createContext, type ReactNode, useContext } from 'react';
import { type Contact, splitAtContacts } from '@seek-justice/domain/curriculum/contact.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { keepTogether } from '@seek-justice/domain/language/keep-together.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { withWordBreaks } from '@seek-justice/domain/language/word-breaks.ts';
import { useAuthorWords } from '../i18n/author-words.ts';

/** What a slide or a sheet is shown with: one language or two, the first larger, and the numbers as they stand today. */
export interface Showing {
  languages: readonly string[];
  contacts: readonly Contact[];
}

export const ShowingContext = createContext<Showing>({ languages: ['km', 'en'], contacts: [] });

/** How the slide or sheet around this is shown. */
export const useShowing = (): Showing => useContext(ShowingContext);

/** A line in one language: strong words, numbers to call, breaks between Khmer words. */
export function Written({ text, lang }: { text: string; lang: string }): ReactNode {
  const { contacts } = useShowing();
  const { sayIn } = useAuthorWords();
  const numberOf = (id: string): string => {
    const contact = contacts.find((one) => one.id === id);
    return contact ? digitsFor(lang, contact.number) : sayIn(lang)('slide.gone');
  };
  return text.split('**').map((piece, index) => {
    const inside = splitAtContacts(piece).map((part, at) => ('contact' in part ? <b key={at}>{numberOf(part.contact)}</b> : withWordBreaks(keepTogether(part.text, lang))));
    return index % 2 === 1 ? <strong key={index}>{inside}</strong> : <span key={index}>{inside}</span>;
  });
}

/** A text in each language shown, one under the other; one that is missing leaves its place out. */
export function Both({ text }: { text: LocalizedText }): ReactNode {
  const { languages } = useShowing();
  return languages
    .filter((lang) => text[lang])
    .map((lang, index) => (
      <div key={lang} lang={lang} className={index === 0 ? 'first' : 'second'}>
        {(text[lang] ?? '').split(/\n\s*\n/).map((paragraph, at) => (
          <p key={at}>
            <Written text={paragraph} lang={lang} />
          </p>
        ))}
      </div>
    ));
}

/** The same for words of the app itself, by what they are in a language. */
export function BothWords({ words }: { words: (lang: string) => string }): ReactNode {
  const { languages } = useShowing();
  return <Both text={Object.fromEntries(languages.map((lang) => [lang, words(lang)]))} />;
}
