import { createContext, useCallback, useContext, useMemo, useRef, useSyncExternalStore } from 'react';
import { type Bases, textKey } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import type { FoundText } from '@seek-justice/domain/curriculum/form.ts';
import type { Review } from './api.ts';
import type { EditorState, EditorStore } from './editor-store.ts';

/** What fields and blocks ask of the document that they stand in. */
export interface Editing {
  store: EditorStore;
  /** The languages of the site, the source of this document first. */
  languages: readonly string[];
  mayWrite: boolean;
  /** @returns whether it can be kept. */
  edit: (edit: Edit) => boolean;
}

export const EditingContext = createContext<Editing | null>(null);

/** The document that is being worked on. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('useEditing outside an editor');
  return editing;
}

/** What is said of the document: by itself, since it is another one after each save, and no field draws by it. */
export interface Reviewing {
  review: Review | null;
  setReview: (review: Review) => void;
}

export const ReviewContext = createContext<Reviewing>({ review: null, setReview: () => undefined });

export function useReview(): Reviewing {
  return useContext(ReviewContext);
}

/** The state of a store; whoever asks follows it. */
export function useEditorState(store: EditorStore): EditorState {
  return useSyncExternalStore(store.follow, () => store.state);
}

/** The document of a store alone: what happens to it on its way to the server draws nothing. */
export function useDocument(store: EditorStore): EditorState['document'] {
  return useSyncExternalStore(store.follow, () => store.state.document);
}

/** What translations of some texts were made from: the same object until one of these changes. */
export function useBasesOf(store: EditorStore, texts: readonly FoundText[]): Bases {
  const keys = useMemo(() => texts.map(({ path }) => textKey(path)), [texts]);
  const kept = useRef<Bases>({});
  const read = useCallback((): Bases => {
    const { bases } = store.state.document;
    if (keys.every((key) => kept.current[key] === bases[key])) return kept.current;
    kept.current = Object.fromEntries(keys.flatMap((key) => (bases[key] ? [[key, bases[key]]] : [])));
    return kept.current;
  }, [store, keys]);
  return useSyncExternalStore(store.follow, read);
}

/** Which version of a document the server is known to have. */
export function useVersion(store: EditorStore): number {
  return useSyncExternalStore(store.follow, () => store.state.version);
}

/** What the server's mark of all that was said of a document is; null before it has been asked. */
export function useSaid(store: EditorStore): string | null {
  return useSyncExternalStore(store.follow, () => store.state.said);
}
