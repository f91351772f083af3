import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names live in `people` alone and can be erased; facts carry opaque ids. */
export class PeopleAndAccounts1793000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await runner.query(`
      CREATE TABLE people (
        id uuid PRIMARY KEY,
        name text COLLATE "km-x-icu" NOT NULL,
        -- search key of name and church, and the version of the rules that made it
        search_key text NOT NULL,
        key_version smallint NOT NULL,
        province text,
        commune text,
        church text,
        phone text,
        gender text NOT NULL DEFAULT 'not-said',
        age_band text NOT NULL DEFAULT 'not-said',
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX people_by_name ON people (name, id)');
    await runner.query('CREATE INDEX people_by_province_and_name ON people (province, name, id)');
    await runner.query('CREATE INDEX people_by_search_key ON people USING gin (search_key gin_trgm_ops)');
    await runner.query(`
      CREATE TABLE accounts (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL UNIQUE REFERENCES people ON DELETE CASCADE,
        -- HMAC of the printed code or of the e-mail address
        login_hash bytea UNIQUE NOT NULL,
        kind text NOT NULL CHECK (kind IN ('learner', 'staff')),
        -- argon2id; null until the first PIN or password is chosen
        secret_hash text,
        -- provinces of a coordinator; null = the whole country
        scope text[] DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE account_roles (
        account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        role text NOT NULL,
        granted_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz,
        PRIMARY KEY (account_id, role, granted_at)
      )`);
    await runner.query(`
      CREATE TABLE sessions (
        token_hash bytea PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX sessions_by_account ON sessions (account_id)');
    await runner.query('CREATE INDEX sessions_by_expiry ON sessions (expires_at)');
    await runner.query(`
      CREATE TABLE one_time_tokens (
        token_hash bytea PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('first-coordinator', 'invitation', 'set-pin')),
        account_id uuid REFERENCES accounts ON DELETE CASCADE,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE sign_in_failures (
        -- HMAC of account and address by a key of the day: no address is stored
        key bytea PRIMARY KEY,
        failures int NOT NULL,
        next_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX sign_in_failures_by_next_try ON sign_in_failures (next_at)');
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE, DELETE
      ON people, accounts, account_roles, sessions, one_time_tokens, sign_in_failures TO seek_justice_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_failures, one_time_tokens, sessions, account_roles, accounts, people');
  }
}
