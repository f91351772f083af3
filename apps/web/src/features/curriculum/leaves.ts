import { useCallback, useEffect, useState } from 'react';
import type { LessonLeaf, QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { call } from '../../local/api.ts';
import { keepFile, keptFile } from '../../local/files.ts';
import { privateLeaves } from '../../local/private-leaves.ts';

/** Why something did not come: no network, or an answer that is of no use. */
export class NotLoaded extends Error {
  readonly offline: boolean;

  constructor(status: number) {
    super(`not loaded: ${status}`);
    this.offline = status === 0;
  }
}

const asked = new Map<string, Promise<unknown>>();
/** What has come already. */
const here = new Map<string, unknown>();
/** What is being put on the phone. */
let keeping: Promise<unknown> = Promise.resolve();

/** A node from the network; what everybody may read stays on the phone, other texts behind the reader's PIN. */
async function fetchNode(path: string, hash: string): Promise<unknown> {
  let kept: Promise<boolean> | undefined;
  const answer = await call('GET', path, undefined, {
    look: (response) => {
      kept = keepFile(path, response);
    },
  });
  if (!answer.ok) throw new NotLoaded(answer.status);
  // Not waited for: the reader reads meanwhile.
  keeping = Promise.all([keeping, kept?.then(async (open) => void (open || (await privateLeaves()?.put(hash, answer.body))))]);
  return answer.body;
}

/** A published node by its hash. What has come once is not asked for again: a hash never changes its meaning. */
export function loadNode<T>(hash: string): Promise<T> {
  const before = asked.get(hash);
  if (before) return before as Promise<T>;
  const path = `/api/snapshots/${hash}`;
  const coming = keptFile(path)
    .then((file) => file?.json() ?? privateLeaves()?.get(hash))
    .then((node: unknown) => node ?? fetchNode(path, hash))
    .then((node) => {
      here.set(hash, node);
      return node as T;
    });
  asked.set(hash, coming);
  coming.catch(() => asked.delete(hash));
  return coming;
}

/** Once all that has come so far is on the phone. */
export function nodesKept(): Promise<unknown> {
  return keeping;
}

/** Lets nodes be asked for again: what the phone no longer has would otherwise stay in this page's memory alone. */
export function forgetNodes(hashes: Iterable<string>): void {
  for (const hash of hashes) {
    asked.delete(hash);
    here.delete(hash);
  }
}

const QUIET_MS = 1500;

/** Fetches what is likely next once the page has come to rest (after `wait`), unless the reader has asked the browser to save data. */
export function usePrefetch(hash: string | undefined, wait = QUIET_MS): void {
  useEffect(() => {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (!hash || connection?.saveData) return;
    const timer = setTimeout(() => loadNode(hash).catch(() => undefined), wait);
    return () => clearTimeout(timer);
  }, [hash, wait]);
}

export type Loading<T> = { state: 'loading' } | { state: 'ready'; leaf: T } | { state: 'failed'; offline: boolean; again: () => void };

/** A leaf for a screen; one that was fetched ahead is there in the first picture. `before` runs just ahead of the change on screen. `hash` null: nothing is wanted. */
export function useLeaf<T extends LessonLeaf | QuizLeaf>(hash: string | null, before?: () => void): Loading<T> {
  const [loaded, setLoaded] = useState<{ hash: string; leaf: T } | null>(() => (hash && here.has(hash) ? { hash, leaf: here.get(hash) as T } : null));
  const [failed, setFailed] = useState<{ hash: string; offline: boolean } | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!hash || loaded?.hash === hash) return;
    let wanted = true;
    loadNode<T>(hash).then(
      (leaf) => {
        if (!wanted) return;
        before?.();
        setLoaded({ hash, leaf });
      },
      (error: unknown) => wanted && setFailed({ hash, offline: error instanceof NotLoaded && error.offline }),
    );
    return () => {
      wanted = false;
    };
    // `before` is a fresh function on each render and must not fetch anew; nor must what has come.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [hash, turn]);
  const again = useCallback(() => {
    setFailed(null);
    setTurn((now) => now + 1);
  }, []);
  if (loaded && loaded.hash === hash) return { state: 'ready', leaf: loaded.leaf };
  if (failed && failed.hash === hash) return { state: 'failed', offline: failed.offline, again };
  return { state: 'loading' };
}
