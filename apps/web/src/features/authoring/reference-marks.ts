import { type RefObject, useEffect } from 'react';
import { referencesIn } from '@seek-justice/domain/curriculum/bible/references-in.ts';

/** Names under which the styles draw the marks. */
const RIGHT = 'reference';
const WRONG = 'reference-wrong';

function highlightOf(name: string): Highlight | null {
  // Where a browser cannot draw them the words below the text are all there is.
  if (typeof Highlight === 'undefined' || !CSS.highlights) return null;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}

/** The place in the page where a letter of a paragraph stands, over all the marks of strong words in it. */
function placeIn(paragraph: Node, offset: number): [Node, number] | null {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (left <= length) return [node, left];
    left -= length;
  }
  return null;
}

/** Ranges of the references in what stands on screen, paragraph by paragraph. */
function rangesIn(box: Element): { range: Range; wrong: boolean }[] {
  return [...box.querySelectorAll('p')].flatMap((paragraph) =>
    referencesIn(paragraph.textContent ?? '').flatMap(({ from, to, wrong }) => {
      const [start, end] = [placeIn(paragraph, from), placeIn(paragraph, to)];
      if (!start || !end) return [];
      const range = document.createRange();
      range.setStart(...start);
      range.setEnd(...end);
      return [{ range, wrong: wrong !== null && wrong.lacks !== 'one chapter' }];
    }),
  );
}

/** Draws a quiet mark under each reference in a box, also while it is being written. The page itself is left as it is. */
export function useReferenceMarks(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const [right, wrong] = [highlightOf(RIGHT), highlightOf(WRONG)];
    const { current } = box;
    if (!current || !right || !wrong) return undefined;
    let drawn: { range: Range; wrong: boolean }[] = [];
    const clear = (): void => {
      for (const one of drawn) (one.wrong ? wrong : right).delete(one.range);
    };
    const draw = (): void => {
      clear();
      drawn = rangesIn(current);
      for (const one of drawn) (one.wrong ? wrong : right).add(one.range);
    };
    draw();
    const observer = new MutationObserver(draw);
    observer.observe(current, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      clear();
    };
  }, [box]);
}
