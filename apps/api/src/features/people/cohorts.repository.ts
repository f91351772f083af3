import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { cohort } from '@seek-justice/contracts/endpoints/cohort.ts';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { Database } from '../../database/database.ts';

export type Cohort = z.output<typeof cohort>;

/** A cohort as somebody who joins meets it. */
export interface OpenCohort {
  id: string;
  province: string;
  /** Whether it takes nobody new: it was closed, or holds as many as a hall does. */
  full: boolean;
}

/** More people than this join no cohort: its code has got into wrong hands. */
const MOST_MEMBERS = 500;
/** How long after closing phones may come that had no network in the hall. */
const DAYS_AFTER_CLOSING = 30;
const PER_PAGE = 100;

const COLUMNS = `c.id, c.code, c.name, c.province, (SELECT count(*)::int FROM cohort_members m WHERE m.cohort = c.id) AS joined,
  (c.created_at AT TIME ZONE '${SITE.timeZone}')::date::text AS "madeOn", c.closed_at IS NOT NULL AS closed`;

/** Cohorts and who joined them. */
@Injectable()
export class CohortsRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns its id; null when the code is another one's. */
  async add(one: { code: string; name: string; province: string; account: string }): Promise<string | null> {
    const id = newId();
    const added = await this.#database.query(
      'INSERT INTO cohorts (id, code, name, province, created_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (code) DO NOTHING RETURNING id',
      [id, one.code, one.name.normalize('NFC'), one.province, one.account],
    );
    return added.length === 1 ? id : null;
  }

  async find(id: string): Promise<Cohort | null> {
    const [row] = await this.#database.query<Cohort>(`SELECT ${COLUMNS} FROM cohorts c WHERE c.id = $1`, [id]);
    return row ?? null;
  }

  /** A page of the cohorts of some provinces (null: all), newest first. */
  async page(provinces: readonly string[] | null, after: string | null): Promise<{ cohorts: Cohort[]; more: boolean }> {
    const rows = await this.#database.query<Cohort>(
      `SELECT ${COLUMNS} FROM cohorts c
       WHERE ($1::text[] IS NULL OR c.province = ANY($1))
         AND ($2::uuid IS NULL OR (c.created_at, c.id) < (SELECT created_at, id FROM cohorts WHERE id = $2))
       ORDER BY c.created_at DESC, c.id DESC LIMIT $3`,
      [provinces, after, PER_PAGE + 1],
    );
    return { cohorts: rows.slice(0, PER_PAGE), more: rows.length > PER_PAGE };
  }

  async close(id: string, closed: boolean): Promise<void> {
    await this.#database.query('UPDATE cohorts SET closed_at = CASE WHEN $2 THEN coalesce(closed_at, now()) END WHERE id = $1', [id, closed]);
  }

  /**
   * The cohort with a code. It stays as it is until the transaction ends: nobody joins one that was closed meanwhile. Who
   * joined in the hall without a network comes days later, so a closed one takes people for a while yet.
   */
  async byCode(client: PoolClient, code: string): Promise<OpenCohort | null> {
    const { rows } = await client.query<OpenCohort>(
      `SELECT id, province, closed_at < now() - make_interval(days => $3) IS TRUE OR (SELECT count(*) FROM cohort_members m WHERE m.cohort = c.id) >= $2 AS full
       FROM cohorts c WHERE code = $1 FOR SHARE OF c`,
      [code, MOST_MEMBERS, DAYS_AFTER_CLOSING],
    );
    return rows[0] ?? null;
  }

  async addMember(client: PoolClient, cohort: string, person: string, opened: Buffer): Promise<void> {
    await client.query('INSERT INTO cohort_members (cohort, person, opened) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [cohort, person, opened]);
  }

  /** The account of a person who joined with this very profile; null for nobody. */
  async accountOf(client: Pick<PoolClient, 'query'>, person: string, opened: Buffer): Promise<string | null> {
    const { rows } = await client.query<{ id: string }>(
      `SELECT a.id FROM accounts a WHERE a.person_id = $1 AND EXISTS (SELECT 1 FROM cohort_members m WHERE m.person = $1 AND m.opened = $2)`,
      [person, opened],
    );
    return rows[0]?.id ?? null;
  }
}
