import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recordings that staff make, and media that may be there before any course names them. */
export class ClipsAndMedia1793000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE media
        -- the course that brought the file to an audience; empty: it was put there for itself
        ADD COLUMN course text NOT NULL DEFAULT '',
        -- when somebody last took it up: what is young is never collected
        ADD COLUMN at timestamptz NOT NULL DEFAULT now(),
        DROP CONSTRAINT media_pkey,
        ADD PRIMARY KEY (hash, audience, course)`);
    await runner.query('CREATE INDEX media_course ON media (course)');
    // Recordings that a course brought so far are the course's: what the app itself says and numbers to call are everybody's.
    await runner.query(`
      WITH named AS (
        SELECT DISTINCT course, clip->>'media' AS hash FROM snapshots, jsonb_path_query(body::jsonb, '$.parts.*') AS clip
        WHERE kind = 'narration' AND body::jsonb->>'of' <> 'phrases'
      ), given AS (
        INSERT INTO media (hash, audience, course, type, bytes) SELECT m.hash, m.audience, n.course, m.type, m.bytes FROM media m JOIN named n USING (hash)
      )
      DELETE FROM media WHERE course = '' AND hash IN (SELECT hash FROM named)`);
    await runner.query(`
      CREATE TABLE clips (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        -- id of a lesson or quiz; phrases and contacts for what belongs to none
        draft text NOT NULL,
        lang text NOT NULL,
        key text NOT NULL,
        -- nothing: the recording was taken away
        media text,
        ms int,
        bytes int,
        type text,
        -- SHA-256 of the text that was read
        source text,
        numbers jsonb,
        read_text text,
        -- nothing: it came with the program
        account uuid,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX clips_current ON clips (draft, lang, key, (account IS NOT NULL) DESC, id DESC)');
    await runner.query('GRANT UPDATE, DELETE ON media TO seek_justice_app');
    await runner.query('GRANT SELECT, INSERT ON clips TO seek_justice_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE clips');
    await runner.query('REVOKE UPDATE, DELETE ON media FROM seek_justice_app');
    await runner.query(`
      ALTER TABLE media DROP CONSTRAINT media_pkey, DROP COLUMN course, DROP COLUMN at`);
    await runner.query('DELETE FROM media a USING media b WHERE a.ctid < b.ctid AND a.hash = b.hash AND a.audience = b.audience');
    await runner.query('ALTER TABLE media ADD PRIMARY KEY (hash, audience)');
  }
}
