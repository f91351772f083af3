import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { sourceEntry } from '@seek-justice/contracts/endpoints/source.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import { Database } from '../../../database/database.ts';
import type { sourceHistory } from '@seek-justice/contracts/endpoints/source-history.ts';
import type { Source } from '@seek-justice/domain/curriculum/draft.ts';
import { type Account, isPolice } from '../../../auth/account.ts';
import { ProblemError } from '../../../http/problem-error.ts';
import { NOBODY } from '../drafts/drafts.service.ts';
import { SourcesRepository } from './sources.repository.ts';

export type SourceEntry = z.output<typeof sourceEntry>;
type Fields = SourceEntry['source'];
type History = z.output<typeof sourceHistory.success.body>;

const ENTRIES = `
  SELECT s.id, s.version, s.data - 'id' AS source, COALESCE(used.blocks, '[]') AS "usedBy"
  FROM sources s LEFT JOIN (
    SELECT named.id, jsonb_agg(jsonb_build_object('draft', d.id, 'title', COALESCE(d.body->'title', '{}'), 'thing', block->>'id', 'type', block->>'type') ORDER BY d.id, nth) AS blocks
    FROM drafts d, jsonb_array_elements(d.body->'blocks') WITH ORDINALITY AS listed (block, nth), jsonb_array_elements_text(block->'sources') AS named (id)
    WHERE d.kind = 'lesson' GROUP BY named.id
  ) used ON used.id = s.id`;

/** Sources, as authors choose, add and change them. */
@Injectable()
export class SourcesService {
  readonly #database: Database;
  readonly #sources: SourcesRepository;

  constructor(database: Database, sources: SourcesRepository) {
    this.#database = database;
    this.#sources = sources;
  }

  /** All of them in their order, with the blocks of the authors' documents that lean on each. */
  all(): Promise<SourceEntry[]> {
    return this.#database.query<SourceEntry>(`${ENTRIES} ORDER BY s.position, s.id`);
  }

  /**
   * Adds a source (`seen` 0) or changes the version that was seen. What stands there already is left as it is.
   * @throws ProblemError `bad_request` for a language that the site has not, `not_found` for a change of nothing,
   * `source_moved_on` when another version stands there.
   */
  async write(by: Account, id: string, seen: number, source: Fields): Promise<SourceEntry> {
    const strange = [source.title, source.supports ?? {}].some((text) => Object.keys(text).some((lang) => !SITE.languages.includes(lang)));
    if (strange) throw new ProblemError('bad_request', { fields: ['source'] });
    const wanted: Source = { id, ...composed(source) } as Source;
    await this.#database.transaction((client) => (seen === 0 ? this.#sources.add(client, wanted, by.id, 'begun') : this.#sources.change(client, wanted, seen, by.id, 'edit')));
    return this.#standing(wanted);
  }

  /** The history of a source, newest first. @throws ProblemError `not_found` */
  async history(by: Account, id: string): Promise<History> {
    const versions = await this.#sources.versions(id);
    if (versions.length === 0) throw new ProblemError('not_found');
    return { versions: versions.map(({ data, ...version }) => ({ ...version, by: isPolice(by) ? version.by && NOBODY : version.by, source: fieldsOf(data) })) };
  }

  /**
   * Makes an older version the present one again, where the one that was seen still stands; that stays in the history.
   * @throws ProblemError `not_found`, `source_moved_on`
   */
  async restore(by: Account, id: string, seen: number, to: number): Promise<SourceEntry> {
    const old = await this.#sources.version(id, to);
    if (!old) throw new ProblemError('not_found');
    await this.#database.transaction((client) => this.#sources.change(client, old, seen, by.id, 'restored'));
    return this.#standing(old);
  }

  /** What stands under the id of what was wanted. Whoever wrote first: what was wanted stands there, or something else does. */
  async #standing(wanted: Source): Promise<SourceEntry> {
    const [entry] = await this.#database.query<SourceEntry>(`${ENTRIES} WHERE s.id = $1`, [wanted.id]);
    if (!entry) throw new ProblemError('not_found');
    if (canonical(entry.source as Json) !== canonical(fieldsOf(wanted) as Json)) throw new ProblemError('source_moved_on');
    return entry;
  }
}

function fieldsOf(source: Source): Fields {
  const { id: _, ...fields } = source;
  return fields as Fields;
}

/** Other forms of one letter are one text; nothing else of what was written is touched. */
function composed(source: Fields): Fields {
  return JSON.parse(JSON.stringify(source).normalize('NFC')) as Fields;
}
