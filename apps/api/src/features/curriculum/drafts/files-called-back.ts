import type { PoolClient } from 'pg';
import { type CourseManifest, nodesOf } from '@seek-justice/domain/curriculum/leaf.ts';
import { filesIn } from '../files-in.ts';

/** Files that texts and narrations which were called back name, and nothing that any course has now: in the transaction of the recall. */
export async function filesCalledBack(client: Pick<PoolClient, 'query'>, leaves: readonly string[]): Promise<string[]> {
  if (leaves.length === 0) return [];
  const named = async (hashes: readonly string[]): Promise<string[]> => {
    const { rows } = await client.query<{ body: string }>(`SELECT body FROM snapshots WHERE hash = ANY($1) AND kind IN ('lesson', 'narration')`, [hashes]);
    return filesIn(rows.map(({ body }) => body));
  };
  const { rows } = await client.query<{ body: string }>('SELECT s.body FROM courses c JOIN snapshots s ON s.hash = c.hash');
  const present = new Set(await named(rows.flatMap(({ body }) => nodesOf(JSON.parse(body) as CourseManifest))));
  return (await named(leaves)).filter((hash) => !present.has(hash));
}
