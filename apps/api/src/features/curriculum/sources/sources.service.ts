import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { sourceEntry } from '@seek-justice/contracts/endpoints/source.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import { Database } from '../../../database/database.ts';
import { ProblemError } from '../../../http/problem-error.ts';

export type SourceEntry = z.output<typeof sourceEntry>;
type Fields = SourceEntry['source'];

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

  constructor(database: Database) {
    this.#database = database;
  }

  /** All of them in their order, with the blocks of the authors' documents that lean on each. */
  all(): Promise<SourceEntry[]> {
    return this.#database.query<SourceEntry>(`${ENTRIES} ORDER BY s.position, s.id`);
  }

  /**
   * Adds a source (`seen` 0) or changes the version that was seen. What stands there already is left as it is. From
   * then on it is the staff's: no later release writes over it.
   * @throws ProblemError `bad_request` for a language that the site has not, `not_found` for a change of nothing,
   * `source_moved_on` when another version stands there.
   */
  async write(id: string, seen: number, source: Fields): Promise<SourceEntry> {
    const strange = [source.title, source.supports ?? {}].some((text) => Object.keys(text).some((lang) => !SITE.languages.includes(lang)));
    if (strange) throw new ProblemError('bad_request', { fields: ['source'] });
    const data = JSON.stringify({ id, ...composed(source) });
    if (seen === 0)
      await this.#database.query(
        `INSERT INTO sources (id, position, data, seeded) SELECT $1, COALESCE(max(position), 0) + 1, $2::jsonb, false FROM sources ON CONFLICT DO NOTHING`,
        [id, data],
      );
    else await this.#database.query('UPDATE sources SET data = $3::jsonb, version = version + 1, seeded = false WHERE id = $1 AND version = $2 AND data <> $3::jsonb', [id, seen, data]);
    const [entry] = await this.#database.query<SourceEntry>(`${ENTRIES} WHERE s.id = $1`, [id]);
    if (!entry) throw new ProblemError('not_found');
    // Whoever wrote first: what was wanted stands there, or something else does.
    if (canonical(entry.source as Json) !== canonical(composed(source) as Json)) throw new ProblemError('source_moved_on');
    return entry;
  }
}

/** Other forms of one letter are one text; nothing else of what was written is touched. */
function composed(source: Fields): Fields {
  return JSON.parse(JSON.stringify(source).normalize('NFC')) as Fields;
}
