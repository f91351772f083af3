import { useCallback, useEffect, useRef, useState } from 'react';
import { drop, keep, kept } from '../../local/kept.ts';
import { type Attempt, isBegun, newAttempt } from './attempt.ts';

const nameOf = (owner: string, quiz: string): string => `draft:${owner}:${quiz}`;

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
    void kept<Attempt>(nameOf(owner, quiz)).then((draft) => {
      // Who has begun to answer meanwhile is not interrupted.
      if (!wanted) return;
      // … and what was answered before it was known who reads is kept now.
      if (isBegun(latest.current)) return void keep(nameOf(owner, quiz), latest.current);
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
      if (owner) void keep(nameOf(owner, quiz), next);
    },
    [owner, quiz],
  );
  const clear = useCallback(() => {
    latest.current = newAttempt();
    setAttempt(latest.current);
    setFound(false);
    if (owner) void drop(nameOf(owner, quiz));
  }, [owner, quiz]);
  return { attempt, found, change, clear };
}
