import { useEffect, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import type { sourceEntry } from '@seek-justice/contracts/endpoints/source.ts';
import { type Answer, call } from '../../../local/api.ts';

export type SourceEntry = z.output<typeof sourceEntry>;
export type SourceFields = SourceEntry['source'];

/** The sources as the server last told them; null before it has. */
interface Known {
  entries: readonly SourceEntry[] | null;
  /** Grows with every change that was made on this page: what is signed may be signed no more. */
  changes: number;
  /** Why they are not known, where the server said so; '' otherwise. */
  trouble: string;
  failed: boolean;
}

let known: Known = { entries: null, changes: 0, trouble: '', failed: false };
let asking = false;
const listeners = new Set<() => void>();

function tell(next: Partial<Known>): void {
  known = { ...known, ...next };
  for (const listener of listeners) listener();
}

/** Asks for the sources anew; two that ask at once ask once. */
export async function refreshSources(): Promise<void> {
  if (asking) return;
  asking = true;
  const answer = await call<{ sources: SourceEntry[] }>('GET', '/api/sources');
  asking = false;
  tell(answer.ok ? { entries: answer.body.sources, trouble: '', failed: false } : { trouble: answer.problem?.title ?? '', failed: true });
}

/** Adds a source (version 0) or changes the version that was seen. What others wrote meanwhile is fetched where it was refused. */
export async function writeSource(id: string, version: number, source: SourceFields): Promise<Answer<SourceEntry>> {
  return told(id, await call<SourceEntry>('POST', `/api/sources/${id}`, { version, source }));
}

/** Brings version `to` back, where the version that was seen still stands. */
export async function restoreSource(id: string, version: number, to: number): Promise<Answer<SourceEntry>> {
  return told(id, await call<SourceEntry>('POST', `/api/sources/${id}/restore`, { version, to }));
}

async function told(id: string, answer: Answer<SourceEntry>): Promise<Answer<SourceEntry>> {
  if (answer.ok) {
    const entries = known.entries ?? [];
    tell({ entries: entries.some((one) => one.id === id) ? entries.map((one) => (one.id === id ? answer.body : one)) : [...entries, answer.body], changes: known.changes + 1 });
  } else if (answer.status === 409) await refreshSources();
  return answer;
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** All sources, one list for every field on the page; asked for when the first one wants them. */
export function useSources(): Known {
  const now = useSyncExternalStore(follow, () => known);
  useEffect(() => {
    if (known.entries === null) void refreshSources();
  }, []);
  return now;
}
