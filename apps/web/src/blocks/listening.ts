import { createContext, useContext } from 'react';

/** What blocks and questions ask of the narration of their page. Parts are named as `Hear` names them. */
export interface Listening {
  /** Whether somebody has recorded this part. */
  has: (part: string) => boolean;
  /** Reads parts out one after another, for a reader who has chosen to go by ear; silent for everybody else. */
  say: (parts: readonly string[]) => void;
}

export const ListeningContext = createContext<Listening>({ has: () => false, say: () => undefined });

/** The narration of the page. */
export function useListening(): Listening {
  return useContext(ListeningContext);
}
