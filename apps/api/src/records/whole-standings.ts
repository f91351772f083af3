import type { PoolClient } from 'pg';
import { emptyTally, type Tally } from '@seek-justice/domain/progress/tally.ts';
import { mergeTallies } from '@seek-justice/domain/progress/merge-tallies.ts';
import { membersOf } from './people-components.ts';
import type { Published, PublishedCourse } from './published.ts';
import { type Standing, standingOf } from './standing.ts';
import { foldTally, readRecords, together } from './stored-records.ts';

type Client = Pick<PoolClient, 'query'>;

/** The tally of people who are one. Once there is an ending it may reach a record of any of them, so all are folded. */
async function wholeTally(client: Client, members: readonly string[], tallies: ReadonlyMap<string, Tally>, published: Published): Promise<Tally> {
  const own = members.map((member) => tallies.get(member) ?? emptyTally());
  if (own.every(({ endings }) => endings === 0)) return mergeTallies(own);
  const records = await readRecords(client, members);
  return (await foldTally(together([...records.values()]), published)).tally;
}

/**
 * The standings of subjects from their tallies; of people who are one, from all that they have done together. The
 * progress rows of `rows` are locked by the transaction; those who append lock all members, so whoever comes last counts all.
 */
export async function wholeStandings(
  client: Client,
  rows: readonly { subject: string; tally: Tally }[],
  courses: readonly PublishedCourse[],
  published: Published,
): Promise<Standing[]> {
  const groups = await membersOf(client, rows.map(({ subject }) => subject));
  if (groups.size === 0) return rows.map(({ subject, tally }) => standingOf(subject, tally, courses));
  const tallies = new Map(rows.map(({ subject, tally }) => [subject, tally]));
  const missing = [...new Set([...groups.values()].flat())].filter((member) => !tallies.has(member));
  const { rows: others } = await client.query<{ subject: string; tally: Tally | null }>('SELECT subject, tally FROM progress WHERE subject = ANY($1)', [missing]);
  for (const { subject, tally } of others) tallies.set(subject, tally ?? emptyTally());
  const wholes = new Map<string, Tally>();
  for (const members of groups.values()) {
    const name = members.join();
    if (!wholes.has(name)) wholes.set(name, await wholeTally(client, members, tallies, published));
  }
  return rows.map(({ subject, tally }) => standingOf(subject, tally, courses, wholes.get(groups.get(subject)?.join() ?? '')));
}
