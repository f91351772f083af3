import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { listPeople } from '@seek-justice/contracts/endpoints/list-people.ts';
import { searchKey } from '@seek-justice/domain/language/search-key.ts';
import type { Account } from '../auth/account.ts';
import { Database } from '../database/database.ts';
import { type PersonRow, ROW_COLUMNS, ROW_FROM } from '../features/people/person-row.ts';
import { ProblemError } from '../http/problem-error.ts';

type Filter = z.output<typeof listPeople.body>;

/** Above this a count says nothing that helps, and takes long. */
const COUNT_LIMIT = 10_000;

const COMPLETION: Record<Filter['completion'], string> = {
  any: 'TRUE',
  'not-begun': '(s.begun IS NOT TRUE)',
  begun: 's.begun',
  'module-done': 's.modules_done @> ARRAY[$4::text]',
  'all-done': 'cardinality(s.modules_done) >= $5::int AND $5::int > 0',
};

/** People who are one stand in one line: that of the first, wherever that one is listed. */
const NOT_HIDDEN = `NOT EXISTS (SELECT 1 FROM merged_people m JOIN people first ON first.id = m.person
  WHERE m.subject = p.id AND m.person <> p.id AND ($1::text[] IS NULL OR first.province = ANY($1)))`;
/** That line is found by the names of all of them; asked once, not for every line. */
const NAMED_OTHERWISE = `p.id = ANY(ARRAY(SELECT m.person FROM merged_people m JOIN people o ON o.id = m.subject
  WHERE o.search_key LIKE $3 AND ($1::text[] IS NULL OR o.province = ANY($1))))`;

/** The coordinator's list of people and what they completed, read across features in one statement. */
@Injectable()
export class PeopleList {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * One page, by keyset: page 1,000 costs what page 1 costs.
   * @param modules how many modules there are, for `all-done`.
   * @throws ProblemError `bad_request` for a cursor of another list.
   */
  async page(by: Account, filter: Filter, modules: number): Promise<{ people: PersonRow[]; cursor: string | null; total: number | null }> {
    const provinces = filter.province === null ? by.scope : by.scope === null || by.scope.includes(filter.province) ? [filter.province] : [];
    const key = searchKey(filter.text);
    const values = [
      provinces,
      filter.role,
      key === '' ? null : `%${key.replace(/[\\%_]/g, '\\$&')}%`,
      filter.module,
      modules,
    ];
    const conditions = [
      '($1::text[] IS NULL OR p.province = ANY($1))',
      '($2::text IS NULL OR EXISTS (SELECT 1 FROM account_roles r WHERE r.account_id = a.id AND r.role = $2 AND r.revoked_at IS NULL))',
      `($3::text IS NULL OR p.search_key LIKE $3 OR ${NAMED_OTHERWISE})`,
      NOT_HIDDEN,
      // Named in every variant, so that all of them take the same parameters.
      '($4::text IS NULL OR TRUE) AND ($5::int IS NULL OR TRUE)',
      COMPLETION[filter.completion],
    ].join(' AND ');
    const from = `FROM ${ROW_FROM}`;
    const after = filter.cursor === null ? null : readCursor(filter.cursor, filter.order);
    const rows = await this.#database.query<PersonRow>(
      `SELECT ${ROW_COLUMNS}
       ${from} WHERE ${conditions} AND ${keyset(filter.order, after)}
       ORDER BY ${filter.order === 'name' ? 'p.name, p.id' : 's.last_on DESC NULLS LAST, p.id'} LIMIT $8`,
      [...values, after?.value ?? null, after?.id ?? null, filter.limit + 1],
    );
    const [count] = await this.#database.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT 1 ${from} WHERE ${conditions} LIMIT ${COUNT_LIMIT + 1}) AS counted`,
      values,
    );
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    const total = count?.total ?? 0;
    return {
      people: page,
      cursor: rows.length > filter.limit && last ? showCursor(filter.order, filter.order === 'name' ? last.name : last.lastOn, last.id) : null,
      total: total > COUNT_LIMIT ? null : total,
    };
  }
}

interface After {
  value: string | null;
  id: string;
}

function keyset(order: Filter['order'], after: After | null): string {
  const named = '($6::text IS NULL OR TRUE) AND ($7::uuid IS NULL OR TRUE)';
  if (!after) return named;
  if (order === 'name') return '(p.name, p.id) > ($6::text COLLATE "km-x-icu", $7::uuid)';
  if (after.value === null) return `${named} AND s.last_on IS NULL AND p.id > $7::uuid`;
  return '(s.last_on < $6::date OR (s.last_on = $6::date AND p.id > $7::uuid) OR s.last_on IS NULL)';
}

function showCursor(order: string, value: string | null, id: string): string {
  return Buffer.from(JSON.stringify([order, value, id])).toString('base64url');
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isValue(order: string, value: unknown): value is string | null {
  if (order === 'name') return typeof value === 'string' && !value.includes('\0');
  return value === null || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)));
}

function readCursor(text: string, order: string): After {
  try {
    const [of, value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    if (of === order && isValue(order, value) && typeof id === 'string' && UUID.test(id)) return { value, id };
  } catch {
    // Not ours: said below.
  }
  throw new ProblemError('bad_request', { fields: ['cursor'] });
}
