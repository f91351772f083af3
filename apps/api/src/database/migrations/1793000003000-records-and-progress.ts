import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The spine: immutable records, and what they fold to. */
export class RecordsAndProgress1793000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE records (
        id uuid PRIMARY KEY,
        -- feed order: (xid, seq); a reader stops before the oldest transaction that is still open
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
        subject uuid NOT NULL,
        actor uuid NOT NULL,
        type text NOT NULL,
        v int NOT NULL,
        -- the record as it came, and its body for queries
        text text NOT NULL,
        body jsonb NOT NULL,
        hash bytea NOT NULL,
        received_at timestamptz NOT NULL,
        account uuid NOT NULL,
        roles text[] NOT NULL,
        via text NOT NULL
      )`);
    await runner.query('CREATE UNIQUE INDEX records_in_feed_order ON records (xid, seq)');
    await runner.query('CREATE INDEX records_by_subject ON records (subject, xid, seq)');
    await runner.query(`
      CREATE TABLE progress (
        subject uuid PRIMARY KEY,
        -- counts and bests, of a size that does not grow with attempts; null until the first fold
        tally jsonb
      ) WITH (fillfactor = 70)`);
    await runner.query(`
      CREATE TABLE standing (
        subject uuid PRIMARY KEY,
        modules_done text[] NOT NULL,
        lessons_done int NOT NULL,
        begun boolean NOT NULL,
        -- a day of the site's time zone: finer is nobody's business, and would be written at every append
        last_on date
      )`);
    await runner.query('CREATE INDEX standing_by_modules_done ON standing USING gin (modules_done)');
    await runner.query('CREATE INDEX standing_by_last_on ON standing (last_on DESC NULLS LAST, subject)');
    await runner.query('GRANT SELECT, INSERT ON records TO seek_justice_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON progress, standing TO seek_justice_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE standing, progress, records');
  }
}
