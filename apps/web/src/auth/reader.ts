import { hearOtherTabs } from './other-tabs.ts';
import { isCurtainDrawn } from './profile-cookie.ts';
import { currentSession, isSameReader, refreshSession, toFront } from './session.ts';

function reload(): void {
  location.reload();
}

/** A page that the browser kept in memory comes back: what one person has seen is not for the next one. */
function shownAgain(event: PageTransitionEvent, again: () => void): void {
  if (!event.persisted) return;
  const blank = isCurtainDrawn() || !isSameReader();
  document.documentElement.classList.toggle('gone', blank);
  if (blank) again();
}

/** Another tab says who reads now. A page of somebody else is left; a visitor's learns who it is. */
function heard(reader: string | null): void {
  const { me } = currentSession();
  if (me && me.person.id !== reader) toFront();
  else if (!me && reader) void refreshSession();
}

/** Follows who reads on this phone, where this page is not the one that is told. `again` is how a page is loaded anew. */
export function watchReader(again: () => void = reload): void {
  window.addEventListener('pageshow', (event) => shownAgain(event, again));
  hearOtherTabs(heard);
}
