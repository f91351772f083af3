import type { Report } from './check-structure.ts';
import { is, SLR } from './names.ts';
import { attribute, childrenOf, within, type XmlElement } from './tree.ts';

const ATTRIBUTES = ['storageRestriction', 'sizeRestriction', 'equivStorage', 'sizeInfo', 'sizeInfoRef'];

/** Sizes of texts: restrictions, what a code counts for, and data that is referred to. */
export function checkSize(element: XmlElement, report: Report): void {
  const own = element.attributes.filter(({ namespace }) => namespace === SLR);
  if (own.length === 0) return;
  if (own.some(({ name }) => !ATTRIBUTES.includes(name))) return report(element, 'attribute_unknown');
  const value = (name: string): string | undefined => attribute(element, name, SLR);
  if (value('sizeInfo') !== undefined && value('sizeInfoRef') !== undefined) return report(element, 'attribute_conflict');
  const broken =
    wrong(element, 'sizeRestriction', 'generalProfile', is.restriction) ||
    wrong(element, 'storageRestriction', 'storageProfile', is.restriction) ||
    wrong(element, 'equivStorage', 'storageProfile', is.whole, notHalf) ||
    wrong(element, 'sizeInfo', 'generalProfile', is.whole, notHalf);
  if (broken) report(element, 'attribute_value');
  const ref = value('sizeInfoRef');
  if (ref !== undefined && !dataBeside(element, ref)) report(element, 'reference_broken');
}

/** Where no profile is named, words may be those of a profile that both sides know; a number still counts whole things. */
const notHalf = (value: string): boolean => !/^[-+]?[\d.]+$/.test(value) || is.whole(value);

/** Whether a value breaks its profile. Those of others have values of their own making; those of the format count. */
function wrong(element: XmlElement, name: string, kind: string, fits: (text: string) => boolean, unnamed = fits): boolean {
  const value = attribute(element, name, SLR);
  if (value === undefined) return false;
  const profile = profileOf(element, kind);
  if (profile === undefined) return !unnamed(value);
  return profile.startsWith('xliff:') && !fits(value);
}

const profiles = new WeakMap<XmlElement, XmlElement | null>();

/** The profile that holds where an element stands: the nearest above it. What each has is kept, as a file may have very many below it. */
function profileOf(element: XmlElement, kind: string): string | undefined {
  for (let one: XmlElement | null = element; one; one = one.parent) {
    const own: XmlElement | null = profiles.has(one) ? (profiles.get(one) ?? null) : (childrenOf(one, 'profiles', SLR)[0] ?? null);
    profiles.set(one, own);
    const found = own ? attribute(own, kind) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const indexes = new WeakMap<XmlElement, Set<string | undefined>>();

/** Ids in the size data of an element; kept, because many may refer to it. */
function dataIn(element: XmlElement): Set<string | undefined> {
  const index = indexes.get(element) ?? new Set(childrenOf(element, 'data', SLR).flatMap(within).map((one) => attribute(one, 'id')));
  indexes.set(element, index);
  return index;
}

/** Whether an id is one in size data that stands beside an element or beside something above it. */
function dataBeside({ parent }: XmlElement, id: string): boolean {
  return parent !== null && (dataIn(parent).has(id) || dataBeside(parent, id));
}
