import { checkCodes } from './check-codes.ts';
import { checkCore } from './check-core.ts';
import { checkIds, unitOf } from './check-ids.ts';
import { checkModules } from './check-modules.ts';
import { checkReferences } from './check-references.ts';
import { checkStructure, type Report } from './check-structure.ts';
import type { Fault } from './fault.ts';
import { CORE, MDA } from './names.ts';
import { setQuotedApart } from './quoted.ts';
import { parseTree, attribute, childrenOf, within, type XmlElement } from './tree.ts';
import { sideText } from './side-text.ts';
import { fromXliffId } from './unit-id.ts';
import { SEEN, type XliffState } from './write.ts';

export interface ReadUnit {
  id: string;
  source: string;
  /** Null where a segment has no target yet. */
  target: string | null;
  /** The least of its segments' states. */
  state: XliffState;
  /** Which translation the translator was given, where the file still says so. */
  seen?: string;
  /** Line of the file, from 1. */
  line: number;
}

export interface ReadFile {
  id: string;
  units: ReadUnit[];
}

export type XliffReading = { ok: true; source: string; target: string | null; files: ReadFile[] } | { ok: false; faults: Fault[] };

const MOST_FAULTS = 100;
/** Elements in one text: its codes are compared with each other. */
const MOST_IN_UNIT = 2_000;
const STATES: readonly XliffState[] = ['initial', 'translated', 'reviewed', 'final'];

/**
 * Reads a translation file (XLIFF 2.0 to 2.2) and checks it against the specification: the core and the modules. A
 * file with any fault is refused as a whole, with up to 100 of its faults in the order of their lines.
 */
export function readXliff(text: string): XliffReading {
  const parsed = parseTree(text.replace(/^\ufeff/, ''));
  if ('fault' in parsed) return { ok: false, faults: [parsed.fault] };
  const { root } = parsed;
  if (root.name !== 'xliff' || root.namespace !== CORE) return { ok: false, faults: [{ line: root.line, column: root.column, code: 'not_xliff' }] };
  setQuotedApart(root);
  const faults: Fault[] = [];
  const report: Report = (element, code) => {
    const unit = unitOf(element);
    const { line, column } = element;
    const known = faults.some((fault) => fault.line === line && fault.column === column && fault.code === code);
    if (!known && faults.length < MOST_FAULTS) faults.push({ line, column, code, ...(unit === undefined ? {} : { unit: fromXliffId(unit) }) });
  };
  checkStructure(root, report);
  // The other rules speak of elements that are where they belong.
  if (faults.length === 0) {
    checkCore(root, report);
    checkIds(root, report);
    for (const unit of elements(root, 'unit')) {
      if (within(unit).length > MOST_IN_UNIT) report(unit, 'too_large');
      else checkCodes(unit, report);
    }
    checkReferences(root, report);
    checkModules(root, report);
  }
  if (faults.length > 0) return { ok: false, faults: faults.sort((one, other) => one.line - other.line || one.column - other.column) };
  const files = childrenOf(root, 'file', CORE).map((file) => ({ id: fromXliffId(attribute(file, 'id') ?? ''), units: elements(file, 'unit').map(readUnit) }));
  return { ok: true, source: attribute(root, 'srcLang') ?? '', target: attribute(root, 'trgLang') ?? null, files };
}

function elements(from: XmlElement, name: string): XmlElement[] {
  return within(from).filter((one) => one.name === name && one.namespace === CORE);
}

function readUnit(unit: XmlElement): ReadUnit {
  const parts = childrenOf(unit).filter(({ name, namespace }) => namespace === CORE && (name === 'segment' || name === 'ignorable'));
  const sources = parts.flatMap((part) => childrenOf(part, 'source', CORE));
  const placed = parts.map((part, at) => {
    const [target] = childrenOf(part, 'target', CORE);
    // What lies between segments (white space) is the source's where the tool wrote none.
    const side = target ?? (part.name === 'ignorable' ? childrenOf(part, 'source', CORE)[0] : undefined);
    return { side, order: Number((target && attribute(target, 'order')) ?? at + 1) };
  });
  const targets = placed.toSorted((one, other) => one.order - other.order).flatMap(({ side }) => side ?? []);
  const states = parts.filter(({ name }) => name === 'segment').map((part) => STATES.indexOf((attribute(part, 'state') ?? 'initial') as XliffState));
  return {
    id: fromXliffId(attribute(unit, 'id') ?? ''),
    source: sideText(sources, unit),
    target: targets.length === parts.length ? sideText(targets, unit) : null,
    state: STATES[Math.min(...states)] ?? 'initial',
    line: unit.line,
    ...seenIn(unit),
  };
}

function seenIn(unit: XmlElement): { seen?: string } {
  const found = childrenOf(unit, 'metadata', MDA)
    .flatMap((data) => childrenOf(data, 'metaGroup', MDA))
    .flatMap((group) => childrenOf(group, 'meta', MDA))
    .find((meta) => attribute(meta, 'type') === SEEN);
  return found ? { seen: found.children.filter((child) => typeof child === 'string').join('').trim() } : {};
}
