import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published curriculum: frozen nodes by hash, the courses that name them, and the pages made of them. */
export class CurriculumAndContacts1793000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE snapshots (
        hash text PRIMARY KEY,
        kind text NOT NULL,
        course text NOT NULL,
        audience text NOT NULL,
        -- RFC 8785 text: its SHA-256 is the hash
        body text NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE courses (
        id text PRIMARY KEY,
        position int NOT NULL,
        audience text NOT NULL,
        hash text NOT NULL REFERENCES snapshots,
        published_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE pages (
        path text NOT NULL,
        lang text NOT NULL,
        audience text NOT NULL,
        -- hash of everything the page was made of
        made_of text NOT NULL,
        html bytea NOT NULL,
        PRIMARY KEY (path, lang)
      )`);
    await runner.query('CREATE TABLE contacts (id text PRIMARY KEY, position int NOT NULL, data jsonb NOT NULL)');
    await runner.query('GRANT SELECT, INSERT ON snapshots TO seek_justice_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON courses, pages, contacts TO seek_justice_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contacts, pages, courses, snapshots');
  }
}
