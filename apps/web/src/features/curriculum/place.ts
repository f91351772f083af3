/** Where the reader is in a lesson: the block at the top of the screen, and the choices that are open. */
export interface Place {
  block: string;
  /** Pixels from the top of the window to the block's. */
  top: number;
  open: string[];
}

/** Takes down the place before the text changes. */
export function takePlace(article: ParentNode): Place | null {
  const blocks = Array.from(article.querySelectorAll<HTMLElement>('[data-block]'));
  const first = blocks.find((block) => block.getBoundingClientRect().bottom > 64);
  if (!first || window.scrollY === 0) return null;
  return {
    block: first.dataset.block ?? '',
    top: first.getBoundingClientRect().top,
    open: Array.from(article.querySelectorAll('details[open]'), ({ id }) => id),
  };
}

/** Brings the reader back to it in the new text. */
export function returnTo(article: ParentNode, place: Place): void {
  for (const id of place.open) article.querySelector(`details[id="${id}"]`)?.setAttribute('open', '');
  const block = article.querySelector(`[data-block="${place.block}"]`);
  if (block) window.scrollBy(0, block.getBoundingClientRect().top - place.top);
}

/** Closes every choice: practice is wiped when the reader leaves, also out of the browser's memory of the page. */
export function wipeChoices(): void {
  for (const choice of document.querySelectorAll('details.choice[open]')) choice.removeAttribute('open');
}
