import { createContext, useContext } from 'react';
import type { ServedText } from '../features/curriculum/article.tsx';

/** The lesson text that stands in the page as the server made it. */
export const ServedContext = createContext<ServedText | null>(null);

export function useServed(): ServedText | null {
  return useContext(ServedContext);
}
