import { type Contact, splitAtContacts } from '@seek-justice/domain/curriculum/contact.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';

/** A text as it is to be read aloud: with the number to call where the stored text only names it. */
export function shownText(text: string, lang: string, contacts: readonly Pick<Contact, 'id' | 'number'>[]): string {
  return splitAtContacts(text)
    .map((piece) => ('text' in piece ? piece.text : digitsFor(lang, contacts.find(({ id }) => id === piece.contact)?.number ?? '…')))
    .join('');
}
