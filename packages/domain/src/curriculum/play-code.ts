/** The block that a part of a narration belongs to; '' for a title. */
export function blockOfPart(key: string): string {
  return /^[^.:]*/.exec(key)?.[0] ?? '';
}

/**
 * The address of a block of a lesson: what a code on paper opens. It names no subject (ids are opaque), and the language
 * of the paper, for phones are often set to another one.
 */
export function playAddress(origin: string, lesson: string, block: string, lang: string): string {
  return `${origin}/learn/${lesson}?lang=${lang}#${block}`;
}

/** The same as somebody types it. The language is then the phone's. */
export function typedPlayAddress(origin: string, lesson: string, block: string): string {
  return `${origin.replace(/^https?:\/\//, '')}/learn/${lesson}#${block}`;
}

/** How long the parts of each block are heard, by block: what everybody hears who hears the page, without what waits behind a choice. */
export function heardLengths(parts: readonly { key: string; aside: boolean; ms: number | null }[]): Record<string, number> {
  const lengths: Record<string, number> = {};
  for (const { key, aside, ms } of parts) {
    const block = blockOfPart(key);
    if (block !== '' && !aside && ms !== null) lengths[block] = (lengths[block] ?? 0) + ms;
  }
  return lengths;
}
