import type { Report } from './check-structure.ts';
import { attribute, childrenOf, within, type XmlElement } from './tree.ts';

const CODES = ['ph', 'pc', 'sc', 'ec'];

/** Codes that must stay in order: a first one, then only others of its sequence until it ends. */
export function checkSequences(sides: XmlElement[], report: Report): void {
  let open = false;
  for (const side of sides) {
    for (const element of within(side).slice(1)) {
      if (!CODES.includes(element.name)) continue;
      const reorder = attribute(element, 'canReorder') ?? 'yes';
      if (reorder === 'no' && !open) report(element, 'code_order');
      open = reorder !== 'yes';
    }
  }
}

/** What follows what in a sequence that must stay in order is the same in source and target. */
export function checkKeptOrder(source: XmlElement, target: XmlElement, report: Report): void {
  const before = stepsOf(source);
  const after = stepsOf(target);
  const broken = before.some(({ step, fixed }, at) => {
    if (!fixed || at === 0) return false;
    const there = after.findIndex((other) => other.step === step);
    return there >= 0 && after[there - 1]?.step !== before[at - 1]?.step;
  });
  if (broken) report(target, 'code_order');
}

/** Codes as one meets them, a pair at its beginning and at its end, whether it is one element or two halves. */
function stepsOf(side: XmlElement): { step: string; fixed: boolean }[] {
  return childrenOf(side).flatMap((child) => {
    const id = attribute(child, 'startRef') ?? attribute(child, 'id');
    const step = { step: `${child.name === 'ec' ? 'end' : 'begin'} ${id}`, fixed: attribute(child, 'canReorder') === 'no' };
    if (child.name === 'pc') return [step, ...stepsOf(child), { step: `end ${id}`, fixed: false }];
    return CODES.includes(child.name) ? [step] : stepsOf(child);
  });
}
