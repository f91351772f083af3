/** What a copy has no use for, or what could make it ask for something. */
const AWAY = 'script, style, link, object, iframe, video, audio, source, .cost, button, input, select, textarea, .contact, [data-hear], [hidden]';
/** All that an element of a copy may say of itself. */
const STAYS = new Set(['class', 'lang', 'dir', 'href', 'viewBox', 'd', 'aria-hidden', 'src', 'alt', 'width', 'height']);

/**
 * The text of a lesson as it stands on screen, cleaned for a file of its own: nothing that runs, nothing that is fetched,
 * every choice closed, numbers that dial and no other way out but to the numbers at its end.
 */
export function copyText(article: HTMLElement): string {
  const copy = article.cloneNode(true) as HTMLElement;
  for (const one of copy.querySelectorAll(AWAY)) one.remove();
  // What a picture shows can still be told.
  for (const image of copy.querySelectorAll('img:not([src^="data:"])')) image.replaceWith(image.getAttribute('alt') ?? '');
  for (const one of copy.querySelectorAll('*')) for (const name of one.getAttributeNames()) if (!STAYS.has(name)) one.removeAttribute(name);
  for (const way of copy.querySelectorAll('a')) if (!way.getAttribute('href')?.startsWith('tel:')) way.setAttribute('href', '#numbers');
  return copy.innerHTML;
}
