import type { ReactNode } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import type { Review } from '../api.ts';
import { sourceName } from './find-sources.ts';
import { SourceDifference } from './source-difference.tsx';
import { useSources } from './source-store.ts';

/** What whoever signs words of law answers for beside the words: what their sources say, and which say something else since they were signed. */
export function SignedSources({ ids, changed, languages }: { ids: readonly string[]; changed: Review['sourcesChanged']; languages: readonly string[] }): ReactNode {
  const { t, lang, n } = useAuthorWords();
  const { entries, failed, trouble } = useSources();
  if (ids.length === 0) return null;
  const nameOf = (id: string): string => {
    const entry = entries?.find((one) => one.id === id);
    return entry ? sourceName(entry, lang) : id;
  };
  return (
    <div className="src-signed">
      {failed && !entries && <p role="alert">{trouble || t('state.offline')}</p>}
      {changed.map(({ source, signedOn, before, now }) => (
        <section key={source} className="src-moved">
          <p>
            <b>{t('source.changedSince', { day: n(signedOn) })}</b> {nameOf(source)}
          </p>
          <SourceDifference before={before} after={now} languages={languages} />
        </section>
      ))}
      <details>
        <summary>{t('source.restsOn', { count: n(ids.length) })}</summary>
        <ul>
          {ids.map((id) => {
            const { where, date, supports = {} } = entries?.find((one) => one.id === id)?.source ?? {};
            return (
              <li key={id}>
                <b>{nameOf(id)}</b>
                {(where || date) && <span className="faint">{[where, date && n(date)].filter(Boolean).join(' · ')}</span>}
                {Object.entries(supports).map(([tongue, words]) => (
                  <span key={tongue} lang={tongue}>
                    {words}
                  </span>
                ))}
              </li>
            );
          })}
        </ul>
      </details>
    </div>
  );
}
