import { createContext, useContext } from 'react';

/** Languages of this site, in its order of preference: data, never a constant. */
export const SiteLanguages = createContext<readonly string[]>([]);

/** The site's languages. */
export function useSiteLanguages(): readonly string[] {
  return useContext(SiteLanguages);
}
