import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { TermList, type Terms } from '../../features/authoring/glossary/term-list.tsx';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { type Answer, call } from '../../local/api.ts';
import { Link } from '../../ui/router.tsx';

/** The words that mean one thing everywhere: English, Khmer, what to keep in mind. */
export function GlossaryScreen({ languages }: { languages: readonly string[] }): ReactNode {
  const { t } = useAuthorWords();
  const [terms, setTerms] = useState<Terms | null>(null);
  const [trouble, setTrouble] = useState('');
  const took = useCallback(
    (answer: Answer<{ terms: Terms }>): boolean => {
      setTrouble(answer.ok ? '' : (answer.problem?.title ?? t('state.offline')));
      if (answer.ok) setTerms(answer.body.terms);
      return answer.ok;
    },
    [t],
  );
  useEffect(() => {
    void call<{ terms: Terms }>('GET', '/api/glossary').then(took);
    // The words of a language that is chosen later need no new answer.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  // The languages in the order in which they are read beside each other: English, then what it is called in Khmer.
  const ordered = languages.toSorted();
  return (
    <div className="author-screen">
      <p className="way-back">
        <Link to="/author">{t('tree.title')}</Link>
      </p>
      <h1 tabIndex={-1}>{t('glossary.title')}</h1>
      <p>{t('glossary.about')}</p>
      {trouble && <p role="alert">{trouble}</p>}
      {!terms && !trouble && <p role="status">{t('state.loading')}</p>}
      {terms && (
        <TermList
          terms={terms}
          languages={ordered}
          onWrite={async (id, text) => took(await call('POST', `/api/glossary/${id}`, text))}
          onRemove={(id) => void call<{ terms: Terms }>('POST', `/api/glossary/${id}/remove`, {}).then(took)}
        />
      )}
    </div>
  );
}
