import { createContext, useContext } from 'react';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';

/** What blocks need beside their own text: the numbers to call, as they stand today. */
export interface Reading {
  contacts: readonly Contact[];
  /** Asks for the numbers anew. */
  refresh: () => void;
}

export const ReadingContext = createContext<Reading>({ contacts: [], refresh: () => undefined });

/** The surroundings of the lesson that is being read. */
export function useReading(): Reading {
  return useContext(ReadingContext);
}
