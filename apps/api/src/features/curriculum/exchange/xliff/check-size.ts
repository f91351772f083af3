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

/** The profile that holds where an element stands: the nearest above it. */
function profileOf(element: XmlElement, kind: string): string | undefined {
  for (let one: XmlElement | null = element; one; one = one.parent) {
    const [profiles] = childrenOf(one, 'profiles', SLR);
    const found = profiles && attribute(profiles, kind);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether an id is one in size data that stands beside an element or beside something above it. */
function dataBeside({ parent }: XmlElement, id: string): boolean {
  if (!parent) return false;
  return childrenOf(parent, 'data', SLR).some((data) => within(data).some((one) => attribute(one, 'id') === id)) || dataBeside(parent, id);
}
