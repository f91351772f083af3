import type pg from 'pg';
import { SEARCH_KEY_VERSION } from '@seek-justice/domain/language/search-key.ts';
import type { StoredBody } from './bodies.ts';

/** Records of one person in every filled database. */
export const RECORDS_EACH = 20;

// Ids come from a fixed seed: the same number gives the same person, device and record in every run.
const SEED = 'seek-justice-bench-1';
const id = (kind: string, number: string) =>
  `overlay(overlay(md5('${SEED} ${kind} ' || ${number}) placing '4' from 13) placing '8' from 17)::uuid`;

const PEOPLE = `
  INSERT INTO people (id, name, search_key, key_version, province)
  SELECT ${id('person', 'n')}, 'អ្នករៀន ' || n, 'អ្នករៀន ' || n, ${SEARCH_KEY_VERSION}, (ARRAY['battambang', 'siem-reap', 'kampong-thom'])[1 + n % 3]
  FROM generate_series($1::int, $2::int) AS n`;

// The text is in canonical order, so its SHA-256 is the record's hash.
const RECORDS = `
  INSERT INTO records (id, subject, actor, type, v, text, body, hash, received_at, account, roles, via, device, device_seq)
  SELECT id, subject, subject, type, 1, text, body::jsonb, sha256(convert_to(text, 'UTF8')), received_at, account, '{pastor}', 'session', device, k
  FROM (
    SELECT *, '{"actor":"' || subject || '","after":null,"body":' || body || ',"device":"' || device || '","deviceSeq":' || k ||
      ',"id":"' || id || '","occurredAt":"2026-03-01T02:15:30.000Z","subject":"' || subject || '","type":"' || type || '","v":1}' AS text
    FROM (
      SELECT k, ($3::text[])[at] AS type, ($4::text[])[at] AS body, ${id('person', 'n')} AS subject, ${id('device', 'n')} AS device,
        ${id('record', `n || ' ' || k`)} AS id, ${id('account', 'n')} AS account,
        timestamptz '2026-03-01' + make_interval(secs => n * 20 + k) AS received_at
      FROM generate_series($1::int, $2::int) AS n, generate_series(0, ${RECORDS_EACH - 1}) AS k,
        LATERAL (SELECT 1 + (n * 7 + k * 5) % array_length($3::text[], 1) AS at) AS pick
    ) AS drawn
  ) AS written`;

const TOGETHER = 2_000;

/** Stores people `from` … `to` with their records, as if all had been handed in; nothing is folded yet. */
export async function fill(owner: pg.Client, bodies: readonly StoredBody[], from: number, to: number): Promise<void> {
  const columns = [bodies.map(({ type }) => type), bodies.map(({ text }) => text)];
  for (let first = from; first <= to; first += TOGETHER) {
    const last = Math.min(to, first + TOGETHER - 1);
    await owner.query(PEOPLE, [first, last]);
    await owner.query(RECORDS, [first, last, ...columns]);
  }
  await owner.query('VACUUM ANALYZE');
}
