import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../local/api.ts';
import type { Review } from './api.ts';
import type { Reviewing } from './editing.ts';
import type { EditorStore } from './editor-store.ts';
import { useSources } from './sources/source-store.ts';

/** Whoever writes saves every few seconds: what there is to sign is asked for when they pause. */
const QUIET_MS = 2_000;

/** What is said of a document, asked for anew when the server has another version of it, or of a source. */
export function useFreshReview(store: EditorStore, first: Review | null, version: number): Reviewing {
  const [review, setReview] = useState(first);
  const { changes } = useSources();
  const seen = useRef(`${version} ${changes}`);
  useEffect(() => {
    const now = `${version} ${changes}`;
    if (seen.current === now) return undefined;
    const timer = setTimeout(() => {
      seen.current = now;
      void call<{ review: Review }>('GET', `/api/drafts/${store.state.document.id}`).then((answer) => {
        if (!answer.ok) return;
        const { review: fresh } = answer.body;
        // Two hundred marks may change with it: typing goes before them.
        startTransition(() => setReview((before) => (JSON.stringify(before) === JSON.stringify(fresh) ? before : fresh)));
      });
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [store, version, changes]);
  return useMemo(() => ({ review, setReview }), [review]);
}
