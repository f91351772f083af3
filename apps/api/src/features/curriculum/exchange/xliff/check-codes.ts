import { checkKeptOrder, checkSequences } from './check-sequences.ts';
import type { Report } from './check-structure.ts';
import { CORE } from './names.ts';
import { attribute, childrenOf, within, type XmlElement } from './tree.ts';

const CODES = ['ph', 'pc', 'sc', 'ec'];

/** Inline codes and annotations of a unit: pairs, hints for editing, copies, codes that must not be lost. */
export function checkCodes(unit: XmlElement, report: Report): void {
  const parts = childrenOf(unit).filter(({ name, namespace }) => namespace === CORE && (name === 'segment' || name === 'ignorable'));
  const [sources, targets] = ['source', 'target'].map((name) => parts.flatMap((part) => childrenOf(part, name, CORE)));
  for (const sides of [sources ?? [], targets ?? []]) {
    const all = sides.flatMap((side) => within(side).slice(1));
    for (const element of all) checkAttributes(element, report);
    checkPairs(all, report);
    checkAnnotations(all, report);
    checkSequences(sides, report);
  }
  const every = parts.flatMap(within);
  for (const element of every) checkCopy(element, every, report);
  checkKept(parts, report);
}

function checkAttributes(element: XmlElement, report: Report): void {
  const has = (name: string): boolean => attribute(element, name) !== undefined;
  const together = (one: string, other: string): void => {
    if (has(one) !== has(other)) report(element, 'attribute_conflict');
  };
  const subType = attribute(element, 'subType');
  if (subType !== undefined) {
    const type = attribute(element, 'type');
    if (type === undefined) report(element, 'attribute_missing');
    else if (subType.startsWith('xlf:') && type !== (subType === 'xlf:var' ? 'ui' : 'fmt')) report(element, 'attribute_conflict');
  }
  const fixed = ['no', 'firstNo'].includes(attribute(element, 'canReorder') ?? 'yes');
  if (fixed && (attribute(element, 'canDelete') !== 'no' || attribute(element, 'canCopy') !== 'no')) report(element, 'attribute_conflict');
  if (element.name === 'pc') {
    together('dataRefStart', 'dataRefEnd');
    together('subFlowsStart', 'subFlowsEnd');
    together('equivStart', 'equivEnd');
  }
  if (element.name === 'ec') {
    const isolated = attribute(element, 'isolated') === 'yes';
    const foreign = element.attributes.some(({ namespace }) => namespace !== '');
    if (isolated ? !has('id') || has('startRef') : !has('startRef') || has('id') || has('dir') || foreign) report(element, 'attribute_conflict');
  }
}

/** Start and end of a code: both here and in this order unless marked as isolated, and of one mind in their hints. */
function checkPairs(all: XmlElement[], report: Report): void {
  const starts = new Map<string, XmlElement>();
  const ended = new Set<XmlElement>();
  const ends = new Set(all.filter(({ name }) => name === 'ec').map((ec) => attribute(ec, 'startRef')));
  for (const element of all) {
    if (element.name === 'sc') {
      const id = attribute(element, 'id') ?? '';
      if (attribute(element, 'isolated') !== 'yes') starts.set(id, element);
      else if (ends.has(id)) report(element, 'code_unpaired');
    }
    if (element.name !== 'ec' || attribute(element, 'isolated') === 'yes') continue;
    const start = starts.get(attribute(element, 'startRef') ?? '');
    if (!start || ended.has(start)) {
      report(element, 'code_unpaired');
      continue;
    }
    ended.add(start);
    const differs = ['canCopy', 'canDelete', 'canOverlap'].some((name) => (attribute(start, name) ?? 'yes') !== (attribute(element, name) ?? 'yes'));
    const reorder = attribute(start, 'canReorder') ?? 'yes';
    if (differs || (reorder === 'firstNo' ? 'no' : reorder) !== (attribute(element, 'canReorder') ?? 'yes')) report(element, 'code_differs');
    else checkOverlap(start, element, all, report);
  }
  for (const start of starts.values()) if (!ended.has(start)) report(start, 'code_unpaired');
}

/** A pair that must not overlap holds both halves of whatever begins in it. */
function checkOverlap(start: XmlElement, end: XmlElement, all: XmlElement[], report: Report): void {
  if (attribute(start, 'canOverlap') !== 'no') return;
  const inside = all.slice(all.indexOf(start) + 1, all.indexOf(end));
  const begun = new Set(inside.filter(({ name }) => name === 'sc').map((sc) => attribute(sc, 'id')));
  const closed = new Set(inside.filter(({ name }) => name === 'ec').map((ec) => attribute(ec, 'startRef')));
  const crossed = inside.some(
    (one) => (one.name === 'sc' && attribute(one, 'isolated') !== 'yes' && !closed.has(attribute(one, 'id'))) || (one.name === 'ec' && attribute(one, 'startRef') && !begun.has(attribute(one, 'startRef'))),
  );
  if (crossed) report(start, 'code_differs');
}

function checkAnnotations(all: XmlElement[], report: Report): void {
  const begun = new Set<string>();
  const ended = new Set<string>();
  for (const element of all) {
    if (element.name === 'mrk' || element.name === 'sm') {
      const type = attribute(element, 'type');
      const said = [attribute(element, 'value'), attribute(element, 'ref')].filter((one) => one !== undefined).length;
      if ((type === 'comment' && said !== 1) || (type === 'mtc:match' && attribute(element, 'ref') !== undefined)) report(element, 'attribute_conflict');
    }
    if (element.name === 'sm') begun.add(attribute(element, 'id') ?? '');
    if (element.name === 'em') {
      const ref = attribute(element, 'startRef') ?? '';
      if (!begun.has(ref) || ended.has(ref)) report(element, 'annotation_unpaired');
      ended.add(ref);
    }
  }
  for (const element of all) if (element.name === 'sm' && !ended.has(attribute(element, 'id') ?? '')) report(element, 'annotation_unpaired');
}

function checkCopy(element: XmlElement, every: XmlElement[], report: Report): void {
  const base = attribute(element, 'copyOf');
  if (base === undefined) return;
  const codes = every.filter((one) => CODES.includes(one.name) && attribute(one, 'id') === base);
  const hasData = (one: XmlElement): boolean => ['dataRef', 'dataRefStart', 'dataRefEnd'].some((name) => attribute(one, name) !== undefined);
  if (codes.length === 0) report(element, 'reference_broken');
  else if (hasData(element) || codes.some((one) => hasData(one) || attribute(one, 'canCopy') === 'no')) report(element, 'code_copied');
}

/** A code that must not be deleted is in the target of its segment or, moved, in another target of the unit. */
function checkKept(parts: XmlElement[], report: Report): void {
  const idOf = (one: XmlElement): string | undefined => attribute(one, 'id') ?? attribute(one, 'startRef');
  const kept = new Set(parts.flatMap((part) => childrenOf(part, 'target', CORE)).flatMap(within).map((one) => idOf(one)));
  for (const part of parts) {
    const [source] = childrenOf(part, 'source', CORE);
    const [target] = childrenOf(part, 'target', CORE);
    if (!source || !target || part.name !== 'segment') continue;
    const codes = within(source).filter((one) => CODES.includes(one.name) && attribute(one, 'canDelete') === 'no');
    if (codes.some((one) => !kept.has(idOf(one)))) report(target, 'code_missing');
    checkKeptOrder(source, target, report);
  }
}
