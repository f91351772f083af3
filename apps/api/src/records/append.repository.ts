import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { addToTally, emptyTally, type Tally } from '@seek-justice/domain/progress/tally.ts';
import { evidenceOf, isEnding } from '@seek-justice/domain/records/state.ts';
import { Database } from '../database/database.ts';
import { membersOf, noteMerges } from './people-components.ts';
import type { Outcome, Prepared } from './prepared.ts';
import { Published } from './published.ts';
import { foldTally, readRecords } from './stored-records.ts';
import { wholeStandings } from './whole-standings.ts';
import { writeStandings } from './write-standings.ts';

// The progress rows that are missing are made on the way, in order of subject, so that they can be locked next.
const INSERT = `
  WITH arrived AS MATERIALIZED (
    SELECT text, text::jsonb AS record, hash, account, roles, via
    FROM unnest($1::text[], $2::bytea[], $3::uuid[], $4::text[], $5::text[]) AS arrived (text, hash, account, roles, via)),
  stored AS (
    INSERT INTO records (id, subject, actor, type, v, text, body, hash, received_at, account, roles, via, device, device_seq)
    SELECT (record ->> 'id')::uuid, (record ->> 'subject')::uuid, (record ->> 'actor')::uuid, record ->> 'type', (record ->> 'v')::int, text,
           record -> 'body', hash, $6::timestamptz, account, string_to_array(roles, ','), via, (record ->> 'device')::uuid, (record ->> 'deviceSeq')::bigint
    FROM arrived
    ON CONFLICT (id) DO NOTHING
    RETURNING id, subject),
  ensured AS (
    INSERT INTO progress (subject) SELECT DISTINCT subject FROM stored ORDER BY subject ON CONFLICT DO NOTHING)
  SELECT id FROM stored`;

// A statement of its own: one that waited for another writer's row could not see it in its own snapshot.
const LOCK = 'SELECT subject, tally FROM progress WHERE subject = ANY($1) ORDER BY subject FOR UPDATE';

/** The only writer of records, and of what follows from them. */
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
    const { inserted, known } = await this.#database.transaction(async (client) => {
      const at = new Date();
      const inserted = await this.#insert(client, unique, at);
      const clashing = unique.filter(({ envelope }) => !inserted.has(envelope.id)).map(({ envelope }) => envelope.id);
      const known = clashing.length > 0 ? await this.#hashes(client, clashing) : new Map<string, Buffer>();
      const fresh = unique.filter(({ envelope }) => inserted.has(envelope.id));
      if (fresh.length > 0) await this.#fold(client, fresh, at.toISOString());
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
      // The record's own members come out of its text in the database: sending them once more cost the driver a fifth of its time.
      values: [column((r) => r.text), column((r) => r.hash), column((r) => r.account), column((r) => r.roles.join(',')), column((r) => r.via), at],
    });
    return new Set(rows.map(({ id }) => id));
  }

  async #hashes(client: PoolClient, ids: readonly string[]): Promise<Map<string, Buffer>> {
    const { rows } = await client.query<{ id: string; hash: Buffer }>('SELECT id, hash FROM records WHERE id = ANY($1)', [ids]);
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }

  async #fold(client: PoolClient, fresh: readonly Prepared[], at: string): Promise<void> {
    const bySubject = Map.groupBy(fresh, ({ envelope }) => envelope.subject);
    const regrouped = await noteMerges(client, fresh);
    const rows = await this.#lock(client, [...bySubject.keys()], regrouped);
    // Asked after the lock: a publish that went by while this waited has made its views already.
    const courses = await this.#published.coursesNow(client);
    const tallies = await Promise.all(
      rows.map(async ({ subject, tally }) => this.#add(tally ?? emptyTally(), bySubject.get(subject) ?? [], at)),
    );
    // An ending may reach any earlier or later record of its subject: those few are folded anew from the table.
    const again = rows.filter((_row, index) => tallies[index] === null).map(({ subject }) => subject);
    const stored = again.length > 0 ? await readRecords(client, again) : new Map<string, string>();
    const own = await Promise.all(
      rows.map(async ({ subject }, index) => ({ subject, tally: tallies[index] ?? (await foldTally(stored.get(subject) ?? '', this.#published)).tally })),
    );
    await writeStandings(client, await wholeStandings(client, own, courses, this.#published));
  }

  /** Locks the progress of subjects and of everybody who is one person with them. */
  async #lock(client: PoolClient, subjects: readonly string[], regrouped: readonly string[]): Promise<{ subject: string; tally: Tally | null }[]> {
    const own = [...new Set([...subjects, ...regrouped])].sort();
    if (regrouped.length > 0) await client.query('INSERT INTO progress (subject) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING', [own]);
    const withOthers = async (some: readonly string[]) => [...new Set([...some, ...[...(await membersOf(client, some)).values()].flat()])].sort();
    const lock = async (some: readonly string[]) => (await client.query<{ subject: string; tally: Tally | null }>({ name: 'append-lock', text: LOCK, values: [some] })).rows;
    // All in one order, so that two writers about one person wait instead of deadlocking.
    const all = await withOthers(own);
    const rows = await lock(all);
    // Who is one with whom may have changed while this waited.
    const late = (await withOthers(all)).filter((member) => !all.includes(member));
    return late.length > 0 ? [...rows, ...(await lock(late))] : rows;
  }

  /** Adds records to a tally; null where endings make that impossible. */
  async #add(tally: Tally, records: readonly Prepared[], at: string): Promise<Tally | null> {
    if (tally.endings > 0 || records.some(({ envelope }) => isEnding(envelope))) return null;
    const evidence = records.flatMap(({ envelope, roles }) => evidenceOf(envelope, { at, roles }) ?? []);
    const markOf = await this.#published.marker(evidence.flatMap((one) => (one.kind === 'quiz' ? [one.snapshot] : [])));
    for (const one of evidence) addToTally(tally, one, one.kind === 'quiz' ? markOf('', one) : null);
    return tally;
  }
}
