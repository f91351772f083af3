/** Where the reader is in a lesson: the block at the top of the screen, and the choices that are open. */
export interface Place {
  block: string;
  /** Pixels from the top of the window to the block's. */
  top: number;
  open: string[];
}

/** What the phone keeps of it. The choices of a practice are not in it: nothing of them outlives the page. */
export type KeptPlace = Pick<Place, 'block' | 'top'>;

/** Below the bar. */
const TOP = 72;

/** Takes down the place before the text changes. */
export function takePlace(article: ParentNode): Place | null {
  const blocks = Array.from(article.querySelectorAll<HTMLElement>('[data-block]'));
  const first = blocks.find((block) => block.getBoundingClientRect().bottom > 64);
  if (!first || window.scrollY === 0) return null;
  return {
    block: first.dataset.block ?? '',
    top: Math.round(first.getBoundingClientRect().top),
    open: Array.from(article.querySelectorAll('details[open]'), ({ id }) => id),
  };
}

/** The place as it may be kept: within a practice only that it is there, since how far down would tell what is open. */
export function placeToKeep(article: ParentNode): KeptPlace | null {
  const place = takePlace(article);
  return place && { block: place.block, top: article.querySelector(`.practice[data-block="${place.block}"]`) ? TOP : place.top };
}

/** Brings the reader back to it in the new text. */
export function returnTo(article: ParentNode, place: KeptPlace & Partial<Place>): HTMLElement | null {
  for (const id of place.open ?? []) article.querySelector(`details[id="${id}"]`)?.setAttribute('open', '');
  const block = article.querySelector<HTMLElement>(`[data-block="${place.block}"]`);
  if (block) window.scrollBy(0, block.getBoundingClientRect().top - place.top);
  return block;
}

/**
 * Closes every choice: practice is wiped when the reader leaves, also out of the browser's memory of the page. Nor does
 * the page remember how far down somebody stood in it, what was tapped last, or what was marked.
 */
export function wipeChoices(): void {
  const open = document.querySelectorAll('details.choice[open]');
  if (open.length === 0) return;
  const place = placeToKeep(document);
  for (const choice of open) choice.removeAttribute('open');
  if (place) returnTo(document, place);
  if (document.activeElement?.closest('.choice')) (document.activeElement as HTMLElement).blur();
  window.getSelection()?.removeAllRanges();
}
