import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The application's own database role, and the table of what the installation knows about itself. */
export class SiteAndRole1793000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Roles belong to the whole server: another database of the same server may have made it in this moment.
    await runner.query(`
      DO $$ BEGIN
        CREATE ROLE seek_justice_app NOLOGIN;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`);
    await runner.query('GRANT seek_justice_app TO CURRENT_USER');
    await runner.query('GRANT USAGE ON SCHEMA public TO seek_justice_app');
    await runner.query('CREATE TABLE site (key text PRIMARY KEY, value text NOT NULL)');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON site TO seek_justice_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE site');
  }
}
