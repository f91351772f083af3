/** The key under which a part is read aloud. */
export function keyOf(part: HTMLElement): string {
  return part.dataset.part ?? '';
}

/** The parts on screen, in the order in which they are read; those behind a closed choice are not among them. */
export function partsOnScreen(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>('main [data-part]')).filter((part) => {
    for (let choice = part.closest('details'); choice; choice = choice.parentElement?.closest('details') ?? null)
      if (!choice.open && !(part.tagName === 'SUMMARY' && part.parentElement === choice)) return false;
    return true;
  });
}

/** Whether a part is heard only by who chooses it. */
export function isAside(part: HTMLElement): boolean {
  const from = part.tagName === 'SUMMARY' ? part.parentElement?.parentElement : part;
  return from?.closest('details') != null;
}

/** Keys of the parts that everybody hears who hears the whole page; numbers to call are the page's company, not its text. */
export function partsOfPage(): string[] {
  const parts = Array.from(document.querySelectorAll<HTMLElement>('main [data-part]'));
  return parts.filter((part) => !isAside(part) && !keyOf(part).startsWith('@')).map(keyOf);
}

/** The element of a part. */
function placeOf(key: string): HTMLElement | null {
  return document.querySelector(`main [data-part="${CSS.escape(key)}"]`);
}

const SCROLLS = ['wheel', 'touchmove', 'keydown'] as const;

/** Marks the part that is heard and brings it into view, unless the reader has scrolled away meanwhile. */
export class Marker {
  #marked: HTMLElement | null = null;
  #follow = true;

  constructor() {
    for (const kind of SCROLLS)
      window.addEventListener(
        kind,
        (event) => {
          if (!(event instanceof KeyboardEvent) || /^(?:Arrow|Page|Home|End)/.test(event.key)) this.#follow = false;
        },
        { passive: true },
      );
  }

  /** From now on what is heard is brought into view again. */
  follow(): void {
    this.#follow = true;
  }

  mark(key: string | null): void {
    this.#marked?.classList.remove('hearing');
    this.#marked?.removeAttribute('aria-current');
    this.#marked = key === null ? null : placeOf(key);
    this.#marked?.classList.add('hearing');
    this.#marked?.setAttribute('aria-current', 'true');
    if (!this.#marked || !this.#follow) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#marked.scrollIntoView({ block: this.#marked.offsetHeight > innerHeight / 2 ? 'start' : 'center', behavior: calm ? 'auto' : 'smooth' });
  }
}
