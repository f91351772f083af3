import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { xliffTaken } from '@seek-justice/contracts/endpoints/exchange-xliff.ts';
import { applyEdits } from '@seek-justice/domain/curriculum/authoring/apply.ts';
import { SELF, thingOf } from '@seek-justice/domain/curriculum/authoring/translation.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import type { Account } from '../../../../auth/account.ts';
import { Database } from '../../../../database/database.ts';
import { ProblemError } from '../../../../http/problem-error.ts';
import { DraftsRepository, type StoredDraft } from '../../drafts/drafts.repository.ts';
import { sha256 } from '../../drafts/today.ts';
import { below, titlesOf } from '../below.ts';
import { xliffUnits } from './document-units.ts';
import { XLIFF_FAULT_WORDS } from './fault-words.ts';
import type { Fault } from './fault.ts';
import { planXliff } from './plan.ts';
import { type ReadFile, readXliff } from './read.ts';
import { writeXliff } from './write.ts';
import { xmlText } from './xml-text.ts';

export type XliffTaken = z.output<typeof xliffTaken>;

const NOTHING: XliffTaken = { faults: [], languages: null, taken: [], confirmed: 0, unchanged: 0, untranslated: 0, collided: [], refused: [], remarks: [], missing: 0, titles: {} };
/** Remarks that one answer tells. */
const MOST_REMARKS = 200;

/** `km-KH`, as some tools write it, is Khmer. */
const language = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** Texts for translators and back. */
@Injectable()
export class XliffService {
  readonly #database: Database;
  readonly #drafts: DraftsRepository;

  constructor(database: Database, drafts: DraftsRepository) {
    this.#database = database;
    this.#drafts = drafts;
  }

  /** @throws ProblemError `not_found`; `nothing_to_translate` where nothing below has a text in another language. */
  async takeOut(id: string, to: string): Promise<{ text: string; kind: string }> {
    const documents = below(await this.#drafts.all(), id);
    const [root] = documents;
    if (!root || !SITE.languages.includes(to)) throw new ProblemError('not_found');
    // A file has one language to translate from.
    const from = documents.map(({ body }) => body.source).find((source) => source !== to);
    const files = documents
      .filter(({ body }) => body.source === from)
      .map((document) => ({ id: document.id, units: xliffUnits(document, to, sha256) }))
      .filter(({ units }) => units.length > 0);
    if (from === undefined || files.length === 0) throw new ProblemError('nothing_to_translate');
    return { text: writeXliff({ source: from, target: to, files }), kind: root.kind };
  }

  /** Takes a file as a whole, or, with any fault, not at all. @throws ProblemError `not_found` */
  async bringIn(by: Account, id: string, bytes: Uint8Array): Promise<XliffTaken> {
    if (!(await this.#drafts.find(id))) throw new ProblemError('not_found');
    const text = xmlText(bytes);
    if (text === null) return { ...NOTHING, faults: [told({ line: 1, column: 1, code: 'encoding' })] };
    const reading = readXliff(text);
    if (!reading.ok) return { ...NOTHING, faults: reading.faults.map(told) };
    const languages = { source: language(reading.source), target: language(reading.target ?? '') };
    if (languages.source === languages.target || Object.values(languages).some((lang) => !SITE.languages.includes(lang)))
      return { ...NOTHING, faults: [told({ line: 1, column: 1, code: 'language_other' })] };
    const found = Map.groupBy(reading.files, (file) => file.id);
    return this.#database.transaction(async (client) => {
      const answer: XliffTaken = { ...structuredClone(NOTHING), languages };
      const inside = below(await this.#drafts.all(client), id);
      answer.titles = titlesOf(inside);
      // In one order, so that two imports at once take turns.
      for (const known of inside.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
        const files = found.get(known.id);
        if (!files) continue;
        const document = await this.#drafts.lock(client, known.id);
        if (!document) continue;
        const changed = take(document, files, languages, answer);
        if (changed) await this.#drafts.write(client, changed, by.id, 'imported');
      }
      for (const file of found.keys())
        if (!inside.some((document) => document.id === file)) answer.refused.push({ draft: file, path: [], thing: SELF, why: 'elsewhere', detail: [] });
      return answer;
    });
  }
}

function told({ line, column, code, unit }: Fault): XliffTaken['faults'][number] {
  return { line, column, code, words: XLIFF_FAULT_WORDS[code], ...(unit === undefined ? {} : { unit }) };
}

/** Makes the edits of one document and tells of each text. @returns the document where anything in it is another now. */
function take(document: StoredDraft, files: ReadFile[], { source, target }: { source: string; target: string }, answer: XliffTaken): StoredDraft | null {
  const at = (path: string[]): { draft: string; path: string[]; thing: string } => ({ draft: document.id, path, thing: thingOf(path) });
  if (document.body.source !== source) {
    answer.refused.push({ ...at([]), why: 'other_source', detail: [] });
    return null;
  }
  const units = files.flatMap((file) => file.units);
  const plan = planXliff(document, units, target, sha256);
  answer.unchanged += plan.unchanged;
  answer.untranslated += plan.untranslated;
  answer.missing += plan.missing;
  answer.collided.push(...plan.collided.map(({ unit, brought }) => ({ ...at(unit.found.path), brought, here: unit.target ?? '' })));
  answer.refused.push(...plan.refused.map(({ id, why, detail }) => ({ ...at(id.split('/')), why, detail })));
  const remarks = [
    ...files.flatMap((file) => file.remarks ?? []).map((text) => ({ ...at([]), text })),
    ...units.flatMap((unit) => (unit.remarks ?? []).map((text) => ({ ...at(unit.id.split('/')), text }))),
  ];
  answer.remarks.push(...remarks.slice(0, MOST_REMARKS - answer.remarks.length));
  let next = document;
  for (const { unit, edits, stale } of [...plan.changes, ...plan.confirmed.map((one) => ({ ...one, stale: null }))]) {
    const made = applyEdits(next, edits, SITE.languages);
    if (made.outcomes.some(({ result }) => result !== 'done')) {
      answer.refused.push({ ...at(unit.found.path), why: 'not_fit', detail: [] });
      continue;
    }
    next = { ...document, ...made.document };
    if (stale === null) answer.confirmed += 1;
    else answer.taken.push({ ...at(unit.found.path), stale });
  }
  return next === document ? null : next;
}
