import { createStore, useStore } from '../../../local/store.ts';

/** People whose line has gone into another's since the list was fetched. */
const store = createStore<ReadonlySet<string>>(new Set());

/** Takes a line out of the list that is open, or puts it back. */
export function hideLine(person: string, hidden: boolean): void {
  const now = new Set(store.get());
  if (hidden) now.add(person);
  else now.delete(person);
  store.set(now);
}

/** Forgets all of it, e.g. with the session. */
export function forgetMerged(): void {
  store.set(new Set());
}

/** The people whose lines stand in another's now. */
export function useHiddenLines(): ReadonlySet<string> {
  return useStore(store);
}
