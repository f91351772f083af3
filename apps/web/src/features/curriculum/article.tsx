import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { useWords } from '../../i18n/words.ts';
import { ARTICLE_ID } from '../../local/page-data.ts';
import { Failed } from '../../ui/message.tsx';
import { useLeaf } from './leaves.ts';
import { LessonText } from './lesson-text.tsx';
import { type Place, returnTo, takePlace, wipeChoices } from './place.ts';
import { usePlace } from './use-place.ts';

/** The text that the server has put into the page: shown as it stands, so that its leaf is not sent a second time. */
export interface ServedText {
  hash: string;
  lang: string;
  html: string;
}

/** The layout effect of the browser; on the server there is no layout. */
const useLayout = typeof window === 'undefined' ? useEffect : useLayoutEffect;

interface Props {
  lesson: string;
  hash: string;
  served: ServedText | null;
  /** Whose place in it is kept; null for nobody's. */
  reader: string | null;
  children: ReactNode;
}

/**
 * A lesson's text: the server's own on its page, else built from its leaf. In a new language the reader stays in place;
 * who opens it again comes back to theirs. `children` come after the text, once there is one.
 */
export function Article({ lesson, hash, served, reader, children }: Props): ReactNode {
  const { t } = useWords();
  const element = useRef<HTMLElement>(null);
  const place = useRef<Place | null>(null);
  const shown = useRef<LessonLeaf | null>(null);
  const own = served?.hash === hash;
  const loading = useLeaf<LessonLeaf>(own ? null : hash, () => {
    place.current = element.current && takePlace(element.current);
  });
  if (own) shown.current = null;
  else if (loading.state === 'ready') shown.current = loading.leaf;
  const leaf = shown.current;

  useLayout(() => {
    if (place.current && element.current) returnTo(element.current, place.current);
    place.current = null;
  }, [leaf]);
  useEffect(() => {
    window.addEventListener('pagehide', wipeChoices);
    return () => window.removeEventListener('pagehide', wipeChoices);
  }, []);
  useEffect(() => {
    if (!element.current?.querySelector('.practice')) return;
    // Reached by Back or a reload: the page begins at its top, since the browser keeps no place in it.
    if (history.scrollRestoration === 'manual') window.scrollTo(0, 0);
    // How far down somebody stood tells which choices were open.
    history.scrollRestoration = 'manual';
    return () => void (history.scrollRestoration = 'auto');
  }, [leaf]);
  const back = usePlace(reader, lesson, element, own || leaf !== null);

  if (loading.state === 'failed') return <Failed level="h2" offline={loading.offline} again={loading.again} />;
  // While another language is on its way the present text stays.
  const text = leaf ? (
    <article key="leaf" ref={element} className="lesson" id={ARTICLE_ID} lang={leaf.lang}>
      <LessonText leaf={leaf} />
    </article>
  ) : (
    served && <article key="served" ref={element} className="lesson" id={ARTICLE_ID} lang={served.lang} dangerouslySetInnerHTML={{ __html: served.html }} />
  );
  if (text)
    return (
      <>
        {back && (
          <p className="here" role="status">
            {t('lesson.here')}
          </p>
        )}
        {text}
        {children}
      </>
    );
  return (
    <p className="hint" role="status">
      {t('lesson.loading')}
    </p>
  );
}
