import type { KeyedText, Range } from './keyed-text.ts';
import { BASE, COENG, KHMER, traitsOf } from './traits.ts';

const MOST_MARKS = 40;
/** Zero width spaces after a word are no part of it. */
const TAIL = /[\u200b\u2060\ufeff]+$/;

let segmenter: Intl.Segmenter | undefined;

/** What no mark precedes and nothing binds: letters and signs of ASCII and Khmer. */
const standsAlone = (code: number): boolean => (code >= 0x20 && code < 0x7f) || (traitsOf(code) & BASE) !== 0;

/** Whether a character surely begins at `at`, without asking the segmenter, which takes longer than all the rest. */
function isPlainEdge(text: string, at: number): boolean {
  if (!standsAlone(text.charCodeAt(at))) return false;
  let back = at - 1;
  for (; back >= 0 && !standsAlone(text.charCodeAt(back)); back -= 1) {
    const code = text.charCodeAt(back);
    if ((traitsOf(code) & KHMER) === 0 || code === COENG) return false;
  }
  return back >= 0;
}

/** The range with both ends on the edges of characters as a reader sees them. */
function whole(text: string, [from, to]: Range): Range {
  return [isEdge(text, from) ? from : characterAt(text, from)[0], isEdge(text, to) ? to : characterAt(text, to)[1]];
}

const isEdge = (text: string, at: number): boolean => at === 0 || at === text.length || isPlainEdge(text, at);

/** Where the character lies in which `at` is; both ends are `at` where one begins there. */
function characterAt(text: string, at: number): Range {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const found = segmenter.segment(text).containing(at);
  return found && found.index !== at ? [found.index, found.index + found.segment.length] : [at, at];
}

/**
 * Where in the text the keys stand: ranges of the text as it is written, in order, none touching another, each on edges
 * of whole characters. A key that begins or ends within a character marks all of it.
 */
export function marksIn({ text, key, parts }: KeyedText, keys: readonly string[]): Range[] {
  const found: Range[] = [];
  for (const one of keys)
    for (let at = one === '' ? -1 : key.indexOf(one); at >= 0 && found.length < MOST_MARKS; at = key.indexOf(one, at + one.length)) {
      const [from] = parts[at] ?? [0, 0];
      const [, to] = parts[at + one.length - 1] ?? [0, 0];
      const [first, last] = whole(text, [from, to]);
      found.push([first, last - (TAIL.exec(text.slice(first, last))?.[0].length ?? 0)]);
    }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: Range[] = [];
  for (const mark of found) {
    const last = joined.at(-1);
    if (last && mark[0] <= last[1]) last[1] = Math.max(last[1], mark[1]);
    else joined.push(mark);
  }
  return joined;
}

const BEFORE = 60;
const LONGEST = 220;
/** How far a space may lie from where the text would be cut. */
const NEAR = 24;

/** A piece of the text around its first mark, cut at a space where one is near and never within a character; marks are moved along. */
export function excerptOf(text: string, marks: readonly Range[]): { text: string; marks: Range[] } {
  const first = marks[0]?.[0] ?? 0;
  const from = first <= BEFORE ? 0 : cutAfter(text, first - BEFORE, first);
  const end = Math.max(from + LONGEST, marks[0]?.[1] ?? 0);
  const to = end >= text.length ? text.length : cutBefore(text, end, marks[0]?.[1] ?? from);
  const lead = from > 0 ? '…' : '';
  const kept = marks.filter((mark) => mark[1] <= to).map(([a, b]): Range => [a - from + lead.length, b - from + lead.length]);
  return { text: lead + text.slice(from, to) + (to < text.length ? '…' : ''), marks: kept };
}

function cutAfter(text: string, at: number, most: number): number {
  const space = text.slice(at, Math.min(at + NEAR, most)).search(/\s/);
  return space >= 0 ? at + space + 1 : whole(text, [at, at])[0];
}

function cutBefore(text: string, at: number, least: number): number {
  const from = Math.max(at - NEAR, least);
  const space = text.slice(from, at).search(/\s\S*$/);
  return space > 0 ? from + space : Math.max(least, whole(text, [at, at])[0]);
}
