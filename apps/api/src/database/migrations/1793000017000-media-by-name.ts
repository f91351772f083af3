import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which files a document, a version of it or a published node names is found by an index: it is written with them, by whatever release writes. */
export class MediaByName1793000017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Of a text of JSON: a file that is named anywhere in it counts, also by a block of a later release.
    await runner.query(`
      CREATE FUNCTION media_named(body text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      AS $$ SELECT coalesce(array_agg(DISTINCT found[1]), '{}') FROM regexp_matches(body, '"(?:hash|media)": ?"([0-9a-f]{64})"', 'g') AS found $$`);
    await runner.query('CREATE INDEX drafts_media ON drafts USING gin (media_named(body::text))');
    await runner.query('CREATE INDEX draft_versions_media ON draft_versions USING gin (media_named(body::text))');
    await runner.query(`CREATE INDEX snapshots_media ON snapshots USING gin (media_named(body)) WHERE kind IN ('lesson', 'narration')`);
    await runner.query('CREATE INDEX clips_media ON clips (media)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX clips_media, snapshots_media, draft_versions_media, drafts_media');
    await runner.query('DROP FUNCTION media_named');
  }
}
