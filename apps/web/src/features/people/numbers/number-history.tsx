import type { ReactNode } from 'react';
import { dayWords } from '../day-words.ts';
import { type StaffKey, useStaffWords } from '../words.ts';
import type { OfficeContact } from './shapes.ts';

/** Who did what with a number, newest first. For the office's eyes alone. */
export function NumberHistory({ one: { history } }: { one: OfficeContact }): ReactNode {
  const { t, n, lang } = useStaffWords();
  if (history.length === 0) return null;
  return (
    <details className="number-more">
      <summary>{t('number.history')}</summary>
      <ul className="number-deeds">
        {history.map(({ what, on, by, fields, number }, at) => {
          const about = { day: dayWords(lang, on), name: by ?? t('number.somebody') };
          const others = fields.filter((field) => field !== 'number' || number === null);
          return (
            <li key={at}>
              {number && <p>{t('number.did.number', { ...about, before: n(number.before), after: n(number.after) })}</p>}
              {(number === null || (what === 'changed' && others.length > 0)) && (
                <p>{t(`number.did.${what}`, { ...about, fields: others.map((field) => `«${t(`number.field.${field}` as StaffKey)}»`).join(', ') })}</p>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
