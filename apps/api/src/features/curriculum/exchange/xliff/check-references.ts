import type { Report } from './check-structure.ts';
import { isNoteOf, readFragment, resolveFragment } from './fragment.ts';
import { CORE, GLS, MTC } from './names.ts';
import { attribute, childrenOf, enclosing, within, type XmlElement } from './tree.ts';

/** Whatever names something else in the file: original data, units of sub-flows, fragments. Resources may be anywhere. */
export function checkReferences(root: XmlElement, report: Report): void {
  for (const file of childrenOf(root, 'file', CORE)) {
    const everything = within(file);
    const units = new Set(everything.filter(({ name, namespace }) => name === 'unit' && namespace === CORE).map((unit) => attribute(unit, 'id')));
    for (const element of everything) {
      if (element.namespace === CORE) {
        checkData(element, report);
        for (const name of ['subFlows', 'subFlowsStart', 'subFlowsEnd']) {
          const flows = attribute(element, name)?.trim().split(/\s+/) ?? [];
          if (flows.some((id) => !units.has(id))) report(element, 'reference_broken');
        }
      }
      checkFragment(element, root, report);
    }
  }
}

function checkData(element: XmlElement, report: Report): void {
  const names = ['dataRef', 'dataRefStart', 'dataRefEnd'].map((name) => attribute(element, name)).filter((id) => id !== undefined);
  if (names.length === 0) return;
  const candidate = enclosing(element, 'match', MTC);
  const owners = [candidate, enclosing(element, 'unit', CORE)].filter((owner) => owner !== null);
  const data = new Set(owners.flatMap((owner) => childrenOf(owner, 'originalData', CORE)).flatMap((one) => childrenOf(one, 'data', CORE)).map((one) => attribute(one, 'id')));
  if (names.some((id) => !data.has(id))) report(element, 'reference_broken');
}

function checkFragment(element: XmlElement, root: XmlElement, report: Report): void {
  const ref = attribute(element, 'ref');
  if (ref === undefined) return;
  const annotation = element.namespace === CORE && (element.name === 'mrk' || element.name === 'sm' || element.name === 'note');
  const module = element.namespace === MTC || element.namespace === GLS;
  if (!annotation && !module) return;
  const comment = annotation && attribute(element, 'type') === 'comment';
  if (!ref.startsWith('#')) {
    // An annotation and a term may name anything in the world; what a candidate or a comment speaks of is in this file.
    if (element.namespace === MTC || comment || element.name === 'note') report(element, 'fragment');
    return;
  }
  const selectors = readFragment(ref);
  if (!selectors) return report(element, 'fragment');
  const found = resolveFragment(selectors, element, root);
  if (!found || (comment && !isNoteOf(found, enclosing(element, 'unit', CORE)))) report(element, 'reference_broken');
}
