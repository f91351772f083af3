import { useCallback, useEffect, useState } from 'react';
import { call } from '../../local/api.ts';
import type { Person, Progress } from './shapes.ts';

export type OpenedPerson = { state: 'loading' } | { state: 'failed'; status: number } | { state: 'ready'; progress: Progress; person: Person | null };

/** What an opened row shows: the progress, and the details where they can be had. */
export function usePerson(id: string): { opened: OpenedPerson; again: () => void } {
  const [opened, setOpened] = useState<OpenedPerson>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    setOpened({ state: 'loading' });
    const asked = [call<Progress>('GET', `/api/people/${id}/progress`), call<Person>('GET', `/api/people/${id}`)] as const;
    void Promise.all(asked).then(([progress, person]) => {
      if (!wanted) return;
      if (progress.ok) setOpened({ state: 'ready', progress: progress.body, person: person.ok ? person.body : null });
      else setOpened({ state: 'failed', status: progress.status });
    });
    return () => {
      wanted = false;
    };
  }, [id, turn]);
  return { opened, again: useCallback(() => setTurn((old) => old + 1), []) };
}
