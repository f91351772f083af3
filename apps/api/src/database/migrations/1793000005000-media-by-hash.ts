import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Media files of the curriculum: what is known of them. Their bytes lie on disk, named by their hash. */
export class MediaByHash1793000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE media (
        hash text NOT NULL,
        -- one row for each audience that a file was published for: who is entitled by any of them may have it
        audience text NOT NULL,
        type text NOT NULL,
        bytes int NOT NULL,
        PRIMARY KEY (hash, audience)
      )`);
    await runner.query('GRANT SELECT, INSERT ON media TO seek_justice_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE media');
  }
}
