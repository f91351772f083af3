import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Phones that sign, records that wait for their phone to be known, and people who are one. */
export class DevicesAndMerges1793000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sealing_keys (
        kid text PRIMARY KEY,
        -- P-256, JWK; old ones are kept, because phones keep what was sealed for them
        private_key jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE devices (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        -- public key of the profile: x and y, 32 bytes each
        key bytea NOT NULL,
        -- SHA-256 of the token that lets this device hand in records, and nothing else
        token_hash bytea UNIQUE NOT NULL,
        bound_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX devices_by_account ON devices (account_id)');
    await runner.query(`
      CREATE TABLE held_records (
        id uuid NOT NULL,
        -- SHA-256 of the very text, signature included: a false signature must not stand in the way of the true one
        hash bytea NOT NULL,
        device uuid NOT NULL,
        -- the record as it came; it becomes one of the records when its device is bound
        text text NOT NULL,
        -- account that carried it here
        carrier uuid NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        -- why it did not become a record when its device was bound; null while it waits
        fault text,
        -- an id alone is anybody's to claim: two records may contend for it until one is verified
        PRIMARY KEY (id, hash)
      )`);
    await runner.query('CREATE INDEX held_records_by_device ON held_records (device)');
    await runner.query('CREATE INDEX held_records_by_carrier ON held_records (carrier)');
    // Null for what a replica of the release before writes while this one is being installed.
    await runner.query('ALTER TABLE records ADD COLUMN device uuid, ADD COLUMN device_seq bigint');
    await runner.query(`UPDATE records SET device = (text::jsonb ->> 'device')::uuid, device_seq = (text::jsonb ->> 'deviceSeq')::bigint`);
    await runner.query(`
      CREATE TABLE merge_edges (
        record uuid PRIMARY KEY,
        one uuid NOT NULL,
        other uuid NOT NULL
      )`);
    await runner.query('CREATE INDEX merge_edges_by_one ON merge_edges (one)');
    await runner.query('CREATE INDEX merge_edges_by_other ON merge_edges (other)');
    await runner.query(`
      CREATE TABLE endings (
        -- the record that is ended, of this subject, and the one that ends it
        record uuid NOT NULL,
        subject uuid NOT NULL,
        by_record uuid NOT NULL,
        PRIMARY KEY (record, subject, by_record)
      )`);
    await runner.query(`
      INSERT INTO endings SELECT (body ->> 'record')::uuid, subject, id FROM records WHERE type = 'record.voided' AND v = 1 AND actor <> subject`);
    await runner.query(`
      CREATE TABLE merged_people (
        subject uuid PRIMARY KEY,
        -- the member of the component by whom all are listed
        person uuid NOT NULL
      )`);
    await runner.query('CREATE INDEX merged_people_by_person ON merged_people (person)');
    await runner.query('GRANT SELECT, INSERT ON sealing_keys TO seek_justice_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON devices, held_records, merge_edges, endings, merged_people TO seek_justice_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE merged_people, endings, merge_edges, held_records, devices, sealing_keys');
    await runner.query('ALTER TABLE records DROP COLUMN device, DROP COLUMN device_seq');
  }
}
