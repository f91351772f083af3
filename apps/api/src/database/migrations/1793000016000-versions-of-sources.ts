import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every version of a source is kept, a signature holds what the sources said that it answers for, and a publish says which version of each went in. */
export class VersionsOfSources1793000016000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE source_versions (
        source text NOT NULL REFERENCES sources,
        version int NOT NULL,
        data jsonb NOT NULL,
        -- nothing: nobody here, or from before there was a history
        account uuid,
        at timestamptz NOT NULL DEFAULT now(),
        why text NOT NULL CHECK (why IN ('seed', 'kept', 'begun', 'edit', 'restored', 'imported')),
        PRIMARY KEY (source, version)
      )`);
    // What staff made of it before is not known: it is kept from here on.
    await runner.query(`INSERT INTO source_versions (source, version, data, why) SELECT id, version, data, CASE WHEN seeded THEN 'seed' ELSE 'kept' END FROM sources`);
    await runner.query(`GRANT SELECT, INSERT ON source_versions TO seek_justice_app`);
    // Signatures given so far hold for the sources as they stand now, of their block in any of its versions.
    await runner.query(`ALTER TABLE sign_offs ADD COLUMN sources jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(`
      UPDATE sign_offs o SET sources = behind.sources
      FROM (
        SELECT cited.draft, cited.thing, jsonb_object_agg(s.id, s.data - 'id' - 'verifiedOn' - 'reviewBy' - 'narration') AS sources
        FROM (
          SELECT DISTINCT v.draft, block->>'id' AS thing, named.id
          FROM (SELECT id AS draft, body FROM drafts UNION ALL SELECT draft, body FROM draft_versions) v,
            jsonb_array_elements(v.body->'blocks') AS block, jsonb_array_elements_text(block->'sources') AS named (id)
          WHERE EXISTS (SELECT 1 FROM sign_offs signed WHERE signed.draft = v.draft AND signed.competence = 'law')
        ) cited JOIN sources s USING (id)
        GROUP BY cited.draft, cited.thing
      ) behind
      WHERE o.competence = 'law' AND behind.draft = o.draft AND behind.thing = o.thing`);
    // Version of each source that went in, by lesson. Of what was published so far the sources count as they stand now.
    await runner.query(`ALTER TABLE publications ADD COLUMN sources jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(`
      UPDATE publications p SET sources = went.sources
      FROM (
        SELECT one.publication, jsonb_object_agg(one.draft, one.versions) AS sources
        FROM (
          SELECT q.id AS publication, v.draft, coalesce(jsonb_object_agg(s.id, s.version) FILTER (WHERE s.id IS NOT NULL), '{}') AS versions
          FROM publications q, jsonb_each_text(q.drafts) AS listed (draft, version)
          JOIN draft_versions v ON v.draft = listed.draft AND v.version = listed.version::int
          LEFT JOIN jsonb_array_elements(v.body->'blocks') AS block ON true
          LEFT JOIN jsonb_array_elements_text(block->'sources') AS named (id) ON true
          LEFT JOIN sources s ON s.id = named.id
          WHERE v.body ? 'blocks'
          GROUP BY q.id, v.draft
        ) one
        GROUP BY one.publication
      ) went
      WHERE went.publication = p.id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE publications DROP COLUMN sources');
    await runner.query('ALTER TABLE sign_offs DROP COLUMN sources');
    await runner.query('DROP TABLE source_versions');
  }
}
