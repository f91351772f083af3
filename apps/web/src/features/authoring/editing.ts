import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import type { Review } from './api.ts';
import type { EditorState, EditorStore } from './editor-store.ts';

/** What fields and blocks ask of the document that they stand in. */
export interface Editing {
  store: EditorStore;
  /** The languages of the site, the source of this document first. */
  languages: readonly string[];
  mayWrite: boolean;
  edit: (edit: Edit) => void;
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
