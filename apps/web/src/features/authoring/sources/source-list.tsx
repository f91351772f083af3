import { type ReactNode, useEffect, useState } from 'react';
import { isDay } from '@seek-justice/domain/kernel/day.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { findSources, sourceName } from './find-sources.ts';
import { SourceForm } from './source-form.tsx';
import { SourceHistory } from './source-history.tsx';
import { refreshSources, type SourceEntry, useSources } from './source-store.ts';
import { SourceUses } from './source-uses.tsx';

/** All sources of the curriculum: what they support, who looked when, which blocks lean on them. */
export function SourceList({ languages, mayWrite, today }: { languages: readonly string[]; mayWrite: boolean; today: string }): ReactNode {
  const { t } = useAuthorWords();
  const { entries, trouble, failed } = useSources();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => void refreshSources(), []);
  const close = (): void => setOpen(null);
  return (
    <>
      {failed && (
        <p role="alert">
          {trouble || t('state.offline')}{' '}
          <button type="button" className="plain" onClick={() => void refreshSources()}>
            {t('state.again')}
          </button>
        </p>
      )}
      {!entries && !failed && <p role="status">{t('state.loading')}</p>}
      {entries && (
        <>
          <label className="src-find">
            <span className="field-name">{t('source.find')}</span>
            <input type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
          </label>
          <ul className="src-list">
            {findSources(entries, typed).map((entry) => (
              <li key={entry.id} className="card">
                {open === entry.id ? <SourceForm languages={languages} entry={entry} onSaved={close} onClose={close} /> : <Shown entry={entry} today={today} languages={languages} onChange={mayWrite ? () => setOpen(entry.id) : null} />}
              </li>
            ))}
          </ul>
          {mayWrite && open === '+' && <SourceForm languages={languages} entry={null} onSaved={close} onClose={close} />}
          {mayWrite && open !== '+' && (
            <button type="button" className="plain add-small" onClick={() => setOpen('+')}>
              + {t('source.new')}
            </button>
          )}
        </>
      )}
    </>
  );
}

function Shown({ entry, today, languages, onChange }: { entry: SourceEntry; today: string; languages: readonly string[]; onChange: (() => void) | null }): ReactNode {
  const { t, lang, n } = useAuthorWords();
  const [history, setHistory] = useState(false);
  const { where = '', date, title, supports, verifiedOn, reviewBy } = entry.source;
  const late = isDay(reviewBy) && reviewBy < today;
  return (
    <>
      <h2>{sourceName(entry, lang)}</h2>
      {Object.entries(title)
        .filter(([other]) => other !== lang)
        .map(([other, words]) => (
          <p key={other} lang={other} className="faint">
            {words}
          </p>
        ))}
      {supports && Object.entries(supports).map(([one, words]) => <p key={one} lang={one}>{words}</p>)}
      <p className="faint">
        {where.startsWith('https://') ? (
          <a href={where} target="_blank" rel="noopener noreferrer">
            {where}
          </a>
        ) : (
          where
        )}
        {date && ` · ${n(date)}`}
      </p>
      <p className={late || !verifiedOn ? 'src-late' : 'faint'}>
        {verifiedOn ? t('source.verified', { day: n(verifiedOn) }) : t('source.unverified')}
        {reviewBy && ` · ${t(late ? 'source.late' : 'source.review', { day: n(reviewBy) })}`}
      </p>
      <p className="src-do">
        {onChange && (
          <button type="button" className="plain" aria-label={`${t('source.change')}: ${sourceName(entry, lang)}`} onClick={onChange}>
            {t('source.change')}
          </button>
        )}
        <button type="button" className="plain" aria-expanded={history} aria-label={`${t('history.title')}: ${sourceName(entry, lang)}`} onClick={() => setHistory(!history)}>
          {t('history.title')}
        </button>
      </p>
      {history && <SourceHistory entry={entry} languages={languages} mayWrite={onChange !== null} />}
      <SourceUses entry={entry} />
    </>
  );
}
