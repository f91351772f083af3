import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Speaker } from './speaker.ts';

const Context = createContext<Speaker | null>(null);

/** Gives the words to all that is inside. */
export function WordsProvider({ words, children }: { words: Speaker; children: ReactNode }): ReactNode {
  return <Context.Provider value={words}>{children}</Context.Provider>;
}

/** The words and the language that they speak now; a component that asks follows the language. */
export function useSpeaker(): { words: Speaker; lang: string } {
  const words = useContext(Context);
  if (!words) throw new Error('useSpeaker outside WordsProvider');
  const now = (): string => words.lang;
  return { words, lang: useSyncExternalStore(words.follow, now, now) };
}
