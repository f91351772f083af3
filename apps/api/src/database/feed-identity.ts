import { randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/** A connection as far as it is asked who answers on it. */
export interface Asked {
  query(text: string): Promise<{ rows: Record<string, unknown>[] }>;
}

/** What answers at the database's address, so that a process notices when it is another one than before. */
export interface Answering {
  feedId: string;
  /** Which start of which server: see ANSWERS. */
  server: string;
}

/** PostgreSQL's word for "not now": whoever hears it tries again. */
const NOT_NOW = '57P03';

// When a server started tells it from every other one, to the microsecond; the table's number tells a restored table.
const ANSWERS = `SELECT pg_is_in_recovery() AS standby, pg_postmaster_start_time()::text || '.' || coalesce(to_regclass('records')::oid, 0) AS server`;

/**
 * Which start of which server answers on a connection.
 * @throws Error with code 57P03 when it is a standby: it takes no records, and its feed is behind.
 */
export async function answeringOn(connection: Asked): Promise<string> {
  const [row] = (await connection.query(ANSWERS)).rows;
  if (row?.standby) throw Object.assign(new Error('the database system is a standby'), { code: NOT_NOW });
  return String(row?.server);
}

// The timeline that is written now: what the control file says of it is late by a checkpoint after a promotion.
const DATABASE = `
  SELECT (SELECT system_identifier FROM pg_control_system()) || '.' ||
         left(pg_walfile_name(pg_current_wal_lsn()), 8) || '.' ||
         (SELECT oid FROM pg_database WHERE datname = current_database()) || '.' || 'records'::regclass::oid AS database,
         has_function_privilege('pg_stat_file(text, boolean)', 'EXECUTE') AS sees_files`;

// A copy of the files that is put back keeps all of the above. It cannot keep when the file system wrote it down:
// PostgreSQL itself never touches this file after the cluster was made.
const FILE = `SELECT extract(epoch FROM coalesce(change, creation))::bigint AS made FROM pg_stat_file('PG_VERSION', true)`;

async function databaseOf(runner: EntityManager): Promise<string> {
  const [row] = await runner.query(DATABASE);
  if (!row.sees_files) return row.database;
  const [file] = await runner.query(FILE);
  return `${row.database}.${file?.made ?? ''}`;
}

/**
 * Checks that the feed still belongs to this database. After a restore, a promotion or an import, records that were
 * acknowledged may be missing and transaction ids mean something else: readers start again under a new feed id, and
 * ids that this server has not given out yet are set to 0.
 */
export async function checkFeedIdentity(owner: DataSource): Promise<Answering> {
  return owner.transaction(async (runner) => {
    // One process at a time decides: replicas that start together must agree.
    await runner.query("SELECT pg_advisory_xact_lock(hashtext('feed-identity'))");
    const server = await answeringOn({ query: async (text) => ({ rows: await runner.query(text) }) });
    const database = await databaseOf(runner);
    const rows: { key: string; value: string }[] = await runner.query("SELECT key, value FROM site WHERE key IN ('feed-id', 'feed-database')");
    const stored = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
    if (stored['feed-database'] === database && stored['feed-id']) return { feedId: stored['feed-id'], server };
    const feedId = randomBytes(9).toString('base64url').replace(/[-_]/g, 'x');
    await runner.query("UPDATE records SET xid = '0' WHERE xid >= pg_snapshot_xmax(pg_current_snapshot())");
    await runner.query(
      `INSERT INTO site VALUES ('feed-id', $1), ('feed-database', $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [feedId, database],
    );
    return { feedId, server };
  });
}
