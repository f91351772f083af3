import type { MigrationInterface, QueryRunner } from 'typeorm';

const HASHES_OF_LEAVES = '$.modules[*].lessons[*].leaves.*.hash';
const HASHES_OF_QUIZZES = '$.modules[*].quiz.leaves.*.hash';

/** Entries know their leaf and go with it, in the transaction that publishes; and lie so that a search reads little. All are made anew. */
export class SearchByLeaf1793000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('TRUNCATE search_entries');
    // Hash of the published leaf.
    await runner.query('ALTER TABLE search_entries ADD leaf text NOT NULL');
    await runner.query('DROP INDEX search_entries_by_source, search_entries_by_token');
    // Keys are compared, and lie in the row as they are; hashes get no smaller, and nobody tries.
    await runner.query('ALTER TABLE search_entries ALTER key SET STORAGE MAIN, ALTER tokens SET STORAGE EXTERNAL');
    // Without figures about tokens every plan goes through their index; with them, making the plan takes longer than the search.
    await runner.query('ALTER TABLE search_entries ALTER tokens SET STATISTICS 0');
    await runner.query('CREATE INDEX search_entries_by_leaf ON search_entries (course, leaf)');
    // New rows are collected and put into the index together, which takes a fraction of the time. Readers go through what is
    // not settled yet, so whoever added rows settles them; only the owner of the index may, thus by a function of the owner's.
    await runner.query('CREATE INDEX search_entries_by_token ON search_entries USING gin (tokens)');
    await runner.query(`
      CREATE FUNCTION settle_search_entries() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS
      $$ SELECT gin_clean_pending_list('search_entries_by_token') $$`);
    await runner.query('REVOKE EXECUTE ON FUNCTION settle_search_entries FROM PUBLIC');
    await runner.query('GRANT EXECUTE ON FUNCTION settle_search_entries TO seek_justice_app');
    await runner.query(`
      CREATE FUNCTION forget_search_entries() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM search_entries WHERE course = OLD.id AND leaf IN (
          SELECT leaf FROM search_entries WHERE course = OLD.id
          EXCEPT
          SELECT jsonb_path_query(body::jsonb, path) #>> '{}'
          FROM snapshots, unnest(ARRAY['${HASHES_OF_LEAVES}', '${HASHES_OF_QUIZZES}']::jsonpath[]) AS path
          WHERE TG_OP = 'UPDATE' AND snapshots.hash = NEW.hash);
        RETURN NULL;
      END $$`);
    await runner.query('CREATE TRIGGER forget_search_entries AFTER UPDATE OF hash OR DELETE ON courses FOR EACH ROW EXECUTE FUNCTION forget_search_entries()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER forget_search_entries ON courses');
    await runner.query('DROP FUNCTION forget_search_entries, settle_search_entries');
    await runner.query('DROP INDEX search_entries_by_leaf, search_entries_by_token');
    await runner.query('CREATE INDEX search_entries_by_source ON search_entries (course, made_of)');
    await runner.query('CREATE INDEX search_entries_by_token ON search_entries USING gin (tokens) WITH (fastupdate = off)');
    await runner.query('ALTER TABLE search_entries DROP COLUMN leaf');
  }
}
