import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { contentsOf, sourceContents, sourcesBehind } from '@seek-justice/domain/curriculum/authoring/signed-sources.ts';
import type { Source } from '@seek-justice/domain/curriculum/draft.ts';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import { type Account, abilitiesOf } from '../../../../auth/account.ts';
import { DraftsRepository } from '../../drafts/drafts.repository.ts';
import { SourcesRepository } from '../../sources/sources.repository.ts';
import type { CourseContents, PackagedCourse } from './contents.ts';
import type { PackagePlan } from './plan.ts';

/** Whether signatures that come along count: a coordinator of the country says who may answer for what, here and so of other offices too. */
export const vouches = (by: Account): boolean => abilitiesOf(by).includes('staff.invite');

/** Whether an account may bring anything in: whoever writes here, and who answers for the whole country. */
export const mayBringIn = (by: Account): boolean => abilitiesOf(by).includes('curriculum.write') || vouches(by);

/** Writes what a package brings, in the transaction of `client`. */
@Injectable()
export class PackageWriter {
  readonly #drafts: DraftsRepository;
  readonly #sources: SourcesRepository;

  constructor(drafts: DraftsRepository, sources: SourcesRepository) {
    this.#drafts = drafts;
    this.#sources = sources;
  }

  /** @param replace also what is written here otherwise. @returns how many documents were written and how many left. */
  async write(client: PoolClient, by: Account, { documents, sources }: PackagePlan, { course, sources: carried }: Pick<CourseContents, 'course' | 'sources'>, replace: boolean): Promise<{ written: number; left: number }> {
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
    for (const source of sources.added) await this.#sources.add(client, source, by.id, 'imported');
    // What comes along speaks of the texts that came along: of what stays as it is here, and of what is not in the package, nothing.
    const came = new Set(documents.flatMap(({ draft, state }) => (state === 'differs' && !replace ? [] : [draft.id])));
    const own = <T>(list: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(list).filter(([id]) => came.has(id)));
    if (vouches(by)) await addSignOffs(client, by, documents.map(({ draft }) => draft as Document), carried, own(course.signOffs));
    await addRecalls(client, by, { ...course, recalls: own(course.recalls) });
    return { written, left };
  }
}

/** Each stands under the contents of the package, its sources among them: where another one stands here, it says so and does not count. */
async function addSignOffs(client: PoolClient, by: Account, documents: readonly Document[], sources: readonly Source[], signOffs: PackagedCourse['signOffs']): Promise<void> {
  const contents = sourceContents(sources);
  const signed = documents.flatMap((document) =>
    (signOffs[document.id] ?? []).map((one) => ({ id: newId(), draft: document.id, ...one, sources: contentsOf(sourcesBehind(document, one.thing, one.competence), contents) })),
  );
  // One that stands here already says no more for being brought once again.
  await client.query(
    `INSERT INTO sign_offs (id, draft, thing, competence, content, account, review_by, brought, sources)
     SELECT one.id, one.draft, one.thing, one.competence, one.content, $1, one."reviewBy", true, one.sources
     FROM jsonb_to_recordset($2::jsonb) AS one (id uuid, draft text, thing text, competence text, content text, "reviewBy" date, sources jsonb)
     WHERE NOT EXISTS (SELECT 1 FROM sign_offs s WHERE s.draft = one.draft AND s.thing = one.thing AND s.competence = one.competence
       AND s.content = one.content AND s.review_by = one."reviewBy" AND s.sources = one.sources AND s.withdrawn_at IS NULL)`,
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
