import type { ReactNode } from 'react';
import { dayWords } from '../../../i18n/day-words.ts';
import { useLateWords } from '../../../i18n/late-words.ts';
import { type MyRecord, useRecords } from '../../../records/status.ts';

/** The day of a moment where the reader is. */
function day(at: number, lang: string): string {
  const here = new Date(at);
  return dayWords(lang, [here.getFullYear(), here.getMonth() + 1, here.getDate()].map((n) => `${n}`.padStart(2, '0')).join('-'));
}

function Refused({ records }: { records: MyRecord[] }): ReactNode {
  const { t, lang } = useLateWords();
  return (
    <li>
      <b>{t('carry.refused', { count: records.length })}</b>
      <span className="small">
        {t(`refused.${records[0]?.code ?? 'malformed'}`)} {t('carry.when', { days: [...new Set(records.map(({ at }) => day(at, lang)))].join(', ') })}
      </span>
    </li>
  );
}

/** What this phone still holds, one line for each fate: what waits and since when, what was refused and why. */
export function WhatWaits(): ReactNode {
  const { t, lang } = useLateWords();
  const { mine, others, carried } = useRecords();
  const waiting = mine.filter((entry) => entry.state === 'waiting');
  const handed = waiting.flatMap(({ handedAt }) => handedAt ?? []);
  const refused = mine.filter((entry) => entry.state === 'refused');
  const codes = [...new Set(refused.map(({ code }) => code ?? 'malformed'))];
  if (waiting.length + others + carried + refused.length === 0) return <p className="small">{t('phone.allSent')}</p>;
  return (
    <ul className="texts">
      {waiting.length > 0 && (
        <li>
          <b>{t('carry.mine', { count: waiting.length })}</b>
          <span className="small">
            {t('carry.since', { day: day(Math.min(...waiting.map(({ at }) => at)), lang) })}
            {handed.length > 0 && ` ${t('carry.handed', { count: handed.length, day: day(Math.max(...handed), lang) })}`}
          </span>
        </li>
      )}
      {others > 0 && (
        <li>
          <b>{t('carry.others', { count: others })}</b>
        </li>
      )}
      {carried > 0 && (
        <li>
          <b>{t('carry.carried', { count: carried })}</b>
          <span className="small">{t('carry.carriedWhat')}</span>
        </li>
      )}
      {codes.map((code) => (
        <Refused key={code} records={refused.filter((one) => (one.code ?? 'malformed') === code)} />
      ))}
    </ul>
  );
}
