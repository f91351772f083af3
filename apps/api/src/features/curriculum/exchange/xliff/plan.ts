import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { saysTheSame } from '@seek-justice/domain/curriculum/authoring/apply.ts';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { compareXliff, type XliffChange } from './compare.ts';
import { documentUnits, type DocumentUnit, seenMark } from './document-units.ts';
import type { ReadUnit } from './read-unit.ts';

/** What a translation file does to one document. */
export interface XliffPlan {
  /** Edits of one text belong together. `stale`: made from a source that says something else today. */
  changes: { unit: DocumentUnit; edits: Edit[]; stale: boolean }[];
  /** The same words, called correct over a source that had changed. */
  confirmed: { unit: DocumentUnit; edits: Edit[] }[];
  /** Written here since the file went out. */
  collided: { unit: DocumentUnit; brought: string }[];
  refused: { id: string; why: 'contacts' | 'doubled' | 'unknown'; detail: string[] }[];
  unchanged: number;
  /** Not translated in the file, or not to the end: what stands here stays. */
  untranslated: number;
  missing: number;
}

/**
 * Plans what the units of a file do to a document as it stands now. Nothing that somebody here wrote after the file
 * went out is written over; where the file does not say any more what its translator was given, nothing that is
 * written here is.
 */
export function planXliff(document: Document, units: readonly ReadUnit[], to: string, sha256: (text: string) => string): XliffPlan {
  const current = documentUnits(document, to);
  const ours = new Map(current.map((unit) => [unit.id, unit]));
  const brought = new Map(units.map((unit) => [unit.id, unit]));
  const compared = compareXliff(current, { files: [{ id: document.id, units: [...units] }] });
  const plan: XliffPlan = {
    changes: [],
    confirmed: [],
    collided: [],
    refused: [
      ...compared.contacts.map(({ id, lost, added }) => ({ id, why: 'contacts' as const, detail: [...lost, ...added] })),
      ...compared.doubled.map((id) => ({ id, why: 'doubled' as const, detail: [] })),
      ...compared.unknown.map((id) => ({ id, why: 'unknown' as const, detail: [] })),
    ],
    unchanged: 0,
    untranslated: compared.open.length,
    missing: compared.missing.length,
  };
  const from = document.body.source;
  const sort = (change: XliffChange, stale: boolean): void => {
    const unit = ours.get(change.id);
    const seen = brought.get(change.id)?.seen;
    if (!unit) return;
    if (seen !== undefined && seen === seenMark(change.target, sha256)) plan.unchanged += 1;
    else if (seen === undefined ? unit.target !== null : seen !== seenMark(unit.target, sha256)) plan.collided.push({ unit, brought: change.target });
    else plan.changes.push({ unit, stale, edits: rewritten(unit, to, change.target, { from, text: change.source }) });
  };
  for (const change of compared.changed) sort(change, false);
  for (const change of compared.sourceChanged) sort(change, true);
  for (const id of compared.unchanged) {
    const [unit, read] = [ours.get(id), brought.get(id)];
    // Sent out as still to be done, and back as done with the very words.
    const calledCorrect = unit?.stale && read && read.target !== null && read.state !== 'initial' && saysTheSame(read.source, unit.source);
    if (unit && calledCorrect) plan.confirmed.push({ unit, edits: [{ op: 'confirm', path: unit.found.path, lang: to, from: { from, text: unit.source } }] });
    else plan.unchanged += 1;
  }
  return plan;
}

/** A text written anew: what it replaces is taken away first, so that what the old one was made from is not kept for the new. */
function rewritten({ found: { path }, target = null }: DocumentUnit, lang: string, value: string, from: { from: string; text: string }): Edit[] {
  const set = { op: 'set', path, lang } as const;
  return [...(target === null ? [] : [{ ...set, was: target, value: null }]), { ...set, was: null, value, from }];
}
