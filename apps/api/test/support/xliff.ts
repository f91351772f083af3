import type { XliffFault } from '../../src/features/curriculum/exchange/xliff/fault.ts';
import { readXliff } from '../../src/features/curriculum/exchange/xliff/read.ts';

const NAMESPACES = [
  'xmlns="urn:oasis:names:tc:xliff:document:2.0"',
  'xmlns:my="urn:example:my"',
  ...['fs', 'matches', 'glossary', 'metadata', 'resourcedata', 'validation'].map((name) => `xmlns:${name}="urn:oasis:names:tc:xliff:${name}:2.0"`),
  'xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0"',
  'xmlns:ctr="urn:oasis:names:tc:xliff:changetracking:2.0"',
  'xmlns:its="http://www.w3.org/2005/11/its"',
].join(' ');

/** A document with the prefixes `my` (somebody else’s), `fs`, `slr`, `ctr`, `its` and the names of the other modules. */
export const document = (files: string, attributes = 'version="2.1" srcLang="en" trgLang="km"'): string => `<xliff ${NAMESPACES} ${attributes}>${files}</xliff>`;
/** One file `f1` in a document. */
export const file = (content: string): string => document(`<file id="f1">${content}</file>`);
/** One unit `u1` in one file. */
export const unit = (content: string): string => file(`<unit id="u1">${content}</unit>`);
/** One segment in one unit, behind notes or original data. */
export const segment = (source: string, target?: string, data = ''): string =>
  unit(`${data}<segment><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`);
/** A segment `x` with an id. */
export const part = (id: string, target = ''): string => `<segment id="${id}"><source>x</source>${target}</segment>`;
/** Segment `s1`. */
export const plain = part('s1');
/** Original data, one for each id. */
export const data = (...ids: string[]): string => `<originalData>${ids.map((id) => `<data id="${id}">x</data>`).join('')}</originalData>`;
/** Note `n1`. */
export const note = '<notes><note id="n1">Take care.</note></notes>';

/** What a document is refused for; nothing where it is read. */
export const codes = (text: string): XliffFault[] => {
  const reading = readXliff(text);
  return reading.ok ? [] : reading.faults.map(({ code }) => code);
};
