import { CORE, is, MODULE_PREFIXES, XML } from './names.ts';
import { attribute, childrenOf, enclosing, within, type XmlElement } from './tree.ts';

/** What a fragment identifier names: one selector after another, the prefix empty for a code or segment of the source. */
type Selectors = { prefix: string; id: string }[];

const CONTAINERS: Readonly<Record<string, string>> = { f: 'file', g: 'group', u: 'unit' };
const LEAVES = ['', 't', 'd', 'n'];

/** Reads `#f=1/u=2/n=3`; null where it breaks the grammar: order, doubled or unknown prefixes, more after a leaf. */
export function readFragment(text: string): Selectors | null {
  const selectors: Selectors = [];
  for (const part of text.replace(/^#\/?/, '').split('/')) {
    const found = /^(?:([^=]*)=)?([^=]+)$/.exec(part);
    if (!found) return null;
    const [, prefix, id = ''] = found;
    if (prefix === '' || !is.nmtoken(id)) return null;
    selectors.push({ prefix: prefix ?? '', id });
  }
  const order = selectors.map(({ prefix }) => rank(prefix));
  const fits = order.every((one, at) => one !== null && (at === 0 || one > (order[at - 1] ?? 9)));
  const together = selectors.filter(({ prefix }) => prefix === 'g' || prefix === 'u').length > 1;
  return fits && !together ? selectors : null;
}

/** Places in a fragment: file, group or unit, leaf. */
function rank(prefix: string): number | null {
  if (prefix === 'f') return 1;
  if (prefix === 'g' || prefix === 'u') return 2;
  return LEAVES.includes(prefix) || Object.hasOwn(MODULE_PREFIXES, prefix) ? 3 : null;
}

/** The element that a fragment names, seen from another element; null where there is none. */
export function resolveFragment(selectors: Selectors, from: XmlElement, root: XmlElement): XmlElement | null {
  let place: XmlElement = selectors[0]?.prefix === 'f' ? root : nearest(selectors, from, root);
  for (const { prefix, id } of selectors) {
    const next = byId(place).get(id)?.find((one) => fits(one, prefix, place));
    if (!next) return null;
    place = next;
  }
  return place;
}

const indexes = new WeakMap<XmlElement, Map<string | undefined, XmlElement[]>>();

/** What lies below an element, by id; kept, because a file may hold as many references as elements. */
function byId(place: XmlElement): Map<string | undefined, XmlElement[]> {
  const index = indexes.get(place) ?? Map.groupBy(within(place).slice(1), (one) => attribute(one, 'id') ?? attribute(one, 'id', XML));
  indexes.set(place, index);
  return index;
}

/** Where a relative fragment begins: in the file for a group or unit, else in what encloses the reference. */
function nearest([first]: Selectors, from: XmlElement, root: XmlElement): XmlElement {
  if (first?.prefix === 'g' || first?.prefix === 'u') return enclosing(from, 'file', CORE) ?? root;
  return enclosing(from, 'unit', CORE) ?? enclosing(from, 'group', CORE) ?? enclosing(from, 'file', CORE) ?? root;
}

function fits(element: XmlElement, prefix: string, place: XmlElement): boolean {
  const above = (name: string): XmlElement | null => enclosing(element, name, CORE);
  switch (prefix) {
    case 'f':
    case 'g':
    case 'u':
      return element.namespace === CORE && element.name === CONTAINERS[prefix];
    case 'n':
      return element.name === 'note' && element.parent?.parent === place;
    case 'd':
      return element.name === 'data' && element.parent?.parent === place;
    case 't':
      return above('target') !== null && above('unit') === place;
    case '':
      return element.namespace === CORE && above('target') === null && element.name !== 'data' && element.name !== 'note' && above('unit') === place;
    default:
      return element.namespace === MODULE_PREFIXES[prefix];
  }
}

/** Whether a unit's note is what a comment points at. */
export function isNoteOf(found: XmlElement | null, unit: XmlElement | null): boolean {
  return found !== null && unit !== null && found.name === 'note' && childrenOf(unit, 'notes', CORE).includes(found.parent ?? found);
}
