import type { DataSource } from 'typeorm';

/** The database was changed by a later release than this one, which must not touch it. */
export class SchemaNewer extends Error {
  readonly code = 'SCHEMA_NEWER';

  constructor() {
    super('This database was used by a newer release of this program, and nothing was changed in it. Start the newer release, or put back the backup made before the upgrade.');
  }
}

/** @throws SchemaNewer when a change was made to this database that this release does not know. */
export async function checkSchema(owner: DataSource): Promise<void> {
  const [found] = await owner.query("SELECT to_regclass('migrations') IS NOT NULL AS begun");
  if (!found.begun) return;
  const known = new Set(owner.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const made: { name: string }[] = await owner.query('SELECT name FROM migrations');
  if (made.some(({ name }) => !known.has(name))) throw new SchemaNewer();
}
