/** What somebody goes on with: a text to write or a file to choose, where it is to be seen. */
const NEXT = ':is(.md-choose, [role=textbox]):not(details:not([open]) *)';

/** Puts the caret into the first of what was added just now below a place (a selector), as soon as that is drawn. */
export function putCaret(place: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`${place} ${NEXT}`)?.focus());
}
