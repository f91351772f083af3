import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { OfficeIcon } from './office-icon.tsx';
import { useStaffWords } from './words.ts';

const PAUSE_MS = 350;

/** Finds people by a part of name, church or commune: after a pause in typing, at once with Enter. */
export function SearchField({ text, onSearch }: { text: string; onSearch: (text: string) => void }): ReactNode {
  const { t } = useStaffWords();
  const [typed, setTyped] = useState(text);
  // The sentence may be emptied from elsewhere: then the field follows.
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onSearch(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onSearch]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(typed);
  };
  const clear = (): void => {
    setTyped('');
    onSearch('');
    document.getElementById('find')?.focus();
  };
  return (
    <form className="find" role="search" onSubmit={submit}>
      <label htmlFor="find">{t('list.search')}</label>
      <span className="find-line">
        <OfficeIcon name="search" />
        <input id="find" type="search" value={typed} maxLength={80} autoComplete="off" autoCorrect="off" spellCheck={false} enterKeyHint="search" onChange={(event) => setTyped(event.target.value)} />
        {typed && (
          <button type="button" className="plain" onClick={clear}>
            {t('list.clear')}
          </button>
        )}
      </span>
    </form>
  );
}
