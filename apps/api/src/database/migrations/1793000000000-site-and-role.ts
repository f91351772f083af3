import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The application's own database role, and the table of what the installation knows about itself. */
export class SiteAndRole1793000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Roles belong to the whole server: another database of the same server may have made it in this moment.
    await runner.query(`
      DO $$ BEGIN
        CREATE ROLE seek_justice_app NOLOGIN;
      EXCEPTION
        WHEN duplicate_object OR unique_violation THEN NULL;
        WHEN insufficient_privilege THEN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'seek_justice_app') THEN RAISE; END IF;
      END $$`);
    // An administrator may have given it already, where this user may not.
    await runner.query(`
      DO $$ BEGIN
        IF NOT pg_has_role(current_user, 'seek_justice_app', 'SET') THEN GRANT seek_justice_app TO CURRENT_USER; END IF;
      END $$`)
    await runner.query('GRANT USAGE ON SCHEMA public TO seek_justice_app');
    await runner.query('CREATE TABLE site (key text PRIMARY KEY, value text NOT NULL)');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON site TO seek_justice_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE site');
  }
}
