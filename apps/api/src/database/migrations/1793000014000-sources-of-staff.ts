import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sources that staff add and change: theirs stay as they are when a later release brings others. */
export class SourcesOfStaff1793000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sources
        -- as it came with the program, untouched by staff
        ADD seeded boolean NOT NULL DEFAULT true,
        -- grows with every change: who holds an older one looks again before writing
        ADD version int NOT NULL DEFAULT 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sources DROP seeded, DROP version');
  }
}
