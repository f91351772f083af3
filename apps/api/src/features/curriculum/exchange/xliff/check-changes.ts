import type { Report } from './check-structure.ts';
import { CORE, CTR } from './names.ts';
import { attribute, childrenOf, within, type XmlElement } from './tree.ts';

const PLACES = ['unit', 'group', 'file'];

/** Tracked changes: of which element they tell, and of what in it. */
export function checkChanges(root: XmlElement, report: Report): void {
  for (const place of within(root).filter(isPlace)) {
    const tracked = childrenOf(place, 'changeTrack', CTR);
    if (tracked.length === 0) continue;
    const here = within(place).filter((one) => one.namespace === CORE && one !== place && placeOf(one) === place);
    for (const revisions of tracked.flatMap((track) => childrenOf(track, 'revisions', CTR))) checkRevisions(revisions, here, report);
  }
}

function checkRevisions(revisions: XmlElement, here: XmlElement[], report: Report): void {
  const idOf = (one: XmlElement): string | undefined => attribute(one, 'id');
  const ref = attribute(revisions, 'ref');
  const named = here.filter(({ name }) => name === attribute(revisions, 'appliesTo'));
  const withId = named.filter((one) => idOf(one) !== undefined);
  if (ref === undefined && named.length > 1 && withId.length > 0) report(revisions, 'attribute_missing');
  // What has no id of its own is told of by something near it that has.
  if (ref !== undefined && !(withId.length > 0 ? withId : here).some((one) => idOf(one) === ref)) report(revisions, 'reference_broken');
  for (const revision of childrenOf(revisions, 'revision', CTR)) {
    const told = new Set<string>();
    for (const item of childrenOf(revision, 'item', CTR)) {
      const property = attribute(item, 'property') ?? '';
      const known = property === 'content' || named.length === 0 || named.some((one) => attribute(one, property) !== undefined);
      if (!known || told.has(property)) report(item, 'module_rule');
      told.add(property);
    }
  }
}

const isPlace = ({ namespace, name }: XmlElement): boolean => namespace === CORE && PLACES.includes(name);

/** The unit, group or file that an element stands in. */
function placeOf({ parent }: XmlElement): XmlElement | null {
  return parent && (isPlace(parent) ? parent : placeOf(parent));
}
