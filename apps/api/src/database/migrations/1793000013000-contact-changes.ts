import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff do with numbers to call: who rang, who changed what, which are given out no more. */
export class ContactChanges1793000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // `version` grows with every change: who holds an older one has something to look at first.
    await runner.query('ALTER TABLE contacts ADD COLUMN version int NOT NULL DEFAULT 1, ADD COLUMN retired_at timestamptz');
    await runner.query(`
      CREATE TABLE contact_changes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        contact text NOT NULL REFERENCES contacts,
        account uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        what text NOT NULL CHECK (what IN ('added', 'changed', 'confirmed', 'retired', 'restored')),
        -- the fields that changed, as they stood before and after
        before jsonb NOT NULL,
        after jsonb NOT NULL
      )`);
    await runner.query('CREATE INDEX contact_changes_contact ON contact_changes (contact, id)');
    await runner.query('GRANT SELECT, INSERT ON contact_changes TO seek_justice_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contact_changes');
    await runner.query('ALTER TABLE contacts DROP COLUMN version, DROP COLUMN retired_at');
  }
}
