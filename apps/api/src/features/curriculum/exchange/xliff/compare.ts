import { contactsIn } from '@seek-justice/domain/curriculum/contact.ts';
import { saysTheSame } from '@seek-justice/domain/curriculum/authoring/apply.ts';
import type { ReadFile } from './read.ts';
import type { ReadUnit } from './read-unit.ts';
import { tidy } from './white-space.ts';
import type { XliffState } from './write.ts';

/** A text as it stands today; `target` is null or absent where there is no translation. */
export interface CurrentUnit {
  id: string;
  source: string;
  target?: string | null;
}

/** A translation that would be written. */
export interface XliffChange {
  id: string;
  /** The source that it was made from: that of the file. */
  source: string;
  target: string;
  state: XliffState;
}

/** What a translation file would change. Every id is in one list: of the file's units, or of ours in `missing`. */
export interface XliffComparison {
  changed: XliffChange[];
  /** The same translation as ours, but for white space. */
  unchanged: string[];
  /** Not translated, or not to the end. */
  open: string[];
  /** Made from a source that says something else than ours: a stale translation. */
  sourceChanged: XliffChange[];
  /** Contacts that are in the source and not in the translation (lost), or there once too often (added): not to be taken. */
  contacts: { id: string; lost: string[]; added: string[] }[];
  /** In more than one file of the document: nobody can say which is meant. */
  doubled: string[];
  /** Not ours. */
  unknown: string[];
  /** Ours, and not in the file. */
  missing: string[];
}

/** Compares what a translation file says with what stands today; it changes nothing. */
export function compareXliff(current: readonly CurrentUnit[], read: { files: ReadFile[] }): XliffComparison {
  const result: XliffComparison = { changed: [], unchanged: [], open: [], sourceChanged: [], contacts: [], doubled: [], unknown: [], missing: [] };
  const ours = new Map(current.map((unit) => [unit.id, unit]));
  const found = Map.groupBy(
    read.files.flatMap(({ units }) => units),
    ({ id }) => id,
  );
  for (const [id, [unit, ...more]] of found) {
    const today = ours.get(id);
    if (!unit) continue;
    if (!today) result.unknown.push(id);
    else if (more.length > 0) result.doubled.push(id);
    else sort(unit, today, result);
  }
  result.missing = current.map(({ id }) => id).filter((id) => !found.has(id));
  return result;
}

function sort({ id, source, target, open, state }: ReadUnit, today: CurrentUnit, result: XliffComparison): void {
  if (target === null || open) {
    result.open.push(id);
    return;
  }
  if (tidy(target) === tidy(today.target ?? '')) {
    result.unchanged.push(id);
    return;
  }
  const lost = minus(contactsIn(source), contactsIn(target));
  const added = minus(contactsIn(target), contactsIn(source));
  if (lost.length > 0 || added.length > 0) result.contacts.push({ id, lost, added });
  else (saysTheSame(source, today.source) ? result.changed : result.sourceChanged).push({ id, source, target, state });
}

/** What is in a list more often than in another. */
function minus(list: string[], other: string[]): string[] {
  const left = [...other];
  return list.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
