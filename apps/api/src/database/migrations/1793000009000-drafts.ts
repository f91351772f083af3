import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What authors work on: documents, their versions, who signed what off, what is said of them, and what was published. */
export class Drafts1793000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE drafts (
        id text PRIMARY KEY,
        kind text NOT NULL,
        -- grows with every change: who holds an older one has something to fetch
        version int NOT NULL,
        body jsonb NOT NULL,
        bases jsonb NOT NULL,
        -- as it came with the program, untouched by staff: a later release may bring a better one
        seeded boolean NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE draft_versions (
        draft text NOT NULL REFERENCES drafts,
        version int NOT NULL,
        body jsonb NOT NULL,
        bases jsonb NOT NULL,
        account uuid,
        at timestamptz NOT NULL DEFAULT now(),
        why text NOT NULL,
        PRIMARY KEY (draft, version)
      )`);
    await runner.query(`
      CREATE TABLE draft_editors (
        draft text NOT NULL REFERENCES drafts,
        account uuid NOT NULL,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (draft, account)
      )`);
    await runner.query(`
      CREATE TABLE sign_offs (
        id uuid PRIMARY KEY,
        draft text NOT NULL REFERENCES drafts,
        thing text NOT NULL,
        competence text NOT NULL,
        -- of what was signed: another text needs another signature
        content text NOT NULL,
        account uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        review_by date NOT NULL,
        withdrawn_at timestamptz
      )`);
    await runner.query('CREATE INDEX sign_offs_draft ON sign_offs (draft)');
    await runner.query(`
      CREATE TABLE draft_comments (
        id uuid PRIMARY KEY,
        draft text NOT NULL REFERENCES drafts,
        thing text NOT NULL,
        account uuid NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz
      )`);
    await runner.query('CREATE INDEX draft_comments_draft ON draft_comments (draft)');
    await runner.query(`
      CREATE TABLE publications (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        course text NOT NULL,
        hash text NOT NULL,
        kind text NOT NULL,
        note jsonb NOT NULL,
        account uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        -- version of each document that went in
        drafts jsonb NOT NULL
      )`);
    await runner.query('CREATE TABLE sources (id text PRIMARY KEY, position int NOT NULL, data jsonb NOT NULL)');
    await runner.query(`
      CREATE TABLE account_competences (
        account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        competence text NOT NULL,
        PRIMARY KEY (account_id, competence)
      )`);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON drafts, draft_editors, draft_comments, sources, account_competences TO seek_justice_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON draft_versions, sign_offs TO seek_justice_app');
    await runner.query('GRANT UPDATE (audience) ON snapshots TO seek_justice_app');
    await runner.query('GRANT SELECT, INSERT ON publications TO seek_justice_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account_competences, sources, publications, draft_comments, sign_offs, draft_editors, draft_versions, drafts');
  }
}
