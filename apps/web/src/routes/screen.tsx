import { type MouseEvent, type ReactNode, useEffect } from 'react';
import { Link } from '../ui/router.tsx';
import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { useWords } from '../i18n/words.ts';
import { Icon } from '../ui/icon.tsx';
import { leaveInAHurry } from '../auth/leave.ts';
import { ViewSettings } from '../ui/view-settings.tsx';
import { documentTitle } from './document-title.ts';
import { Outside } from './outside.tsx';

interface Props {
  /** What the bar says; the name of the app without it. */
  title?: string;
  /** Leads back to the map when true. */
  back?: boolean;
  /** How far along: a thin line below the bar, and the same in words for who cannot see it. */
  progress?: { value: number; max: number; words: string } | undefined;
  /** Number of the lesson for the window's title, which says nothing else. */
  number?: string | undefined;
  /** Class of the main part. */
  kind: string;
  /** Two columns on a desk: the bar and the foot reach as far. */
  spread?: boolean;
  children: ReactNode;
}

/** Screens on which somebody may still go elsewhere: the front, the map, signing in. */
const BEFORE_READING: ReadonlySet<string> = new Set(['front', 'map', 'form']);

function leave(event: MouseEvent): void {
  event.preventDefault();
  leaveInAHurry();
}

/** The frame of every learner's page: a bar with the language, the page, and at the foot the help numbers and the exit. */
export function Screen({ title, back = false, progress, number, kind, spread = false, children }: Props): ReactNode {
  const { t, lang } = useWords();
  const windowTitle = documentTitle(lang, number);
  useEffect(() => {
    document.title = windowTitle;
  }, [windowTitle]);
  const name = title ?? t('app.name');
  const inner = spread ? 'inner spread' : 'inner';
  return (
    <>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <header className="bar">
        <div className={inner}>
          {back ? (
            <Link className="to-map" to="/learn" aria-label={`${name} · ${t('bar.all')}`}>
              <Icon name="back" /> <b>{name}</b>
            </Link>
          ) : (
            <b>{name}</b>
          )}
          <ViewSettings />
          <LanguageSwitch />
        </div>
        {progress && <progress className="thin" value={progress.value} max={progress.max} aria-label={progress.words} />}
      </header>
      <main id="main" className={kind}>
        {BEFORE_READING.has(kind) && <Outside />}
        {children}
      </main>
      <nav className="foot" aria-label={t('foot.label')}>
        <div className={inner}>
          <Link to="/help-now">
            <Icon name="phone" /> {t('foot.help')}
          </Link>
          <a className="exit" href="/reading" onClick={leave} title={t('foot.exitHint')}>
            <Icon name="exit" /> {t('foot.exit')}
          </a>
        </div>
      </nav>
    </>
  );
}
