import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { COPY_STYLES } from './copy-styles.ts';
import { copyText } from './copy-text.ts';
import { element } from './element.ts';
import { goodUntil } from './good-until.ts';
import { goodWords, numbersSection, type Say } from './numbers.ts';

export interface Copied {
  /** `2.1`. */
  number: string;
  title: string;
  /** Hash of the lesson's text. */
  hash: string;
  /** The text as it stands on screen. */
  article: HTMLElement;
  contacts: readonly Contact[];
  /** Today, as `YYYY-MM-DD`. */
  today: string;
}

/** Nothing runs, nothing is fetched, wherever the file is opened. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const VERSION_LETTERS = 8;

/**
 * A lesson as one HTML file that needs nothing else: its text, the numbers to call, and until when they are good. Its
 * title is as neutral as the app's, and it names no installation.
 */
export function copyFile({ number, title, hash, article, contacts, today }: Copied, say: Say): string {
  const { lang, late, n } = say;
  const text = element('article');
  text.lang = article.lang || lang;
  text.innerHTML = copyText(article);
  const until = goodUntil(today, contacts);
  const name = late('handOn.lesson', { n: n(number) });
  const body = element(
    'body',
    element(
      'main',
      element('p.small', name),
      element('h1', title),
      // Numbers stand in the text too: who dials one there has read this before.
      element('p.small', goodWords(today, until, say)),
      text,
      numbersSection(contacts, today, until, say),
      element('p.small', late('handOn.version', { n: n(number), version: hash.slice(0, VERSION_LETTERS) })),
    ),
  );
  const policy = element('meta');
  policy.setAttribute('http-equiv', 'Content-Security-Policy');
  policy.setAttribute('content', POLICY);
  return (
    `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8">${policy.outerHTML}` +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="format-detection" content="telephone=no"><meta name="referrer" content="no-referrer">' +
    `${element('title', name).outerHTML}<style>${COPY_STYLES}</style></head>${body.outerHTML}</html>\n`
  );
}

/** What the file is called on a phone that others see: `lesson-2-1-km.html`. */
export function copyName(number: string, lang: string): string {
  return `lesson-${number.replace('.', '-')}-${lang}.html`;
}
