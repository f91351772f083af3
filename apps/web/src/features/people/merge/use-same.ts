import { useCallback, useEffect, useState } from 'react';
import type { samePerson } from '@seek-justice/contracts/endpoints/same-person.ts';
import { call } from '../../../local/api.ts';

export type Same = (typeof samePerson)['success']['body']['_zod']['output'];
export type Candidate = Same['candidates'][number];
export type Pair = Same['merged'][number];

/** Who may be the same as a person and who is said to be; null until it is known, and where it cannot be had. */
export function useSame(id: string): { same: Same | null; failed: boolean; again: () => void } {
  const [same, setSame] = useState<Same | null>(null);
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    void call<Same>('GET', `/api/people/${id}/same`).then((answer) => {
      if (!wanted) return;
      setFailed(!answer.ok);
      if (answer.ok) setSame(answer.body);
    });
    return () => {
      wanted = false;
    };
  }, [id, turn]);
  return { same, failed, again: useCallback(() => setTurn((old) => old + 1), []) };
}
