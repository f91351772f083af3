import { type ReactNode, useRef } from 'react';
import { useAuthorWords } from '../../i18n/author-words.ts';
import type { Review } from './api.ts';
import { bringIntoSight } from './bring.ts';
import { useReview } from './editing.ts';

/** What of a document, or of one thing in it, waits for a signature that whoever looks may give. */
export function mine(review: Review | null, thing?: string): Review['unsigned'] {
  return review?.unsigned.filter((one) => review.mine.includes(one.competence) && (thing === undefined || one.thing === thing)) ?? [];
}

/** For who signs off: how much of the document waits for them, and the way to the next of it, again and again. */
export function WaitsForMe(): ReactNode {
  const { t, n } = useAuthorWords();
  const { review } = useReview();
  const last = useRef<HTMLElement | null>(null);
  const things = new Set(mine(review).map(({ thing }) => thing));
  if (things.size === 0) return null;
  const goOn = (): void => {
    const all = [...document.querySelectorAll<HTMLElement>('.gutter.is-mine .status')];
    const after = all.find((one) => last.current && last.current !== one && last.current.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    const next = after ?? all[0];
    if (!next) return;
    // What was opened for them is closed behind them, unless they have begun to say something.
    const said = last.current?.closest('.gutter')?.querySelector('textarea')?.value;
    if (last.current?.getAttribute('aria-expanded') === 'true' && last.current !== next && !said) last.current.click();
    last.current = next;
    bringIntoSight(next, 'center');
    if (next.getAttribute('aria-expanded') === 'false') next.click();
    next.focus({ preventScroll: true });
  };
  return (
    <p className="for-me">
      {t('sign.forMe', { n: n(things.size) })}{' '}
      <button type="button" className="plain" onClick={goOn}>
        {t('sign.next')}
      </button>
    </p>
  );
}
