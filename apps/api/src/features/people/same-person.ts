import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { samePerson } from '@seek-justice/contracts/endpoints/same-person.ts';
import { searchKey } from '@seek-justice/domain/language/search-key.ts';
import { type Account, inScope } from '../../auth/account.ts';
import { Database } from '../../database/database.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { type PersonRow, ROW_COLUMNS, ROW_FROM } from './person-row.ts';

type SamePerson = z.output<typeof samePerson.success.body>;
type Found = PersonRow & { phone: boolean; name_alike: boolean };

/** Out of so many who are alike the likeliest are shown. */
const CONSIDERED = 60;
const SHOWN = 8;

/** Edges that hold, around the people who are one with somebody. */
const HOLDING = `
  SELECT e.record, e.one, e.other FROM merge_edges e
  WHERE e.one IN (SELECT o.subject FROM merged_people m JOIN merged_people o ON o.person = m.person WHERE m.subject = $1)
    AND NOT EXISTS (SELECT 1 FROM endings n WHERE n.record = e.record AND n.subject = e.one)
  ORDER BY e.record`;

/** Who may be one person, and who is said to be. */
@Injectable()
export class SamePersonService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws ProblemError `not_found` outside the coordinator's provinces. */
  async read(by: Account, id: string): Promise<SamePerson> {
    const [one] = await this.#database.query<{ province: string | null; church: string | null; alike: string[] }>('SELECT province, church, alike FROM people WHERE id = $1', [id]);
    if (!one || !inScope(by, one.province)) throw new ProblemError('not_found');
    const [candidates, merged] = await Promise.all([this.#candidates(by, id, one), this.#merged(by, id)]);
    return { candidates, merged };
  }

  /** Learners of the coordinator's provinces who are alike; found by index, judged by people. */
  async #candidates(by: Account, id: string, one: { church: string | null; alike: string[] }): Promise<SamePerson['candidates']> {
    const phones = one.alike.filter((key) => key.startsWith('p:'));
    const found = await this.#database.query<Found>(
      `SELECT ${ROW_COLUMNS}, p.alike && $3 AS phone, p.alike && $4 AS name_alike
       FROM ${ROW_FROM}
       WHERE p.alike && $2 AND p.id <> $1 AND ($5::text[] IS NULL OR p.province = ANY($5)) AND a.kind = 'learner'
         AND NOT EXISTS (SELECT 1 FROM account_roles r WHERE r.account_id = a.id AND r.role = 'police')
         AND NOT EXISTS (SELECT 1 FROM merged_people m JOIN merged_people o ON o.person = m.person WHERE m.subject = $1 AND o.subject = p.id)
       ORDER BY p.alike && $3 DESC, p.church IS NOT DISTINCT FROM $6 DESC, p.id LIMIT ${CONSIDERED}`,
      [id, one.alike, phones, one.alike.filter((key) => key.startsWith('n:')), by.scope, one.church],
    );
    const church = one.church === null ? '' : searchKey(one.church);
    return found
      .map(({ phone, name_alike, ...person }) => {
        const sameChurch = church !== '' && person.church !== null && searchKey(person.church) === church;
        return { person, by: [...(phone ? (['phone'] as const) : []), ...(name_alike ? (['name'] as const) : []), ...(sameChurch ? (['church'] as const) : [])] };
      })
      .sort((a, b) => b.by.length - a.by.length)
      .slice(0, SHOWN);
  }

  /** The pairs that were said to be one and still are, as far as both are the coordinator's. */
  async #merged(by: Account, id: string): Promise<SamePerson['merged']> {
    const edges = await this.#database.query<{ record: string; one: string; other: string }>(HOLDING, [id]);
    const rows = await this.#database.query<PersonRow>(
      `SELECT ${ROW_COLUMNS} FROM ${ROW_FROM} WHERE p.id = ANY($1) AND ($2::text[] IS NULL OR p.province = ANY($2))`,
      [edges.flatMap(({ one, other }) => [one, other]), by.scope],
    );
    const person = new Map(rows.map((row) => [row.id, row]));
    const pairs = Map.groupBy(edges, ({ one, other }) => [one, other].sort().join());
    return [...pairs.values()].flatMap((same) => {
      const [one, other] = [person.get(same[0]?.one ?? ''), person.get(same[0]?.other ?? '')];
      return one && other ? [{ one, other, records: same.map(({ record, one: subject }) => ({ id: record, subject })) }] : [];
    });
  }
}
