import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { call } from '../../local/api.ts';
import { nameOrder } from './name-order.ts';
import type { Curriculum, Province, TaughtModule } from './shapes.ts';

/** What lists and forms must know of the site: its places, what is taught, how days are cut. */
export interface SiteData {
  state: 'loading' | 'ready' | 'failed';
  /** HTTP status of a failure; 0 without an answer. */
  status: number;
  provinces: readonly Province[];
  modules: readonly TaughtModule[];
  timeZone: string;
  languages: readonly string[];
  again: () => void;
}

const NOTHING: SiteData = { state: 'loading', status: 0, provinces: [], modules: [], timeZone: 'UTC', languages: [], again: () => undefined };
const Context = createContext<SiteData>(NOTHING);

type Loaded = Omit<SiteData, 'again'>;

function read({ site, courses }: Curriculum): Loaded {
  const modules = courses.flatMap((course) => course.modules);
  return { state: 'ready', status: 200, provinces: site.provinces, modules, timeZone: site.timeZone, languages: site.languages };
}

/** Fetches what is known of the site, once for all staff screens. */
export function SiteDataProvider({ children }: { children: ReactNode }): ReactNode {
  const [data, setData] = useState<Loaded>(NOTHING);
  const load = useCallback(() => {
    setData((old) => ({ ...old, state: 'loading' }));
    void call<Curriculum>('GET', '/api/curriculum').then((answer) => {
      setData((old) => (answer.ok ? read(answer.body) : { ...old, state: 'failed', status: answer.status }));
    });
  }, []);
  useEffect(load, [load]);
  const value = useMemo(() => ({ ...data, again: load }), [data, load]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** What is known of the site. */
export function useSiteData(): SiteData {
  return useContext(Context);
}

/** A text in the reader's language; in the site's first where that is missing. */
export function inLanguage(text: LocalizedText, lang: string): string {
  return text[lang] ?? Object.values(text)[0] ?? '';
}

/** Provinces by name in the order of the reader's language, those of a scope alone. */
export function sortedProvinces(provinces: readonly Province[], lang: string, scope: readonly string[] | null): { id: string; name: string }[] {
  const order = nameOrder(lang);
  return provinces
    .filter(({ id }) => scope === null || scope.includes(id))
    .map(({ id, name }) => ({ id, name: inLanguage(name, lang) }))
    .sort((a, b) => order(a.name, b.name));
}
