import { checkCodes } from './check-codes.ts';
import { checkCore } from './check-core.ts';
import { checkIds, unitOf } from './check-ids.ts';
import { checkModules } from './check-modules.ts';
import { checkReferences } from './check-references.ts';
import { checkStructure, type Report } from './check-structure.ts';
import type { Fault } from './fault.ts';
import { CORE } from './names.ts';
import { setQuotedApart } from './quoted.ts';
import { type ReadUnit, readUnit } from './read-unit.ts';
import { remarksOf } from './remarks.ts';
import { parseTree, attribute, childrenOf, within, type XmlElement } from './tree.ts';
import { fromXliffId } from './unit-id.ts';

export interface ReadFile {
  id: string;
  units: ReadUnit[];
  /** What translators wrote of the file as a whole. */
  remarks?: string[];
}

export type XliffReading = { ok: true; source: string; target: string | null; files: ReadFile[] } | { ok: false; faults: Fault[] };

const MOST_FAULTS = 100;
/** Elements in one text: its codes are compared with each other. */
const MOST_IN_UNIT = 2_000;

/**
 * Reads a translation file (XLIFF 2.0 to 2.2) and checks it against the specification: the core and the modules. A
 * file with any fault is refused as a whole, with up to 100 of its faults in the order of their lines.
 */
export function readXliff(text: string): XliffReading {
  const parsed = parseTree(text.replace(/^\ufeff/, ''));
  if ('fault' in parsed) return { ok: false, faults: [parsed.fault] };
  const { root } = parsed;
  if (root.name !== 'xliff' || root.namespace !== CORE) return { ok: false, faults: [{ line: root.line, column: root.column, code: isOld(root) ? 'old_xliff' : 'not_xliff' }] };
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
  const files = childrenOf(root, 'file', CORE).map(readFile);
  return { ok: true, source: attribute(root, 'srcLang') ?? '', target: attribute(root, 'trgLang') ?? null, files };
}

/** Tools still write the first format, some under names of their own (.sdlxliff, .mqxliff). */
function isOld(root: XmlElement): boolean {
  return root.name === 'xliff' && (root.namespace.startsWith('urn:oasis:names:tc:xliff:document:1') || attribute(root, 'version')?.startsWith('1.') === true);
}

function readFile(file: XmlElement): ReadFile {
  const remarks = remarksOf(file);
  return { id: fromXliffId(attribute(file, 'id') ?? ''), units: elements(file, 'unit').map(readUnit), ...(remarks.length > 0 ? { remarks } : {}) };
}

function elements(from: XmlElement, name: string): XmlElement[] {
  return within(from).filter((one) => one.name === name && one.namespace === CORE);
}
