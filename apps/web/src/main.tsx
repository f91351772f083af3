import './polyfills.ts';
import './ui/styles.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { watchReader } from './auth/reader.ts';
import { recallSession, refreshSession } from './auth/session.ts';
import type { ServedText } from './features/curriculum/article.tsx';
import { Speaker } from './i18n/speaker.ts';
import { loadWords, rememberLanguage } from './i18n/languages.ts';
import { ARTICLE_ID, readPageData } from './local/page-data.ts';
import { startSync } from './records/sync-loop.ts';
import { App } from './routes/app.tsx';
import { LateStaff } from './routes/staff/late.tsx';
import { watchShift } from './ui/quick-exit.ts';

const data = readPageData();

/** The lesson text in the page becomes ours as it stands: opened choices and the place in it are kept. */
function servedText(): ServedText | null {
  const html = document.getElementById(ARTICLE_ID)?.innerHTML;
  return data.leafHash && html !== undefined ? { hash: data.leafHash, lang: data.lang, html } : null;
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
  const words = new Speaker(data.lang, await loadWords(data.lang));
  const app = (
    <BrowserRouter>
      <App data={data} words={words} served={servedText()} staff={<LateStaff />} />
    </BrowserRouter>
  );
  const root = document.getElementById('app');
  // The staff side is made in the browser alone: there is nothing of the server's to take over.
  if (root && data.page === 'staff') createRoot(root).render(app);
  else if (root) hydrateRoot(root, app);
  startSync();
  await recallSession();
  await refreshSession();
}

watchShift();
watchReader();
settleLanguage();
void start();
