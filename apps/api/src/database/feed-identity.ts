import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

/**
 * Checks that the feed still belongs to this database: after a restore, a promotion or an import the stored
 * transaction ids mean nothing, so they are set to 0 and readers start again under a new feed id.
 * @returns the feed id.
 */
export async function checkFeedIdentity(owner: DataSource): Promise<string> {
  return owner.transaction(async (runner) => {
    // One process at a time decides: replicas that start together must agree.
    await runner.query("SELECT pg_advisory_xact_lock(hashtext('feed-identity'))");
    const [now] = await runner.query(`
      SELECT (SELECT system_identifier FROM pg_control_system())::text || '.' ||
             (SELECT timeline_id FROM pg_control_checkpoint())::text || '.' ||
             (SELECT oid FROM pg_database WHERE datname = current_database())::text AS database`);
    const rows: { key: string; value: string }[] = await runner.query("SELECT key, value FROM site WHERE key IN ('feed-id', 'feed-database')");
    const stored = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
    if (stored['feed-database'] === now.database && stored['feed-id']) return stored['feed-id'];
    const feedId = randomBytes(9).toString('base64url').replace(/[-_]/g, 'x');
    await runner.query("UPDATE records SET xid = '0' WHERE xid <> '0'");
    await runner.query(
      `INSERT INTO site VALUES ('feed-id', $1), ('feed-database', $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [feedId, now.database],
    );
    return feedId;
  });
}
