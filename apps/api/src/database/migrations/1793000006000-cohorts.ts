import type { MigrationInterface, QueryRunner } from 'typeorm';
import { likenessKeys } from '@seek-justice/domain/language/likeness.ts';

const BATCH = 1_000;

/** Cohorts whose code people join with, and by what duplicates among people are found. */
export class Cohorts1793000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cohorts (
        id uuid PRIMARY KEY,
        -- eight digits, readable: it is printed on a sheet for everybody in the hall
        code text UNIQUE NOT NULL,
        name text NOT NULL,
        province text NOT NULL,
        -- account of the coordinator
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- nobody new joins after it; null while open
        closed_at timestamptz
      )`);
    await runner.query('CREATE INDEX cohorts_by_age ON cohorts (created_at DESC, id DESC)');
    await runner.query(`
      CREATE TABLE cohort_members (
        cohort uuid NOT NULL REFERENCES cohorts,
        person uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        -- hash of the profile's first record: who sends the same again is the same
        opened bytea NOT NULL,
        joined_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (cohort, person)
      )`);
    await runner.query('CREATE INDEX cohort_members_by_person ON cohort_members (person)');
    // Who joined has an account, and no code until a coordinator makes a card.
    await runner.query('ALTER TABLE accounts ALTER COLUMN login_hash DROP NOT NULL');
    await runner.query(`ALTER TABLE people ADD COLUMN origin text NOT NULL DEFAULT 'card' CHECK (origin IN ('card', 'joined'))`);
    await runner.query(`ALTER TABLE people ADD COLUMN alike text[] NOT NULL DEFAULT '{}'`);
    await addKeys(runner);
    await runner.query('CREATE INDEX people_by_likeness ON people USING gin (alike)');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON cohorts TO seek_justice_app');
    await runner.query('GRANT SELECT, INSERT, DELETE ON cohort_members TO seek_justice_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cohort_members, cohorts');
    await runner.query('ALTER TABLE people DROP COLUMN alike, DROP COLUMN origin');
    await runner.query('DELETE FROM accounts WHERE login_hash IS NULL');
    await runner.query('ALTER TABLE accounts ALTER COLUMN login_hash SET NOT NULL');
  }
}

/** The keys of the people who are here already. */
async function addKeys(runner: QueryRunner): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const people = (await runner.query('SELECT id, name, phone FROM people WHERE id > $1 ORDER BY id LIMIT $2', [after, BATCH])) as { id: string; name: string; phone: string | null }[];
    const last = people.at(-1);
    if (!last) return;
    after = last.id;
    await runner.query(
      `UPDATE people SET alike = ARRAY(SELECT jsonb_array_elements_text(given.keys))
       FROM unnest($1::uuid[], $2::text[]) AS raw (id, text), LATERAL (SELECT raw.text::jsonb AS keys) AS given WHERE people.id = raw.id`,
      [people.map(({ id }) => id), people.map(({ name, phone }) => JSON.stringify(likenessKeys(name, phone)))],
    );
  }
}
