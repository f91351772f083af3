import type { EditorStore } from './editor-store.ts';

/** Until the server has all that was written; false when it cannot be reached. */
export function whenSaved(store: EditorStore): Promise<boolean> {
  if (store.state.phase === 'saved') return Promise.resolve(true);
  return new Promise((resolve) => {
    const stop = store.follow(() => {
      const { phase } = store.state;
      if (phase === 'waiting' || phase === 'saving') return;
      stop();
      resolve(phase === 'saved');
    });
    void store.save();
  });
}
