import { useCallback, useEffect, useState } from 'react';
import type { cohort } from '@seek-justice/contracts/endpoints/cohort.ts';
import type { listCohorts } from '@seek-justice/contracts/endpoints/list-cohorts.ts';
import { type Answer, call } from '../../../local/api.ts';

export type Cohort = (typeof cohort)['_zod']['output'];
type Page = (typeof listCohorts)['success']['body']['_zod']['output'];

/** The cohorts as far as they have been fetched. */
export interface Cohorts {
  phase: 'loading' | 'ready' | 'failed';
  /** HTTP status of a failure; 0 without an answer. */
  status: number;
  cohorts: readonly Cohort[];
  more: 'none' | 'idle' | 'loading' | 'failed';
}

const EMPTY: Cohorts = { phase: 'loading', status: 200, cohorts: [], more: 'none' };

/** The cohorts of the reader's provinces, newest first, and what is done with them. */
export function useCohorts(): Cohorts & { again: () => void; showMore: () => void; put: (one: Cohort) => void } {
  const [list, setList] = useState<Cohorts>(EMPTY);
  const load = useCallback(async (after: string | null) => {
    setList((old) => (after === null ? { ...old, phase: 'loading' } : { ...old, more: 'loading' }));
    const answer: Answer<Page> = await call<Page>('GET', after === null ? '/api/cohorts' : `/api/cohorts?after=${after}`);
    setList((old) => {
      if (!answer.ok) return after === null ? { ...EMPTY, phase: 'failed', status: answer.status } : { ...old, more: 'failed' };
      const { cohorts, more } = answer.body;
      return { phase: 'ready', status: 200, cohorts: after === null ? cohorts : [...old.cohorts, ...cohorts], more: more ? 'idle' : 'none' };
    });
  }, []);
  useEffect(() => void load(null), [load]);
  return {
    ...list,
    again: () => void load(null),
    showMore: () => {
      if (list.more !== 'loading') void load(list.cohorts.at(-1)?.id ?? null);
    },
    // One that was changed stays in its place; a new one comes first.
    put: (one) =>
      setList((old) => ({
        ...old,
        cohorts: old.cohorts.some(({ id }) => id === one.id) ? old.cohorts.map((known) => (known.id === one.id ? one : known)) : [one, ...old.cohorts],
      })),
  };
}
