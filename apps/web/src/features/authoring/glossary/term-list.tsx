import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { readGlossary } from '@seek-justice/contracts/endpoints/glossary.ts';
import { keyedText } from '@seek-justice/domain/language/keyed-text.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { spellingsOf } from '@seek-justice/domain/language/variants.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { newThingId } from '../empty-thing.ts';
import { TermForm, type TermText } from './term-form.tsx';

export type Terms = z.output<typeof readGlossary.success.body>['terms'];
type One = Terms[number];

/** Terms that hold every word of a query in any of their words or notes, however it is spelt. */
export function findTerms(terms: Terms, query: string): Terms {
  const words = keyedText(query).key.split(' ').filter(Boolean).map(spellingsOf);
  return terms.filter(({ words: names, also, note }) => {
    const { key } = keyedText([...Object.values(names), ...Object.values(also).flat(), ...Object.values(note)].join(' '));
    return words.every((spellings) => spellings.some((one) => key.includes(one)));
  });
}

interface Props {
  terms: Terms;
  languages: readonly string[];
  onWrite: (id: string, text: TermText & { version: number }) => Promise<boolean>;
  onRemove: (id: string) => void;
}

/** The glossary: to be searched, and each word to be changed or taken away. */
export function TermList({ terms, languages, onWrite, onRemove }: Props): ReactNode {
  const { t, n } = useAuthorWords();
  const [query, setQuery] = useState('');
  /** The id of the term that is being written; a new one's is its own. */
  const [writing, setWriting] = useState<string | null>(null);
  const shown = findTerms(terms, query);
  const save = async (id: string, text: TermText, version: number): Promise<void> => {
    if (await onWrite(id, { ...text, version })) setWriting(null);
  };
  const isNew = writing !== null && !terms.some(({ id }) => id === writing);
  return (
    <>
      <div className="glossary-head" role="search">
        <label>
          <span className="field-name">{t('glossary.search')}</span>
          <input type="search" value={query} maxLength={80} onChange={({ target }) => setQuery(target.value)} />
        </label>
        <button type="button" onClick={() => setWriting(newThingId())} disabled={isNew}>
          {t('glossary.add')}
        </button>
      </div>
      {isNew && <TermForm term={null} languages={languages} onSave={(text) => void save(writing, text, 0)} onCancel={() => setWriting(null)} />}
      <p role="status" className="faint">
        {shown.length === 0 ? t('glossary.none') : t('glossary.count', { n: n(shown.length) })}
      </p>
      <ul className="glossary-list">
        {shown.map((term) => (
          <li key={term.id}>
            {writing === term.id ? (
              <TermForm term={term} languages={languages} onSave={(text) => void save(term.id, text, term.version)} onCancel={() => setWriting(null)} />
            ) : (
              <TermRow term={term} languages={languages} onChange={() => setWriting(term.id)} onRemove={() => onRemove(term.id)} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function TermRow({ term, languages, onChange, onRemove }: { term: One; languages: readonly string[]; onChange: () => void; onRemove: () => void }): ReactNode {
  const { t, n, lang } = useAuthorWords();
  const [sure, setSure] = useState(false);
  return (
    <>
      <div className="pair">
        {languages.map((lang) => (
          <div key={lang} lang={lang}>
            <b>{term.words[lang]}</b>
            {term.also[lang]?.length ? <span className="faint"> · {term.also[lang].join(' · ')}</span> : null}
            {term.note[lang] && <p>{term.note[lang]}</p>}
          </div>
        ))}
      </div>
      <p className="list-do">
        <span className="faint">{term.by === null ? t('history.program') : `${term.by} · ${n(term.at.slice(0, 10))}`}</span>
        <button type="button" className="plain" onClick={onChange} aria-label={`${t('glossary.change')}: ${textIn(term.words, lang)}`}>
          {t('glossary.change')}
        </button>
        <button type="button" className="plain" onClick={() => (sure ? onRemove() : setSure(true))} aria-label={`${t(sure ? 'glossary.removeSure' : 'thing.remove')}: ${textIn(term.words, lang)}`}>
          {t(sure ? 'glossary.removeSure' : 'thing.remove')}
        </button>
      </p>
    </>
  );
}
