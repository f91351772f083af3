import type { ReactNode } from 'react';
import { dayWords } from '../day-words.ts';
import { inLanguage } from '../site-data.tsx';
import { type StaffKey, useStaffWords } from '../words.ts';
import { ANSWERS, type OfficeContact } from './shapes.ts';

/** All that is known of a number, and honestly what is not. */
export function NumberFacts({ one: { contact } }: { one: OfficeContact }): ReactNode {
  const { t, lang } = useStaffWords();
  const answer = (field: keyof typeof ANSWERS): string => t((ANSWERS[field] as Record<string, StaffKey>)[String(contact[field])] ?? 'number.notKnown');
  const day = (value: string | null): string => (value ? dayWords(lang, value) : '');
  const rows: [StaffKey, string][] = [
    ['number.field.answers', inLanguage(contact.answers, lang)],
    ['number.field.free', answer('free')],
    ['number.field.hours', answer('hours')],
    ['number.field.languages', contact.languages.map((one) => t(`number.language.${one}` as StaffKey)).join(', ') || t('number.notKnown')],
    ['number.field.anonymous', answer('anonymous')],
    ['number.field.reportsTo', answer('reportsTo')],
    ['number.field.sourceTitle', inLanguage(contact.sourceTitle ?? {}, lang) || t('number.notKnown')],
    ['number.field.verifiedOn', day(contact.verifiedOn) || t('number.state.unconfirmed')],
    ['number.field.reviewBy', day(contact.reviewBy)],
  ];
  return (
    <dl className="number-facts">
      {rows
        .filter(([, words]) => words !== '')
        .map(([key, words]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      <div>
        <dt>{t('number.code')}</dt>
        <dd>
          <code lang="en">{`{contact:${contact.id}}`}</code>
        </dd>
      </div>
    </dl>
  );
}
