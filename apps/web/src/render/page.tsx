import type { ReactNode } from 'react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { StaticRouter } from '../ui/router.tsx';
import * as assets from 'virtual:client-assets';
import type { RenderCourse, RenderJob, RenderPage } from '@seek-justice/contracts/render.ts';
import { ReadingContext } from '../blocks/reading.ts';
import { SeldomBlock } from '../blocks/seldom-block.tsx';
import { isSeldom, seldomBlock } from '../blocks/seldom.tsx';
import type { ServedText } from '../features/curriculum/article.tsx';
import { findStep, numberOf } from '../features/curriculum/find-step.ts';
import { LessonText } from '../features/curriculum/lesson-text.tsx';
import { Speaker } from '../i18n/speaker.ts';
import { SiteLanguages } from '../i18n/site.ts';
import type { PageData } from '../local/page-data.ts';
import { App } from '../routes/app.tsx';
import { documentTitle } from '../routes/document-title.ts';
import { ReadingPlan } from '../routes/public/reading.tsx';
import { WordsProvider } from '../i18n/provider.tsx';
import { htmlDocument } from './document.ts';
import { wordsOf } from './words-of.ts';

type Common = Pick<RenderJob, 'languages' | 'contacts' | 'sealTo'>;

function coursesOf(page: RenderPage): RenderCourse[] {
  if (page.page === 'learn' || page.page === 'shell') return page.courses;
  return page.page === 'lesson' || page.page === 'quiz' ? [page.course] : [];
}

function inWords(lang: string, { languages, contacts }: Common, content: ReactNode): ReactNode {
  return (
    <WordsProvider words={new Speaker(lang, wordsOf(lang))}>
      <SiteLanguages.Provider value={languages}>
        <ReadingContext.Provider value={{ contacts, refresh: () => undefined }}>
          <SeldomBlock.Provider value={seldomBlock}>{content}</SeldomBlock.Provider>
        </ReadingContext.Provider>
      </SiteLanguages.Provider>
    </WordsProvider>
  );
}

/** The number that the window's title may show. */
function titleOf(page: RenderPage, courses: readonly RenderCourse[]): string {
  const id = page.page === 'lesson' ? page.leaf.id : page.page === 'quiz' ? quizIdOf(page) : '';
  const step = id ? findStep(courses, id) : null;
  return documentTitle(page.lang, step ? numberOf(step) : undefined);
}

function quizIdOf(page: RenderPage & { page: 'quiz' }): string {
  return page.course.manifest.modules.find((module) => module.id === page.module)?.quiz.id ?? '';
}

/** What the page will ask for as soon as its script runs, so that it comes along with the script. */
function fetchedAtOnce(page: RenderPage): string[] {
  const leaf = page.page === 'quiz' && page.course.manifest.modules.find((module) => module.id === page.module)?.quiz.leaves[page.lang];
  return leaf ? [`/api/snapshots/${leaf.hash}`] : [];
}

/** What stands in the page without a place until its script has come: it must fit every reader. */
const EMPTY = '<main class="state"><p role="status">Lessons · មេរៀន</p></main>';

/** Makes one page: the same bytes for everybody who may see it. */
export function renderPage(page: RenderPage, common: Common): string {
  const { lang } = page;
  if (page.page === 'reading') {
    const body = renderToStaticMarkup(inWords(lang, common, <ReadingPlan />));
    return htmlDocument({ lang, title: wordsOf(lang)['reading.title'], styles: { text: assets.readingStyles }, body, script: null });
  }
  const courses = coursesOf(page);
  const data: PageData = { page: page.page, lang, languages: common.languages, contacts: common.contacts, sealTo: common.sealTo, courses };
  // The service worker has the styles from the page that started it.
  if (page.page === 'shell')
    return htmlDocument({ lang, title: documentTitle(lang), styles: { file: assets.sheet }, body: EMPTY, script: { entry: assets.entry, preload: assets.shared, fetch: [], data } });
  let served: ServedText | null = null;
  const also: string[] = [];
  if (page.page === 'lesson') {
    if (page.leaf.blocks.some(isSeldom)) also.push(assets.seldomStyles);
    data.leafHash = page.leafHash;
    served = { hash: page.leafHash, lang, html: renderToStaticMarkup(inWords(lang, common, <LessonText leaf={page.leaf} />)) };
  }
  // What a late chunk makes in the browser.
  const waiting = <main className="state">{wordsOf(lang)['state.loading']}</main>;
  const app = (
    <StaticRouter path={page.path}>
      <App data={data} words={new Speaker(lang, wordsOf(lang))} served={served} late={waiting} staff={waiting} />
    </StaticRouter>
  );
  const script = { entry: assets.entry, preload: [...assets.shared, assets.words[lang] ?? ''].filter(Boolean), fetch: fetchedAtOnce(page), data };
  return htmlDocument({ lang, title: titleOf(page, courses), styles: { text: assets.styles, file: assets.sheet }, also, body: renderToString(app), script });
}
