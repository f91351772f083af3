import { deliver } from '../records/deliver.ts';
import { dropOldShells } from './caches.ts';
import { fixed } from './fixed.ts';
import { type FetchEvent, scope } from './scope.ts';
import { install, keepLanguage, keepLate, reading, refreshShell, shell } from './shell.ts';
import { wayOf } from './way.ts';

/** A learner's page: what is on the phone, at once; whether there is a newer one is asked behind it. */
async function learnersPage(event: FetchEvent): Promise<Response> {
  const held = await shell();
  if (!held) return fetch(event.request);
  // What is new is told to the page that this becomes: before it is there, it would hear nothing.
  const page = event.resultingClientId ? scope.clients.get(event.resultingClientId).catch(() => undefined) : Promise.resolve();
  event.waitUntil(page.then(refreshShell).catch(() => undefined));
  return held;
}

/** A page that only the network has; without one, the app says so in words. */
async function onlinePage({ request }: FetchEvent): Promise<Response> {
  return fetch(request).catch(async () => (await shell()) ?? Response.error());
}

function answer(event: FetchEvent): Promise<Response> | null {
  switch (wayOf(event.request, scope.location.origin)) {
    case 'shell':
      return learnersPage(event);
    case 'reading':
      return reading(event.request);
    case 'fixed':
      return fixed({ request: event.request, waitUntil: (work) => event.waitUntil(work) });
    case 'online':
      return onlinePage(event);
    default:
      return null;
  }
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(dropOldShells().then(() => scope.clients.claim())));
scope.addEventListener('fetch', (event) => {
  const coming = answer(event);
  if (coming) event.respondWith(coming);
});
scope.addEventListener('message', (event) => {
  const { leave, activate, keep, again } = event.data as { leave?: boolean; activate?: boolean; keep?: string; again?: boolean };
  // Only a page says when: on the map nothing is interrupted. It asks the one that is to go, which passes it on: Chromium lets
  // go at once of a worker that runs, but of one that is just starting only half a minute after it has had nothing to do.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  if (leave) scope.registration.waiting?.postMessage({ activate: true });
  if (activate) void scope.skipWaiting();
  if (keep) event.waitUntil(keepLanguage(keep).then(() => (again ? keepLate() : undefined)).catch(() => undefined));
});
// The network has come back while no page is open. What fails is tried again by the browser, later each time.
scope.addEventListener('sync', (event) => {
  if (event.tag !== 'lessons-send') return;
  event.waitUntil(
    deliver().then((sent) => {
      if (sent === 'later') throw new Error('something still waits');
    }),
  );
});
