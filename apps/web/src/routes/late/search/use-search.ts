import { useCallback, useEffect, useState } from 'react';
import { call } from '../../../local/api.ts';

/** One thing that was found, as `/api/search` answers. */
export interface Result {
  kind: 'lesson' | 'quiz' | 'contact' | 'place';
  id: string;
  block?: string;
  title: string;
  lang: string;
  text: string;
  marks: [from: number, to: number][];
}

export type Search =
  | { state: 'nothing' | 'short' | 'loading' | 'offline' | 'failed' }
  /** What was found of `query`, which stays on screen while somebody types on. */
  | { state: 'found'; query: string; results: Result[]; more: boolean };

/** After the last letter. */
const REST_MS = 300;
const INVISIBLE = /[\s\u200b-\u200d\u2060\ufeff\u00ad]/g;

/** So many at first, and at most: who wants more than that had better write one more word. */
export const FEW = 20;
const MOST = 50;

/** Searches while somebody types, once they rest. `again` asks the same once more; `showMore` is null where there is no more to be had. */
export function useSearch(query: string, lang: string): { search: Search; again: () => void; showMore: (() => void) | null } {
  const [search, setSearch] = useState<Search>({ state: 'nothing' });
  const [turn, setTurn] = useState(0);
  // For which query many are wanted: another one begins with few.
  const [manyOf, setManyOf] = useState<string | null>(null);
  const limit = query === manyOf ? MOST : FEW;
  const length = query.replace(INVISIBLE, '').length;
  useEffect(() => {
    if (length < 2) return setSearch({ state: length === 0 ? 'nothing' : 'short' });
    let wanted = true;
    setSearch((before) => (before.state === 'found' ? before : { state: 'loading' }));
    const timer = setTimeout(() => {
      void call<{ results: Result[]; more: boolean }>('GET', `/api/search?${new URLSearchParams({ q: query, lang, limit: String(limit) }).toString()}`).then((answer) => {
        if (!wanted) return;
        if (answer.ok && Array.isArray(answer.body?.results)) setSearch({ state: 'found', query: query.trim(), ...answer.body });
        else setSearch({ state: answer.status === 0 ? 'offline' : 'failed' });
      });
    }, REST_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [query, lang, length, limit, turn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const canGrow = search.state === 'found' && search.more && search.results.length < MOST;
  return { search, again, showMore: canGrow ? () => setManyOf(query) : null };
}
