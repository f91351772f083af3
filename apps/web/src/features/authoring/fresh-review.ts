import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../local/api.ts';
import type { Review } from './api.ts';
import { type Reviewing, useSaid } from './editing.ts';
import type { EditorStore } from './editor-store.ts';
import { useSources } from './sources/source-store.ts';

/** Whoever writes saves every few seconds: what there is to sign is asked for when they pause. */
const QUIET_MS = 2_000;
const LONGEST_MS = 30_000;

/** What is said of a document, asked for anew when the server has another version of it or of a source, or when somebody has said more. */
export function useFreshReview(store: EditorStore, first: Review | null, version: number): Reviewing {
  const [review, show] = useState(first);
  /** How often it was said what there is: an answer to an earlier question says nothing any more. */
  const turn = useRef(0);
  const setReview = useCallback((fresh: Review) => {
    turn.current += 1;
    show(fresh);
  }, []);
  const { changes } = useSources();
  const said = useSaid(store);
  const [failures, setFailures] = useState(0);
  const seen = useRef(`${version} ${changes}`);
  useEffect(() => {
    const now = `${version} ${changes}`;
    const more = said !== null && said !== review?.said;
    if (seen.current === now && !more) return undefined;
    const timer = setTimeout(() => {
      const asked = (turn.current += 1);
      void call<{ review: Review }>('GET', `/api/drafts/${store.state.document.id}`).then((answer) => {
        if (asked !== turn.current) return;
        // Asked again, later each time.
        if (!answer.ok) return setFailures(failures + 1);
        setFailures(0);
        seen.current = now;
        const { review: fresh } = answer.body;
        // Two hundred marks may change with it: typing goes before them.
        startTransition(() => show((before) => (JSON.stringify(before) === JSON.stringify(fresh) ? before : fresh)));
      });
    }, Math.min(QUIET_MS * 2 ** failures, LONGEST_MS));
    return () => clearTimeout(timer);
  }, [store, version, changes, said, review?.said, failures]);
  return useMemo(() => ({ review, setReview }), [review, setReview]);
}
