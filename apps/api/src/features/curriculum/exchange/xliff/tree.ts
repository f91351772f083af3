import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import type { Fault, XliffFault } from './fault.ts';
import { CORE, CORE_2_2, XML } from './names.ts';

export interface XmlElement {
  namespace: string;
  name: string;
  /** Name spaces apart from their names; without declarations of name spaces. */
  attributes: { namespace: string; name: string; value: string }[];
  children: (XmlElement | string)[];
  parent: XmlElement | null;
  line: number;
  column: number;
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';
/** UTF-16 units: a course of thousands of texts has a tenth of it. */
const MOST_LENGTH = 20_000_000;
const MOST_DEPTH = 100;
const MOST_ELEMENTS = 300_000;

class Refusal extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Reads a text as XML without document type: nothing is fetched, no entity is declared or expanded. */
export function parseTree(text: string): { root: XmlElement } | { fault: Fault } {
  if (text.length > MOST_LENGTH) return { fault: { line: 1, column: 1, code: 'too_large' } };
  try {
    return { root: parse(text) };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.fault };
    throw error;
  }
}

function parse(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  let root: XmlElement | null = null;
  let open: XmlElement | null = null;
  let depth = 0;
  let count = 0;
  let start = { line: 1, column: 1 };
  const known = (uri: string): string => (uri === CORE_2_2 ? CORE : uri);
  const refuse = (code: XliffFault): never => {
    throw new Refusal({ line: parser.line, column: Math.max(1, parser.columnIndex), code });
  };
  const addText = (piece: string): void => {
    if (!open) return;
    const last = open.children.length - 1;
    if (typeof open.children[last] === 'string') open.children[last] += piece;
    else if (piece !== '') open.children.push(piece);
  };
  parser.on('error', () => refuse('not_xml'));
  parser.on('doctype', () => refuse('doctype'));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentagstart', ({ name }) => {
    // The parser stands behind the name and the character that ended it, which may have ended the line as well.
    const end = parser.position;
    if (!isLineEnd(text[end - 1])) start = { line: parser.line, column: Math.max(1, parser.columnIndex - name.length - 1) };
    else {
      const at = end - (text[end - 2] === '\r' ? 2 : 1) - name.length - 1;
      start = { line: parser.line - 1, column: columnOf(text, at) };
    }
  });
  parser.on('opentag', (tag) => {
    if ((depth += 1) > MOST_DEPTH) refuse('too_deep');
    if ((count += 1) > MOST_ELEMENTS) refuse('too_large');
    const attributes = (Object.values(tag.attributes) as SaxesAttributeNS[])
      .filter(({ uri }) => uri !== XMLNS)
      .map(({ uri, local, value }) => ({ namespace: known(uri), name: local, value }));
    const element: XmlElement = { namespace: known(tag.uri), name: tag.local, attributes, children: [], parent: open, ...start };
    if (open) open.children.push(element);
    else root ??= element;
    open = element;
  });
  parser.on('closetag', () => {
    depth -= 1;
    open = open?.parent ?? null;
  });
  parser.write(text).close();
  return root ?? refuse('not_xml');
}

const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r';

function columnOf(text: string, at: number): number {
  let before = at;
  while (before > 0 && !isLineEnd(text[before - 1])) before -= 1;
  return at - before + 1;
}

/** The value of an attribute without name space, or of the name space given. */
export function attribute(element: XmlElement, name: string, namespace = ''): string | undefined {
  return element.attributes.find((one) => one.name === name && one.namespace === namespace)?.value;
}

/** What an element, or the nearest above it that says so, says of language or white space. */
export function inherited(element: XmlElement, name: 'lang' | 'space'): string | undefined {
  for (let one: XmlElement | null = element; one; one = one.parent) {
    const own = attribute(one, name, XML);
    if (own !== undefined) return own;
  }
  return undefined;
}

/** Child elements alone, of one name and name space where these are given. */
export function childrenOf(element: XmlElement, name?: string, namespace?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name) && (namespace === undefined || child.namespace === namespace),
  );
}

/** An element and all below it, in the order of the document. */
export function within(element: XmlElement): XmlElement[] {
  return [element, ...childrenOf(element).flatMap(within)];
}

/** The nearest element above (or the element itself) that has this name in this name space. */
export function enclosing(element: XmlElement, name: string, namespace: string): XmlElement | null {
  for (let one: XmlElement | null = element; one; one = one.parent) if (one.name === name && one.namespace === namespace) return one;
  return null;
}

/** The characters of an element, those below it included. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
