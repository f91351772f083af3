import '../../ui/search.css';
import { type ReactNode, useState } from 'react';
import { useLateWords } from '../../i18n/late-words.ts';
import { Failed, Message } from '../../ui/message.tsx';
import { Screen } from '../screen.tsx';
import { FoundList } from './search/found-list.tsx';
import { FEW, useSearch } from './search/use-search.ts';

const MOST_QUERY = 80;

/** Words that lead somewhere, to be tapped by who does not like to type. */
function Tries({ onTry }: { onTry: (word: string) => void }): ReactNode {
  const { t } = useLateWords();
  return (
    <div className="tries" role="group" aria-label={t('search.try')}>
      <p className="small">{t('search.try')}</p>
      {t('search.tryWords')
        .split(' · ')
        .map((word) => (
          <button key={word} type="button" className="quiet" onClick={() => onTry(word)}>
            {word}
          </button>
        ))}
    </div>
  );
}

/** Search in lessons, questions, numbers to call and provinces. Needs a network. What was typed is gone with the screen. */
export function SearchScreen(): ReactNode {
  const { t, lang } = useLateWords();
  const [query, setQuery] = useState('');
  const { search, again, showMore } = useSearch(query, lang);
  return (
    <Screen kind="search" back>
      <h1 tabIndex={-1}>{t('search.title')}</h1>
      <search>
        <label htmlFor="query">{t('search.field')}</label>
        <input id="query" type="search" enterKeyHint="search" autoComplete="off" maxLength={MOST_QUERY} value={query} onChange={(event) => setQuery(event.target.value)} />
      </search>
      {(search.state === 'nothing' || (search.state === 'found' && search.results.length === 0)) && <Tries onTry={setQuery} />}
      {search.state === 'short' && <p role="status">{t('search.short')}</p>}
      {search.state === 'loading' && <p role="status">{t('late.loading')}</p>}
      {(search.state === 'offline' || search.state === 'failed') && <Failed level="h2" offline={search.state === 'offline'} again={again} />}
      {search.state === 'found' && search.results.length === 0 && <Message level="h2" title={t('search.none', { query: search.query })} text={t('search.noneText')} />}
      {search.state === 'found' && search.results.length > 0 && (
        <>
          <p className="small" role="status">
            {t(search.more ? 'search.first' : 'search.found', { count: search.results.length, query: search.query })} {search.more && !showMore && t('search.fewer')}
          </p>
          <FoundList results={search.results} newFrom={search.results.length > FEW ? FEW : null} />
          {showMore && (
            <button type="button" className="quiet" onClick={showMore}>
              {t('search.more')}
            </button>
          )}
        </>
      )}
    </Screen>
  );
}
