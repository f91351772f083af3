import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions that authors put aside, and the words that mean one thing everywhere. */
export class ItemsAsideAndGlossary1793000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE items_aside (
        id uuid PRIMARY KEY,
        -- the quiz that it stood in, and may stand in again
        draft text NOT NULL REFERENCES drafts,
        item jsonb NOT NULL,
        source text NOT NULL,
        -- by the path within the item
        bases jsonb NOT NULL,
        account uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE glossary_terms (
        id text PRIMARY KEY,
        version int NOT NULL,
        words jsonb NOT NULL,
        also jsonb NOT NULL,
        note jsonb NOT NULL,
        -- null: as it came with the program, which may bring a better one
        account uuid,
        at timestamptz NOT NULL DEFAULT now(),
        -- stays, so that the program does not bring it back
        removed_at timestamptz
      )`);
    await runner.query('GRANT SELECT, INSERT, DELETE ON items_aside TO seek_justice_app');
    // To lock a row one has to be allowed to change something of it.
    await runner.query('GRANT UPDATE (at) ON items_aside TO seek_justice_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON glossary_terms TO seek_justice_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE glossary_terms, items_aside');
  }
}
