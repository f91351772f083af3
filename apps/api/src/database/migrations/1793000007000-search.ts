import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is found in the published curriculum: made of published leaves, droppable. */
export class Search1793000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_entries (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        course text NOT NULL,
        -- hash of the leaf and the rules by which it was cut
        made_of text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('lesson', 'quiz')),
        -- the lesson or quiz
        step text NOT NULL,
        -- null for a title
        block text,
        lang text NOT NULL,
        title text NOT NULL,
        text text NOT NULL,
        key text NOT NULL,
        -- hashes of two and three neighbouring letters of the key and of its words: see decision 0022
        tokens int[] NOT NULL
      )`);
    await runner.query('CREATE INDEX search_entries_by_source ON search_entries (course, made_of)');
    // No pending list: readers would have to go through it.
    await runner.query('CREATE INDEX search_entries_by_token ON search_entries USING gin (tokens) WITH (fastupdate = off)');
    await runner.query('GRANT SELECT, INSERT, DELETE ON search_entries TO seek_justice_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_entries');
  }
}
