import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Source } from '@seek-justice/domain/curriculum/draft.ts';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import { type Account, isCoordinator } from '../../../../auth/account.ts';
import { DraftsRepository } from '../../drafts/drafts.repository.ts';
import type { PackagedCourse } from './contents.ts';
import type { PackagePlan } from './plan.ts';

/** Whether signatures that come along count: a coordinator says who may answer for what, here and so of other offices too. */
export const vouches = (by: Account): boolean => isCoordinator(by);

/** Writes what a package brings, in the transaction of `client`. */
@Injectable()
export class PackageWriter {
  readonly #drafts: DraftsRepository;

  constructor(drafts: DraftsRepository) {
    this.#drafts = drafts;
  }

  /** @param replace also what is written here otherwise. @returns how many documents were written and how many left. */
  async write(client: PoolClient, by: Account, { documents, sources }: PackagePlan, course: PackagedCourse, replace: boolean): Promise<{ written: number; left: number }> {
    let [written, left] = [0, 0];
    for (const { draft, here, state } of documents) {
      if (state === 'same') continue;
      if (state === 'differs' && !replace) {
        left += 1;
        continue;
      }
      if (here) await this.#drafts.write(client, { ...(draft as Document), version: here.version }, by.id, 'imported');
      else await this.#drafts.add(client, draft as Document, by.id, 'imported');
      written += 1;
    }
    await addSources(client, sources.added);
    if (vouches(by)) await addSignOffs(client, by, course);
    await addRecalls(client, by, course);
    return { written, left };
  }
}

async function addSources(client: PoolClient, sources: readonly Source[]): Promise<void> {
  for (const source of sources)
    await client.query('INSERT INTO sources (id, position, data) VALUES ($1, (SELECT coalesce(max(position) + 1, 1) FROM sources), $2) ON CONFLICT DO NOTHING', [source.id, JSON.stringify(source)]);
}

async function addSignOffs(client: PoolClient, by: Account, { signOffs }: PackagedCourse): Promise<void> {
  const signed = Object.entries(signOffs).flatMap(([draft, list]) => list.map((one) => ({ id: newId(), draft, ...one })));
  // One that stands here already says no more for being brought once again.
  await client.query(
    `INSERT INTO sign_offs (id, draft, thing, competence, content, account, review_by, brought)
     SELECT one.id, one.draft, one.thing, one.competence, one.content, $1, one."reviewBy", true
     FROM jsonb_to_recordset($2::jsonb) AS one (id uuid, draft text, thing text, competence text, content text, "reviewBy" date)
     WHERE NOT EXISTS (SELECT 1 FROM sign_offs s WHERE s.draft = one.draft AND s.thing = one.thing AND s.competence = one.competence
       AND s.content = one.content AND s.review_by = one."reviewBy" AND s.withdrawn_at IS NULL)`,
    [by.id, JSON.stringify(signed)],
  );
}

/** What was called back there is called back here, whoever published it: phones travel between offices. */
async function addRecalls(client: PoolClient, by: Account, { id, hash, recalls }: PackagedCourse): Promise<void> {
  for (const [lesson, list] of Object.entries(recalls))
    for (const { note, leaves } of list)
      await client.query(
        `INSERT INTO publications (course, hash, kind, note, account, drafts)
         SELECT $1, $2, 'recall', $3::jsonb, $4, '{}'
         WHERE NOT EXISTS (SELECT 1 FROM publications WHERE course = $1 AND kind = 'recall' AND note->'recalled' @> $5::jsonb)`,
        [id, hash, JSON.stringify({ words: note, recalled: [{ lesson, leaves }], release: false }), by.id, JSON.stringify([{ lesson, leaves }])],
      );
}
