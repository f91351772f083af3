import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signatures that were given in another office and brought here with a course by a coordinator, who vouches for them. */
export class BroughtSignOffs1793000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sign_offs ADD COLUMN brought boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sign_offs DROP COLUMN brought');
  }
}
