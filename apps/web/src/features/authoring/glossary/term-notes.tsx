import { type ReactNode, useMemo } from 'react';
import { type FoundTerm, type Term, termsIn, termsMissed } from '@seek-justice/domain/curriculum/glossary.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { useTerms } from './glossary-context.ts';

/** What is agreed of a word, in a line: what it is called elsewhere, and what to keep in mind. */
export function useAgreed(lang: string): (term: Term) => string {
  const words = useAuthorWords();
  return ({ words: names, note }) => {
    const others = Object.entries(names).flatMap(([other, name]) => (other === lang ? [] : [name]));
    return [others.join(' · '), note[words.lang] ?? ''].filter((part) => part !== '').join(' — ');
  };
}

/** The terms of a source; computed when the text is another one. */
export function useFoundTerms(text: string, lang: string): FoundTerm[] {
  const index = useTerms(lang);
  return useMemo(() => (index ? termsIn(text, index) : []), [text, index]);
}

/** The terms of a source with what is agreed of them; seen while its text is written or pointed at. */
export function TermLine({ id, terms, lang }: { id: string; terms: readonly FoundTerm[]; lang: string }): ReactNode {
  const words = useAuthorWords();
  const each = [...new Set(terms.map(({ term }) => term))];
  if (each.length === 0) return null;
  return (
    <dl className="term-line" id={id}>
      {each.map((term) => (
        <div key={term.id}>
          <dt lang={lang}>{term.words[lang]}</dt>
          {Object.entries(term.words).map(([other, name]) => other !== lang && <dd key={other} lang={other}>{name}</dd>)}
          {term.note[words.lang] && <dd>{term.note[words.lang]}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Where a translation calls a term something else: said quietly, in nobody's way. */
export function MissedTerms({ terms, translation, lang, source }: { terms: readonly FoundTerm[]; translation: string; lang: string; source: string }): ReactNode {
  const { t } = useAuthorWords();
  const index = useTerms(lang);
  const missed = useMemo(() => (index ? termsMissed(terms, translation, index) : []), [terms, translation, index]);
  return missed.map((term) => (
    <p key={term.id} className="term-missed">
      {t('glossary.says', { word: term.words[lang] ?? '', term: term.words[source] ?? '' })}
    </p>
  ));
}
