import { type ReactNode, useEffect, useRef } from 'react';
import { WordsProvider } from '../i18n/provider.tsx';
import { partUnder, useAddress } from '../ui/router.tsx';
import type { ServedText } from '../features/curriculum/article.tsx';
import { CoursesProvider } from '../features/curriculum/courses.tsx';
import { ContactsProvider } from '../features/directory/contacts.tsx';
import { SiteLanguages } from '../i18n/site.ts';
import type { Speaker } from '../i18n/speaker.ts';
import type { PageData } from '../local/page-data.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { MapScreen } from './learn/map.tsx';
import { StepScreen } from './learn/step.tsx';
import { BrokenScreen } from './public/broken.tsx';
import { FrontScreen } from './public/front.tsx';
import { HelpScreen } from './public/help-now.tsx';
import { NotFoundScreen } from './public/not-found.tsx';
import { SignInScreen } from './public/sign-in.tsx';
import { ServedContext } from './served.ts';

/** What routes/late/late-app.tsx has screens for. */
const LATE = /^\/(?:welcome|phone|carry|search|j(?:\/[^/]+)?)$/;

interface Props {
  data: PageData;
  words: Speaker;
  served: ServedText | null;
  /** The staff side: a late chunk in the browser, nothing on the server. */
  staff: ReactNode;
  /** The screens that are seldom opened, likewise. */
  late: ReactNode;
}

/** On a new page the reader begins at its top and its heading; going back, the browser finds the old place. */
function useNewPage(): void {
  const { pathname, how } = useAddress();
  const first = useRef(pathname);
  useEffect(() => {
    if (first.current === pathname) return;
    first.current = '';
    if (how !== 'POP') window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [pathname, how]);
}

/** The screen that an address stands for. */
function ScreenAt({ pathname, staff, late }: Pick<Props, 'staff' | 'late'> & { pathname: string }): ReactNode {
  switch (pathname) {
    case '/':
      return <FrontScreen />;
    case '/sign-in':
      return <SignInScreen />;
    case '/learn':
      return <MapScreen />;
    case '/help-now':
    case '/h':
      return <HelpScreen />;
    default: {
      const id = partUnder('/learn/', pathname);
      if (id) return <StepScreen id={id} />;
      if (/^\/(?:staff|author)(?:\/|$)/.test(pathname)) return staff;
      return LATE.test(pathname) ? late : <NotFoundScreen />;
    }
  }
}

function Pages({ data, staff, late }: Pick<Props, 'data' | 'staff' | 'late'>): ReactNode {
  const { pathname } = useAddress();
  const missing = useRef(data.page === 'not-found' ? pathname : null);
  useNewPage();
  // The server knows best that there is nothing at this address.
  if (missing.current === pathname) return <NotFoundScreen />;
  return (
    <ErrorBoundary at={pathname} fallback={<BrokenScreen />}>
      <ScreenAt pathname={pathname} staff={staff} late={late} />
    </ErrorBoundary>
  );
}

/** Everything between the router and the screens. The same on the server, where pages are made, and in the browser. */
export function App({ data, words, served, staff, late }: Props): ReactNode {
  return (
    <WordsProvider words={words}>
      <SiteLanguages.Provider value={data.languages}>
        <ServedContext.Provider value={served}>
          <ContactsProvider initial={data.contacts}>
            <CoursesProvider initial={data.courses}>
              <Pages data={data} staff={staff} late={late} />
            </CoursesProvider>
          </ContactsProvider>
        </ServedContext.Provider>
      </SiteLanguages.Provider>
    </WordsProvider>
  );
}
