import type { Report } from './check-structure.ts';
import { CORE, MDA } from './names.ts';
import { attribute, childrenOf, inherited, within, type XmlElement } from './tree.ts';

/** Rules of the core that are neither ids, codes nor references: languages, states, order of targets, skeletons. */
export function checkCore(root: XmlElement, report: Report): void {
  for (const element of within(root)) {
    if (element.namespace !== CORE) continue;
    const parent = element.parent?.namespace === CORE ? element.parent.name : '';
    const side = parent === 'segment' || parent === 'ignorable';
    // What a document says of itself as a whole is said since 2.2.
    if (element.name === 'xliff') for (const child of childrenOf(element)) if (child.name !== 'file' && !ofWhole(child, root)) report(child, 'element_misplaced');
    if (element.name === 'target' && side && attribute(root, 'trgLang') === undefined) report(element, 'language_missing');
    if ((element.name === 'source' || element.name === 'target') && side) checkLanguage(element, root, report);
    if (element.name === 'skeleton' && (attribute(element, 'href') !== undefined) === element.children.length > 0) report(element, 'skeleton');
    // What a note is about is said since 2.2.
    if (element.name === 'note' && attribute(element, 'ref') !== undefined && attribute(root, 'version') !== '2.2') report(element, 'attribute_unknown');
    if (element.name === 'segment') checkState(element, report);
    if (element.name === 'unit') checkOrder(element, report);
  }
}

function ofWhole({ namespace, name }: XmlElement, root: XmlElement): boolean {
  return attribute(root, 'version') === '2.2' && (namespace === CORE || (namespace === MDA && name === 'metadata'));
}

function checkLanguage(element: XmlElement, root: XmlElement, report: Report): void {
  const own = inherited(element, 'lang')?.toLowerCase();
  const whole = attribute(root, element.name === 'source' ? 'srcLang' : 'trgLang')?.toLowerCase();
  if (own !== undefined && whole !== undefined && own !== whole && !own.startsWith(`${whole}-`)) report(element, 'language_differs');
  const other = childrenOf(element.parent ?? element, element.name === 'source' ? 'target' : 'source', CORE)[0];
  const space = (one: XmlElement): string => inherited(one, 'space') ?? 'default';
  // A target keeps white space as its source does.
  if (element.name === 'target' && other && space(element) !== space(other)) report(element, 'attribute_conflict');
}

function checkState(segment: XmlElement, report: Report): void {
  const state = attribute(segment, 'state');
  if (attribute(segment, 'subState') !== undefined && state === undefined) report(segment, 'attribute_missing');
  if (state !== undefined && state !== 'initial' && childrenOf(segment, 'target', CORE).length === 0) report(segment, 'state_without_target');
}

/** Targets may stand in another order than their sources: every place once, and each place that is left is taken. */
function checkOrder(unit: XmlElement, report: Report): void {
  const parts = childrenOf(unit).filter(({ name, namespace }) => namespace === CORE && (name === 'segment' || name === 'ignorable'));
  const placed = parts.flatMap((part, at) =>
    childrenOf(part, 'target', CORE).map((target) => {
      const order = attribute(target, 'order');
      return { target, at: at + 1, explicit: order !== undefined, order: order === undefined ? at + 1 : Number(order) };
    }),
  );
  const places = new Set<number>();
  for (const { target, at, explicit, order } of placed) {
    const left = explicit && !placed.some((other) => other.explicit && other.order === at);
    if (order > parts.length || places.has(order) || left) report(target, 'target_order');
    places.add(order);
  }
}
