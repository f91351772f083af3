import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { xliffTaken } from '@seek-justice/contracts/endpoints/exchange-xliff.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { PlaceLink } from './place-link.tsx';

export type XliffTaken = z.output<typeof xliffTaken>;

/** What became of a translation file: what arrived, what was left and why, each with the way to its place. */
export function XliffResult({ answer }: { answer: XliffTaken }): ReactNode {
  const { t, say, lang, n } = useAuthorWords();
  const { faults, taken, confirmed, unchanged, untranslated, collided, refused, remarks, missing, titles, languages } = answer;
  if (faults.length > 0)
    return (
      <>
        <h3 role="alert">{t('exchange.refused')}</h3>
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.line} ${fault.column} ${fault.code}`}>
              <b>{t('exchange.line', { line: fault.line })}</b> {textIn(fault.words, lang)}
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      <h3 role="status">{t('exchange.taken', { count: taken.length })}</h3>
      <p>
        {[
          confirmed > 0 && t('exchange.confirmed', { count: confirmed }),
          t('exchange.unchanged', { n: unchanged }),
          untranslated > 0 && t('exchange.untranslated', { n: untranslated }),
          missing > 0 && t('exchange.missing', { n: missing }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {taken.length > 0 && (
        <ul>
          {taken.map(({ stale, ...place }) => (
            <li key={`${place.draft} ${place.path.join()}`}>
              <PlaceLink {...place} titles={titles} />
              {stale && <span className="is-stale"> · {t('exchange.stale')}</span>}
            </li>
          ))}
        </ul>
      )}
      {remarks.length > 0 && (
        <>
          <h3>
            {t('exchange.remarks')} · {n(remarks.length)}
          </h3>
          <ul>
            {remarks.map(({ text, ...place }, index) => (
              <li key={`${place.draft} ${place.path.join()} ${index}`}>
                <PlaceLink {...place} titles={titles} />
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {collided.length > 0 && (
        <>
          <h3>
            {t('exchange.collided')} · {n(collided.length)}
          </h3>
          <ul>
            {collided.map(({ brought, here, ...place }) => (
              <li key={`${place.draft} ${place.path.join()}`}>
                <PlaceLink {...place} titles={titles} />
                <span className="field-name">{t('exchange.brought')}</span>
                <p lang={languages?.target}>{brought}</p>
                <span className="field-name">{t('exchange.here')}</span>
                <p lang={languages?.target}>{here || '—'}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {refused.length > 0 && (
        <>
          <h3>
            {t('exchange.left')} · {n(refused.length)}
          </h3>
          <ul>
            {refused.map(({ why, detail, ...place }) => (
              <li key={`${place.draft} ${place.path.join()} ${why}`}>
                {why === 'elsewhere' ? <code>{place.draft}</code> : <PlaceLink {...place} titles={titles} />} · {say(`exchange.why.${why}`, { detail: detail.join(', ') })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
