import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { addRecord, type State } from '@seek-justice/domain/records/state.ts';
import { Database } from '../database/database.ts';
import type { Outcome, Prepared } from './prepared.ts';
import { Published } from './published.ts';
import { quizHashes, type Standing, standingOf } from './standing.ts';

const INSERT = `
  INSERT INTO records (id, subject, actor, type, v, text, body, hash, received_at, account, roles, via)
  SELECT id, subject, actor, type, v, text, body::jsonb, hash, $9::timestamptz, account, string_to_array(roles, ','), via
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::bytea[],
              $10::uuid[], $11::text[], $12::text[])
       AS arrived (id, subject, actor, type, v, text, body, hash, account, roles, via)
  ON CONFLICT (id) DO NOTHING
  RETURNING id`;

// Two statements: one that waited for another writer's row could not see it in its own snapshot.
const ENSURE = 'INSERT INTO progress (subject) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING';
const LOCK = 'SELECT subject, state FROM progress WHERE subject = ANY($1) ORDER BY subject FOR UPDATE';

const UPDATE = `
  WITH updated AS (
    UPDATE progress SET state = new.state::jsonb
    FROM unnest($1::uuid[], $2::text[]) AS new (subject, state) WHERE progress.subject = new.subject)
  INSERT INTO standing (subject, modules_done, lessons_done, begun, last_at)
  SELECT subject, string_to_array(modules_done, ','), lessons_done, begun, last_at
  FROM unnest($1::uuid[], $3::text[], $4::int[], $5::boolean[], $6::timestamptz[])
       AS new (subject, modules_done, lessons_done, begun, last_at)
  ON CONFLICT (subject) DO UPDATE SET modules_done = excluded.modules_done, lessons_done = excluded.lessons_done,
    begun = excluded.begun, last_at = excluded.last_at`;

/** The only writer of records, progress and standing. */
@Injectable()
export class AppendRepository {
  readonly #database: Database;
  readonly #published: Published;

  constructor(database: Database, published: Published) {
    this.#database = database;
    this.#published = published;
  }

  /**
   * Commits records together with the progress that follows from them, in one transaction. Everything is locked in
   * one order (records by id, progress by subject), so that writers who overlap wait instead of deadlocking.
   * @returns an outcome for each record, in the order given.
   */
  async append(records: readonly Prepared[]): Promise<Outcome[]> {
    const first = new Map<string, Prepared>();
    for (const record of records) if (!first.has(record.envelope.id)) first.set(record.envelope.id, record);
    const unique = [...first.values()].sort((a, b) => (a.envelope.id < b.envelope.id ? -1 : 1));
    const courses = await this.#published.courses();
    const { inserted, known } = await this.#database.transaction(async (client) => {
      const at = new Date();
      const inserted = await this.#insert(client, unique, at);
      const clashing = unique.filter(({ envelope }) => !inserted.has(envelope.id)).map(({ envelope }) => envelope.id);
      const known = clashing.length > 0 ? await this.#hashes(client, clashing) : new Map<string, Buffer>();
      const fresh = unique.filter(({ envelope }) => inserted.has(envelope.id));
      if (fresh.length > 0) await this.#fold(client, fresh, at, courses);
      return { inserted, known };
    });
    const seen = new Set<string>();
    return records.map((record) => {
      const { id } = record.envelope;
      const stored = known.get(id) ?? first.get(id)?.hash;
      if (!stored?.equals(record.hash)) return 'id_taken';
      if (!inserted.has(id) || seen.has(id)) return 'duplicate';
      seen.add(id);
      return 'stored';
    });
  }

  async #insert(client: PoolClient, records: readonly Prepared[], at: Date): Promise<Set<string>> {
    const column = <T>(pick: (record: Prepared) => T): T[] => records.map(pick);
    const { rows } = await client.query<{ id: string }>({
      name: 'append-insert',
      text: INSERT,
      values: [
        column((r) => r.envelope.id),
        column((r) => r.envelope.subject),
        column((r) => r.envelope.actor),
        column((r) => r.envelope.type),
        column((r) => r.envelope.v),
        column((r) => r.text),
        column((r) => JSON.stringify(r.envelope.body)),
        column((r) => r.hash),
        at,
        column((r) => r.account),
        column((r) => r.roles.join(',')),
        column((r) => r.via),
      ],
    });
    return new Set(rows.map(({ id }) => id));
  }

  async #hashes(client: PoolClient, ids: readonly string[]): Promise<Map<string, Buffer>> {
    const { rows } = await client.query<{ id: string; hash: Buffer }>('SELECT id, hash FROM records WHERE id = ANY($1)', [ids]);
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }

  async #fold(client: PoolClient, fresh: readonly Prepared[], at: Date, courses: Awaited<ReturnType<Published['courses']>>): Promise<void> {
    const bySubject = Map.groupBy(fresh, ({ envelope }) => envelope.subject);
    const subjects = [...bySubject.keys()].sort();
    await client.query({ name: 'append-ensure', text: ENSURE, values: [subjects] });
    const { rows } = await client.query<{ subject: string; state: State }>({ name: 'append-lock', text: LOCK, values: [subjects] });
    const receivedAt = at.toISOString();
    for (const { subject, state } of rows)
      for (const { envelope, roles } of bySubject.get(subject) ?? []) addRecord(state, envelope, { at: receivedAt, roles });
    await this.#published.loadQuizzes(rows.flatMap(({ state }) => quizHashes(state)));
    const standings = rows.map(({ subject, state }) => standingOf(subject, state, courses, this.#published.mark));
    await writeProgress(client, rows, standings);
  }
}

/** Writes the states and standings of locked subjects in one statement. */
export async function writeProgress(
  client: PoolClient,
  rows: readonly { subject: string; state: State }[],
  standings: readonly Standing[],
): Promise<void> {
  await client.query({
    name: 'progress-update',
    text: UPDATE,
    values: [
      rows.map(({ subject }) => subject),
      rows.map(({ state }) => JSON.stringify(state)),
      standings.map(({ modulesDone }) => modulesDone.join(',')),
      standings.map(({ lessonsDone }) => lessonsDone),
      standings.map(({ begun }) => begun),
      standings.map(({ lastAt }) => lastAt),
    ],
  });
}
