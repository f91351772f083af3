import '../../ui/staff.css';
import '../../ui/author.css';
import { type ComponentProps, lazy, type ReactNode, Suspense, useContext } from 'react';
import type { Me } from '../../auth/session.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { SiteLanguages } from '../../i18n/site.ts';
import { partUnder, Redirect, useAddress } from '../../ui/router.tsx';
import { Say } from '../staff/say.tsx';
import { StaffFrame } from '../staff/staff-frame.tsx';
import { useOffice } from '../staff/use-office.ts';
import { BringScreen } from './bring-screen.tsx';
import { DocumentScreen } from './document-screen.tsx';
import { ExchangeScreen } from './exchange-screen.tsx';
import { GlossaryScreen } from './glossary-screen.tsx';
import { PaperScreen } from './paper-screen.tsx';
import { PublishScreen } from './publish-screen.tsx';
import { SourcesScreen } from './sources-screen.tsx';
import { TreeScreen } from './tree-screen.tsx';

/** Microphones and what goes with them come when somebody records. */
const ListenScreen = lazy(() => import('./listen-screen.tsx'));

function Listen(of: ComponentProps<typeof ListenScreen>): ReactNode {
  const { t } = useAuthorWords();
  return (
    <Suspense fallback={<p role="status">{t('state.loading')}</p>}>
      <ListenScreen {...of} />
    </Suspense>
  );
}

function Screens({ me }: { me: Me }): ReactNode {
  const { t } = useAuthorWords();
  const languages = useContext(SiteLanguages);
  const { pathname } = useAddress();
  if (!me.can.includes('curriculum.read'))
    return (
      <Say title={t('author.notAllowedTitle')} text={t('author.notAllowed')}>
        <a className="btn" href="/learn">
          {t('author.lessons')}
        </a>
      </Say>
    );
  return <ScreenAt pathname={pathname} me={me} languages={languages} />;
}

/** The screen that an address below /author stands for. */
function ScreenAt({ pathname, me, languages }: { pathname: string; me: Me; languages: readonly string[] }): ReactNode {
  switch (pathname) {
    case '/author':
      return <TreeScreen me={me} />;
    case '/author/bring':
      return <BringScreen me={me} />;
    case '/author/sources':
      return <SourcesScreen me={me} languages={languages} />;
    case '/author/glossary':
      return <GlossaryScreen languages={languages} />;
    default: {
      const course = partUnder('/author/publish/', pathname);
      if (course) return <PublishScreen id={course} me={me} languages={languages} />;
      const paper = partUnder('/author/paper/', pathname);
      if (paper) return <PaperScreen id={paper} languages={languages} />;
      const heard = partUnder('/author/listen/', pathname);
      if (heard) return <Listen key={heard} id={heard} me={me} languages={languages} />;
      const exchange = partUnder('/author/exchange/', pathname);
      if (exchange) return <ExchangeScreen key={exchange} id={exchange} me={me} languages={languages} />;
      const id = partUnder('/author/', pathname);
      return id ? <DocumentScreen key={id} id={id} me={me} languages={languages} /> : <Redirect to="/author" />;
    }
  }
}

/** The authors' side: the curriculum as a tree, each document side by side, publishing. */
export default function AuthorApp(): ReactNode {
  const { lang, t } = useAuthorWords();
  const { isVisitor, me } = useOffice(lang);
  if (isVisitor) return <Redirect to="/sign-in" />;
  return <StaffFrame me={me}>{me ? <Screens me={me} /> : <p className="staff-wait" role="status">{t('state.loading')}</p>}</StaffFrame>;
}
