import type { Report } from './check-structure.ts';
import { CORE, CTR } from './names.ts';
import { attribute, childrenOf, within, type XmlElement } from './tree.ts';

const PLACES = ['unit', 'group', 'file'];

/** What is known of the elements of one name, or of all, in a place. */
interface Known {
  count: number;
  ids: Set<string>;
  attributes: Set<string>;
}

/** Tracked changes: of which element they tell, and of what in it. */
export function checkChanges(root: XmlElement, report: Report): void {
  for (const place of within(root).filter(isPlace)) {
    const tracked = childrenOf(place, 'changeTrack', CTR).flatMap((track) => childrenOf(track, 'revisions', CTR));
    if (tracked.length === 0) continue;
    const here = elementsOf(place);
    const byName = new Map([...Map.groupBy(here, ({ name }) => name)].map(([name, elements]) => [name, known(elements)]));
    const all = known(here);
    for (const revisions of tracked) checkRevisions(revisions, byName.get(attribute(revisions, 'appliesTo') ?? ''), all, report);
  }
}

function checkRevisions(revisions: XmlElement, named: Known | undefined, all: Known, report: Report): void {
  const ref = attribute(revisions, 'ref');
  const withId = named !== undefined && named.ids.size > 0;
  if (ref === undefined && withId && named.count > 1) report(revisions, 'attribute_missing');
  // What has no id of its own is told of by something near it that has.
  if (ref !== undefined && !(withId ? named : all).ids.has(ref)) report(revisions, 'reference_broken');
  for (const revision of childrenOf(revisions, 'revision', CTR)) {
    const told = new Set<string>();
    for (const item of childrenOf(revision, 'item', CTR)) {
      const property = attribute(item, 'property') ?? '';
      const there = property === 'content' || !named || named.attributes.has(property);
      if (!there || told.has(property)) report(item, 'module_rule');
      told.add(property);
    }
  }
}

function known(elements: XmlElement[]): Known {
  const ids = elements.flatMap((one) => attribute(one, 'id') ?? []);
  return { count: elements.length, ids: new Set(ids), attributes: new Set(elements.flatMap((one) => one.attributes.map(({ name }) => name))) };
}

const isPlace = ({ namespace, name }: XmlElement): boolean => namespace === CORE && PLACES.includes(name);

/** Elements of the core in a unit, group or file, and not in a smaller one that lies in it. */
function elementsOf(place: XmlElement): XmlElement[] {
  return childrenOf(place, undefined, CORE).flatMap((child) => [child, ...(isPlace(child) ? [] : elementsOf(child))]);
}
