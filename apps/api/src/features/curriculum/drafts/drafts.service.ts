import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { applyEdits } from '@seek-justice/domain/curriculum/authoring/apply.ts';
import type { Document, DocumentKind } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Edit, Outcome } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { type Account, isPolice } from '../../../auth/account.ts';
import { Database } from '../../../database/database.ts';
import { ProblemError } from '../../../http/problem-error.ts';
import { DraftsRepository, type DraftVersion, type StoredDraft } from './drafts.repository.ts';
import { ReviewsRepository } from './reviews.repository.ts';

/** What a save came to. `document` is there when it holds more than what the editor knows. */
export interface Saved {
  version: number;
  outcomes: Outcome[];
  document: Document | null;
  /** Who else is at work on it. */
  others: string[];
  /** Another text as soon as anything else is said of it. */
  said: string;
}

/** What police read instead of a name: whoever works here may be a learner too. */
export const NOBODY = '—';

/** What authors do with documents. */
@Injectable()
export class DraftsService {
  readonly #database: Database;
  readonly #drafts: DraftsRepository;
  readonly #reviews: ReviewsRepository;

  constructor(database: Database, drafts: DraftsRepository, reviews: ReviewsRepository) {
    this.#database = database;
    this.#drafts = drafts;
    this.#reviews = reviews;
  }

  /** @throws ProblemError `not_found` */
  async read(id: string): Promise<StoredDraft> {
    const found = await this.#drafts.find(id);
    if (!found) throw new ProblemError('not_found');
    return found;
  }

  /**
   * Applies edits that were made over `seen`, each by itself. Without edits it only asks what is new.
   * @throws ProblemError `not_found`
   */
  async edit(by: Account, id: string, seen: number, edits: readonly Edit[]): Promise<Saved> {
    // Whoever reads along hears what is new; only authors write.
    if (edits.length > 0 && !by.roles.includes('author')) throw new ProblemError('not_allowed');
    const { stored, outcomes, version } = edits.length === 0 ? await this.#unchanged(id) : await this.#apply(by, id, edits);
    const behind = stored.version !== seen;
    const [others, said] = await Promise.all([isPolice(by) ? [] : this.#drafts.atWork(id, by.id), this.#reviews.mark(id)]);
    return { version, outcomes, document: behind ? { id, kind: stored.kind, body: stored.body, bases: stored.bases } : null, others, said };
  }

  async #unchanged(id: string): Promise<{ stored: StoredDraft; outcomes: Outcome[]; version: number }> {
    const stored = await this.read(id);
    return { stored, outcomes: [], version: stored.version };
  }

  #apply(by: Account, id: string, edits: readonly Edit[]): Promise<{ stored: StoredDraft; outcomes: Outcome[]; version: number }> {
    return this.#database.transaction(async (client) => {
      const before = await this.#drafts.lock(client, id);
      if (!before) throw new ProblemError('not_found');
      const { document, outcomes } = applyEdits(before, edits, SITE.languages);
      const changed = JSON.stringify([document.body, document.bases]) !== JSON.stringify([before.body, before.bases]);
      const version = changed ? await this.#drafts.write(client, { ...document, version: before.version }, by.id, 'edit') : before.version;
      // An editor that was up to date knows what its own edits made of the document.
      return { stored: { ...before, ...document }, outcomes, version };
    });
  }

  /**
   * Begins a document below another one, or a course. Made again with the same id it changes nothing.
   * @throws ProblemError `not_found` without the parent, `draft_taken` when the id is another document's.
   */
  async begin(by: Account, wanted: { id: string; kind: DocumentKind; parent: string | null; after: string | null; source: string }): Promise<StoredDraft> {
    const list = LISTS[wanted.kind];
    await this.#database.transaction(async (client) => {
      const parent = wanted.parent === null ? null : await this.#drafts.lock(client, wanted.parent);
      if ((list === null) !== (parent === null) || (list && parent?.kind !== list.of)) throw new ProblemError('not_found');
      const made = await this.#drafts.add(client, emptyDocument(wanted), by.id);
      // The same request once more finds its own document in its place; anything else would be put into two.
      if (!made && !(await this.#isThere(client, wanted, parent))) throw new ProblemError('draft_taken');
      if (!made) return;
      if (!parent || !list) return;
      const edit: Edit = { op: 'add', path: [list.key], thing: { id: wanted.id }, after: wanted.after };
      const { document, outcomes } = applyEdits(parent, [edit], SITE.languages);
      if (outcomes[0]?.result !== 'done') throw new ProblemError('bad_request');
      if (JSON.stringify(document.body) !== JSON.stringify(parent.body)) await this.#drafts.write(client, { ...document, version: parent.version }, by.id, 'edit');
    });
    return this.read(wanted.id);
  }

  async #isThere(client: Pick<PoolClient, 'query'>, { id, kind }: { id: string; kind: DocumentKind }, parent: StoredDraft | null): Promise<boolean> {
    const there = await this.#drafts.lock(client, id);
    const list = LISTS[kind];
    const listed = list && parent ? ((parent.body as unknown as Record<string, { id: string }[]>)[list.key] ?? []) : null;
    return there?.kind === kind && (listed === null || listed.some((one) => one.id === id));
  }

  /** The history of a document, newest first, from before one of its versions; `more`: there are older ones. */
  async versions(by: Account, id: string, before = Number.MAX_SAFE_INTEGER): Promise<{ versions: DraftVersion[]; more: boolean }> {
    await this.read(id);
    const found = await this.#drafts.versions(id, before, AT_ONCE + 1);
    const versions = found.slice(0, AT_ONCE);
    return { versions: isPolice(by) ? versions.map((version) => ({ ...version, by: version.by && NOBODY })) : versions, more: found.length > AT_ONCE };
  }

  /** @throws ProblemError `not_found` */
  async version(id: string, version: number): Promise<Pick<Document, 'body' | 'bases'>> {
    const found = await this.#drafts.version(id, version);
    if (!found) throw new ProblemError('not_found');
    return found;
  }

  /** Makes an older version the present one again; what it replaces stays in the history. */
  async restore(by: Account, id: string, version: number): Promise<StoredDraft> {
    const old = await this.version(id, version);
    await this.#database.transaction(async (client) => {
      const present = await this.#drafts.lock(client, id);
      if (present) await this.#drafts.write(client, { ...present, ...old }, by.id, 'restored');
    });
    return this.read(id);
  }
}

/** Versions that are told at once. */
const AT_ONCE = 50;

/** In which list of which kind of document a new one stands. */
const LISTS: Record<DocumentKind, { key: string; of: DocumentKind } | null> = {
  course: null,
  module: { key: 'modules', of: 'course' },
  lesson: { key: 'lessons', of: 'module' },
  quiz: { key: 'quizzes', of: 'module' },
};

function emptyDocument({ id, kind, source }: { id: string; kind: DocumentKind; source: string }): Document {
  const bodies = {
    course: { source, title: {}, audience: 'signed-in', modules: [] },
    module: { source, title: {}, summary: {}, lessons: [], quizzes: [] },
    lesson: { source, title: {}, minutes: 10, blocks: [] },
    quiz: { source, passMark: 80, items: [] },
  } as const;
  return { id, kind, body: structuredClone(bodies[kind]) as unknown as Document['body'], bases: {} };
}
