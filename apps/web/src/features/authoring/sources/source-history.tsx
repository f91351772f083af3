import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { sourceHistory } from '@seek-justice/contracts/endpoints/source-history.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { momentWords } from '../../../i18n/moment-words.ts';
import { call } from '../../../local/api.ts';
import { SourceDifference } from './source-difference.tsx';
import { refreshSources, restoreSource, type SourceEntry } from './source-store.ts';

type Version = z.output<typeof sourceHistory.success.body>['versions'][number];

/** The history of a source: what each change changed, how far it is from what stands there now, and the way back to it. */
export function SourceHistory({ entry, languages, mayWrite }: { entry: SourceEntry; languages: readonly string[]; mayWrite: boolean }): ReactNode {
  const { t, say, n, lang } = useAuthorWords();
  const [versions, setVersions] = useState<Version[] | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [trouble, setTrouble] = useState('');
  const { id, version: present } = entry;
  const look = useCallback(async (): Promise<void> => {
    const answer = await call<{ versions: Version[] }>('GET', `/api/sources/${id}/versions`);
    if (answer.ok) setVersions(answer.body.versions);
    setTrouble(answer.ok ? '' : (answer.problem?.title ?? t('state.offline')));
    // The words on screen change no history.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  // Whoever saves, here or in another form, makes another version.
  useEffect(() => void look(), [look, present]);
  const restore = async (to: number): Promise<void> => {
    const answer = await restoreSource(id, present, to);
    if (answer.ok) setChosen(null);
    else setTrouble(answer.problem?.title ?? t('state.offline'));
  };
  const at = versions?.findIndex(({ version }) => version === chosen) ?? -1;
  const one = versions?.[at];
  const former = versions?.[at + 1];
  return (
    <div className="history src-history">
      {!versions && !trouble && <p role="status">{t('state.loading')}</p>}
      {trouble && (
        <p role="alert">
          {trouble}{' '}
          <button type="button" className="plain" onClick={() => void refreshSources().then(look)}>
            {t('state.again')}
          </button>
        </p>
      )}
      <ol aria-label={t('history.title')}>
        {versions?.map(({ version, at: when, by, why }) => (
          <li key={version}>
            <button type="button" className="plain" aria-pressed={chosen === version} onClick={() => setChosen(chosen === version ? null : version)}>
              <b>
                {n(version)} · <time dateTime={when}>{momentWords(lang, when)}</time>
              </b>{' '}
              <span>
                {by ?? t(why === 'seed' ? 'history.program' : 'source.unknown')} · {say(`history.why.${why}`)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {versions && !one && <p className="hint">{t('history.choose')}</p>}
      {one && (
        <section aria-live="polite">
          <h3>{t(former ? 'source.changed' : 'source.began', { version: n(one.version) })}</h3>
          <SourceDifference before={former?.source ?? null} after={one.source} languages={languages} />
          {one.version !== present && (
            <>
              <h3>{t('source.since', { version: n(one.version) })}</h3>
              <SourceDifference before={one.source} after={entry.source} languages={languages} />
              {mayWrite && (
                <button type="button" onClick={() => void restore(one.version)}>
                  {t('history.restore')}
                </button>
              )}
            </>
          )}
        </section>
      )}
    </div>
  );
}
