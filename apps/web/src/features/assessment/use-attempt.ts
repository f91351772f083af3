import { useCallback, useEffect, useRef, useState } from 'react';
import { dropOwn, keepOwn, ownKept } from '../../auth/profile/vault.ts';
import { type Attempt, isBegun, newAttempt } from './attempt.ts';

const nameOf = (quiz: string): string => `draft/${quiz}`;

/**
 * The half-done answers of one person to one quiz, kept on the phone until they are handed in.
 * `owner` is null while it is not known who reads: then nothing is kept yet.
 */
export function useAttempt(owner: string | null, quiz: string): { attempt: Attempt; found: boolean; change: (next: Attempt) => void; clear: () => void } {
  const [attempt, setAttempt] = useState(newAttempt);
  const [found, setFound] = useState(false);
  const latest = useRef(attempt);
  useEffect(() => {
    if (!owner) return;
    let wanted = true;
    void ownKept<Attempt>(owner, nameOf(quiz)).then((draft) => {
      // Who has begun to answer meanwhile is not interrupted.
      if (!wanted) return;
      // … and what was answered before it was known who reads is kept now.
      if (isBegun(latest.current)) return void keepOwn(owner, nameOf(quiz), latest.current);
      if (draft) {
        latest.current = draft;
        setAttempt(draft);
        setFound(true);
      }
    });
    return () => {
      wanted = false;
    };
  }, [owner, quiz]);
  const change = useCallback(
    (next: Attempt) => {
      latest.current = next;
      setAttempt(next);
      setFound(false);
      if (owner) void keepOwn(owner, nameOf(quiz), next);
    },
    [owner, quiz],
  );
  const clear = useCallback(() => {
    latest.current = newAttempt();
    setAttempt(latest.current);
    setFound(false);
    if (owner) void dropOwn(owner, nameOf(quiz));
  }, [owner, quiz]);
  return { attempt, found, change, clear };
}
