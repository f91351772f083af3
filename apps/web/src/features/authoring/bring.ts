/** Frames in which the page may still find out how high its blocks are. */
const FRAMES = 10;

/**
 * Brings something to where it is read, and keeps it there while the page settles: of blocks that were never near the
 * screen nobody knows how high they are before they come by.
 */
export function bringIntoSight(element: Element, block: 'center' | 'nearest'): void {
  let stood: number | null = null;
  let left = FRAMES;
  const look = (): void => {
    if (element.getBoundingClientRect().top !== stood) {
      element.scrollIntoView({ block });
      stood = element.getBoundingClientRect().top;
    }
    left -= 1;
    if (left > 0) requestAnimationFrame(look);
  };
  look();
}
