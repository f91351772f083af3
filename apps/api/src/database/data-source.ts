import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { ConnectionOptions } from '../config/options.ts';
import { SiteAndRole1793000000000 } from './migrations/1793000000000-site-and-role.ts';
import { PeopleAndAccounts1793000001000 } from './migrations/1793000001000-people-and-accounts.ts';
import { CurriculumAndContacts1793000002000 } from './migrations/1793000002000-curriculum-and-contacts.ts';
import { RecordsAndProgress1793000003000 } from './migrations/1793000003000-records-and-progress.ts';
import { DevicesAndMerges1793000004000 } from './migrations/1793000004000-devices-and-merges.ts';
import { MediaByHash1793000005000 } from './migrations/1793000005000-media-by-hash.ts';
import { Cohorts1793000006000 } from './migrations/1793000006000-cohorts.ts';
import { Search1793000007000 } from './migrations/1793000007000-search.ts';
import { Drafts1793000009000 } from './migrations/1793000009000-drafts.ts';
import { ClipsAndMedia1793000010000 } from './migrations/1793000010000-clips-and-media.ts';
import { SearchByLeaf1793000011000 } from './migrations/1793000011000-search-by-leaf.ts';
import { BroughtSignOffs1793000012000 } from './migrations/1793000012000-brought-sign-offs.ts';
import { ContactChanges1793000013000 } from './migrations/1793000013000-contact-changes.ts';
import { SourcesOfStaff1793000014000 } from './migrations/1793000014000-sources-of-staff.ts';
import { ItemsAsideAndGlossary1793000015000 } from './migrations/1793000015000-items-aside-and-glossary.ts';
import { VersionsOfSources1793000016000 } from './migrations/1793000016000-versions-of-sources.ts';
import { MediaByName1793000017000 } from './migrations/1793000017000-media-by-name.ts';

const MIGRATIONS = [
  SiteAndRole1793000000000,
  PeopleAndAccounts1793000001000,
  CurriculumAndContacts1793000002000,
  RecordsAndProgress1793000003000,
  DevicesAndMerges1793000004000,
  MediaByHash1793000005000,
  Cohorts1793000006000,
  Search1793000007000,
  Drafts1793000009000,
  ClipsAndMedia1793000010000,
  SearchByLeaf1793000011000,
  BroughtSignOffs1793000012000,
  ContactChanges1793000013000,
  SourcesOfStaff1793000014000,
  ItemsAsideAndGlossary1793000015000,
  VersionsOfSources1793000016000,
  MediaByName1793000017000,
];

const nothing = (): void => {};
const SILENT = { logQuery: nothing, logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing, log: nothing };

/** Connections a process keeps: the two committers, readers, and one that listens. */
const POOL_SIZE = 10;

/**
 * A TypeORM data source. As `app` its connections work under the role that may only add records; as `owner` they
 * may change the schema.
 * @param onConnect asked about each new connection of the application before it is used; a failure closes it.
 */
export function dataSource(connection: ConnectionOptions, as: 'owner' | 'app', onConnect?: (client: PoolClient) => Promise<void>): DataSource {
  const target =
    'connectionString' in connection
      ? { url: connection.connectionString }
      : { host: connection.host, port: connection.port, username: connection.user, database: connection.database, password: connection.password };
  return new DataSource({
    type: 'postgres',
    ...target,
    migrations: as === 'owner' ? MIGRATIONS : [],
    migrationsTransactionMode: 'each',
    installExtensions: false,
    // Its lines hold statements and values; failures come as errors and are said by whoever started us.
    logging: false,
    logger: SILENT,
    extra:
      as === 'app'
        ? {
            max: POOL_SIZE,
            // Writing transactions end within ten seconds, so that no reader of the feed waits longer.
            options: '-c role=seek_justice_app -c idle_in_transaction_session_timeout=10s -c statement_timeout=10s',
            connectionTimeoutMillis: 5_000,
            // A path that went silent must not hold all appends up.
            query_timeout: 15_000,
            keepAlive: true,
            onConnect,
          }
        : { max: 1 },
  } as ConstructorParameters<typeof DataSource>[0]);
}
