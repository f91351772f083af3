import { type Contact, dialable } from '@seek-justice/domain/curriculum/contact.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { facts } from '../../../blocks/contacts/card.tsx';
import type { LateKey } from '../../../i18n/late-words.ts';
import type { Values } from '../../../i18n/speaker.ts';
import type { Key } from '../../../i18n/words.ts';
import { dayWords } from '../../../i18n/day-words.ts';
import { element } from './element.ts';

/** What a copy says things with: the app's words and those of the late screens, in one language. */
export interface Say {
  lang: string;
  t: (key: Key, values?: Values) => string;
  late: (key: LateKey, values?: Values) => string;
  n: (value: string | number) => string;
}

function number(contact: Contact, { lang, t, late, n }: Say): HTMLElement {
  const dial = element('a.dial', n(contact.number));
  dial.setAttribute('href', `tel:${dialable(contact.number)}`);
  const source = textIn(contact.sourceTitle ?? {}, lang);
  const known = [...facts(contact).map((key) => t(key)), contact.languages.map((code) => t('contact.speaks', { languages: t(`language.${code}` as Key) })).join(' · ')];
  return element(
    'div.number',
    element('p', dial),
    element('p.who', textIn(contact.name, lang)),
    element('p', textIn(contact.answers, lang)),
    element('p.dates', known.filter(Boolean).join(' · ')),
    element(
      contact.verifiedOn ? 'p.dates.sure' : 'p.dates.unsure',
      contact.verifiedOn ? t('contact.verified', { date: dayWords(lang, contact.verifiedOn) }) : t('contact.unverified'),
    ),
    ...(source ? [element('p.dates', late('handOn.source', { title: source }))] : []),
  );
}

/** Until when the numbers are good, or since when they no longer are. */
export function goodWords(today: string, until: string, { lang, late }: Say): string {
  return late(until < today ? 'handOn.overdue' : 'handOn.until', { date: dayWords(lang, until) });
}

/** All numbers to call, with who answers, where they come from and when they were confirmed. */
export function numbersSection(contacts: readonly Contact[], today: string, until: string, say: Say): HTMLElement {
  const { lang, t, late } = say;
  const section = element(
    'section.numbers',
    element('h2', t('help.title')),
    element('p', late('handOn.intro')),
    element('p.dates', late('handOn.asOf', { date: dayWords(lang, today) })),
    element('p.until', goodWords(today, until, say)),
    ...contacts.map((contact) => number(contact, say)),
    element('div.number', element('p.who', t('contact.province')), element('p', t('contact.provinceBlank')), element('p', '_'.repeat(24))),
    element('p.small', late('handOn.newer')),
  );
  section.id = 'numbers';
  return section;
}
