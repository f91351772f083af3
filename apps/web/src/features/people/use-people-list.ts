import { useCallback, useEffect, useReducer, useRef } from 'react';
import { call } from '../../local/api.ts';
import { type PeopleFilter, requestBody } from './filter.ts';
import type { PeoplePage, Row } from './shapes.ts';

/** The list as far as it has been fetched. */
export interface PeopleList {
  /** `loading` keeps the rows of before, until those that fit the new sentence are there. */
  phase: 'loading' | 'ready' | 'failed';
  people: readonly Row[];
  total: number | null;
  cursor: string | null;
  more: 'idle' | 'loading' | 'failed';
  /** HTTP status of the last failure; 0 without an answer. */
  status: number;
  /** How many pages were fetched for this sentence. */
  pages: number;
}

type Event = { type: 'asked' } | { type: 'more' } | { type: 'page'; first: boolean; page: PeoplePage } | { type: 'failed'; first: boolean; status: number };

const EMPTY: PeopleList = { phase: 'loading', people: [], total: 0, cursor: null, more: 'idle', status: 0, pages: 0 };

function next(list: PeopleList, event: Event): PeopleList {
  switch (event.type) {
    case 'asked':
      return { ...list, phase: 'loading', more: 'idle' };
    case 'more':
      return { ...list, more: 'loading' };
    case 'page': {
      const { people, total, cursor } = event.page;
      const pages = event.first ? 1 : list.pages + 1;
      return { ...list, phase: 'ready', more: 'idle', people: event.first ? people : [...list.people, ...people], total, cursor, pages };
    }
    case 'failed':
      return event.first ? { ...EMPTY, phase: 'failed', status: event.status } : { ...list, more: 'failed', status: event.status };
  }
}

/** The people who fit a sentence, a page at a time. An answer to an older sentence is never shown. */
export function usePeopleList(filter: PeopleFilter): PeopleList & { showMore: () => void; again: () => void } {
  const [list, tell] = useReducer(next, EMPTY);
  const asked = useRef(0);
  const fetchPage = useCallback(
    async (cursor: string | null) => {
      const turn = ++asked.current;
      const first = cursor === null;
      tell({ type: first ? 'asked' : 'more' });
      const answer = await call<PeoplePage>('POST', '/api/people/search', requestBody(filter, cursor));
      if (turn !== asked.current) return;
      tell(answer.ok ? { type: 'page', first, page: answer.body } : { type: 'failed', first, status: answer.status });
    },
    [filter],
  );
  useEffect(() => {
    void fetchPage(null);
    return () => void (asked.current += 1);
  }, [fetchPage]);
  const { cursor, more } = list;
  const showMore = useCallback(() => {
    if (cursor !== null && more !== 'loading') void fetchPage(cursor);
  }, [cursor, more, fetchPage]);
  return { ...list, showMore, again: () => void fetchPage(null) };
}
