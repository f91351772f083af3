import './polyfills.ts';
import './ui/styles.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from './ui/router.tsx';
import { watchAbsence } from './auth/absence.ts';
import { leaveInAHurry } from './auth/leave.ts';
import { keepPrivateTexts } from './auth/profile/private-texts.ts';
import { watchReader } from './auth/reader.ts';
import { leaveForNow, recallSession, refreshSession } from './auth/session.ts';
import type { ServedText } from './features/curriculum/article.tsx';
import { Speaker } from './i18n/speaker.ts';
import { loadWords, readersLanguages, rememberLanguage } from './i18n/languages.ts';
import { watchOffer } from './local/install.ts';
import { ARTICLE_ID, readPageData } from './local/page-data.ts';
import { hearNews, startWorker } from './local/worker.ts';
import { startSync } from './records/sync-loop.ts';
import { App } from './routes/app.tsx';
import { startListening } from './features/media/listening.tsx';
import { startPaper } from './features/media/paper/start.ts';
import { LateScreens } from './routes/late/late.tsx';
import { LateStaff } from './routes/staff/late.tsx';
import { watchShift } from './ui/quick-exit.ts';

const data = readPageData();
const isShell = data.page === 'shell';

/** The lesson text in the page becomes ours as it stands: opened choices and the place in it are kept. */
function servedText(): ServedText | null {
  const html = document.getElementById(ARTICLE_ID)?.innerHTML;
  return data.leafHash && html !== undefined ? { hash: data.leafHash, lang: data.lang, html } : null;
}

/** The words of the page's language. A page without one takes the reader's; or else any that the phone has. */
async function speaker(): Promise<Speaker> {
  if (!isShell) return new Speaker(data.lang, await loadWords(data.lang));
  for (const lang of readersLanguages(data.languages)) {
    const words = await loadWords(lang).catch(() => null);
    if (!words) continue;
    document.documentElement.lang = data.lang = lang;
    return new Speaker(lang, words);
  }
  throw new Error('the phone has no words');
}

/** A language that was chosen by a link stays chosen, and leaves the address. */
function settleLanguage(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has('lang')) return;
  rememberLanguage(data.lang);
  address.searchParams.delete('lang');
  history.replaceState(history.state, '', address);
}

async function start(): Promise<void> {
  const words = await speaker();
  settleLanguage();
  const app = (
    <BrowserRouter>
      <App data={data} words={words} served={servedText()} staff={<LateStaff />} late={<LateScreens />} />
    </BrowserRouter>
  );
  const root = document.getElementById('app');
  // These are made in the browser alone: there is nothing of the server's to take over.
  if (root && (isShell || data.page === 'staff' || data.page === 'welcome')) createRoot(root).render(app);
  else if (root) hydrateRoot(root, app);
  startListening();
  startPaper();
  startSync();
  await recallSession();
  await refreshSession();
  startWorker(words);
}

watchShift(leaveInAHurry);
watchReader();
watchAbsence(leaveForNow);
watchOffer();
keepPrivateTexts();
hearNews();
void start();
