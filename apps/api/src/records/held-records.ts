import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parseRecord } from '@seek-justice/domain/records/parse.ts';
import type { RefusalCode } from '@seek-justice/domain/records/verdict.ts';
import { Devices } from '../auth/devices.ts';
import { Database } from '../database/database.ts';
import { ProblemError } from '../http/problem-error.ts';
import { Committer } from './committer.ts';
import type { Outcome, Prepared } from './prepared.ts';
import { RecordCheck, type Sender, type Unbound } from './record-check.ts';

/** Held records that one account may have brought: a hall of people who joined without a network, not a flood. */
const MOST_OF_A_CARRIER = 20_000;

/**
 * Signed records of phones that nobody has bound to a person yet (`waiting_profile`). They are safe here, and become
 * records when their phone is bound.
 */
@Injectable()
export class HeldRecords {
  readonly #database: Database;
  readonly #devices: Devices;
  readonly #check: RecordCheck;
  readonly #committer: Committer;

  constructor(database: Database, devices: Devices, check: RecordCheck, committer: Committer) {
    this.#database = database;
    this.#devices = devices;
    this.#check = check;
    this.#committer = committer;
  }

  /**
   * Keeps records until their phones are known.
   * @returns an outcome for each, in the order given.
   * @throws ProblemError `too_large` when the sender has brought too many already.
   */
  async hold(sender: Sender, records: readonly Unbound[]): Promise<Outcome[]> {
    const [brought] = await this.#database.query<{ held: number }>('SELECT count(*)::int AS held FROM held_records WHERE carrier = $1 AND fault IS NULL', [sender.account.id]);
    if ((brought?.held ?? 0) + records.length > MOST_OF_A_CARRIER) throw new ProblemError('too_large');
    const sums = records.map(({ text }) => createHash('sha256').update(text).digest());
    const inserted = await this.#database.query<{ id: string; hash: Buffer }>(
      `INSERT INTO held_records (id, hash, device, text, carrier)
       SELECT DISTINCT ON (id, hash) id, hash, device, text, $5::uuid FROM unnest($1::uuid[], $2::bytea[], $3::uuid[], $4::text[]) AS held (id, hash, device, text)
       ORDER BY id, hash ON CONFLICT DO NOTHING RETURNING id, hash`,
      [
        records.map(({ envelope }) => envelope.id),
        sums,
        records.map(({ envelope }) => envelope.device),
        records.map(({ text }) => text),
        sender.account.id,
      ],
    );
    const fresh = new Set(inserted.map(({ id, hash }) => `${id} ${hash.toString('hex')}`));
    // A device may have been bound between the look-up and this: then its records must not stay here.
    for (const device of (await this.#devices.find(records.map(({ envelope }) => envelope.device))).keys()) await this.release(device);
    return records.map(({ envelope }, index) => (fresh.delete(`${envelope.id} ${sums[index]?.toString('hex')}`) ? 'stored' : 'duplicate'));
  }

  /** Makes records of what waited for a device. What its key has not signed, or its owner may not say, stays with its fault. */
  async release(device: string): Promise<void> {
    const waiting = await this.#database.query<{ id: string; hash: Buffer; text: string }>('SELECT id, hash, text FROM held_records WHERE device = $1 AND fault IS NULL', [device]);
    const bound = await this.#devices.find([device]);
    const owner = bound.get(device);
    if (waiting.length === 0 || !owner) return;
    const sender: Sender = { account: owner.account, device: '' };
    const checked = await Promise.all(
      waiting.map(async ({ text }): Promise<Prepared | Unbound | RefusalCode> => {
        const arrived = parseRecord(text);
        return arrived.ok === true ? this.#check.check(sender, arrived, bound) : 'malformed';
      }),
    );
    const prepared = checked.filter((one): one is Prepared => typeof one === 'object' && 'via' in one);
    const outcomes = prepared.length > 0 ? await this.#committer.commit(prepared) : [];
    const faults = checked.map((one): RefusalCode | null => {
      if (typeof one === 'string') return one;
      return outcomes[prepared.indexOf(one as Prepared)] === 'id_taken' ? 'id_taken' : null;
    });
    for (const fault of new Set(faults)) await this.#settle(waiting.filter((_one, index) => faults[index] === fault), fault);
  }

  async #settle(held: readonly { id: string; hash: Buffer }[], fault: RefusalCode | null): Promise<void> {
    const those = [held.map(({ id }) => id), held.map(({ hash }) => hash)];
    const which = '(id, hash) IN (SELECT * FROM unnest($1::uuid[], $2::bytea[]))';
    if (fault === null) await this.#database.query(`DELETE FROM held_records WHERE ${which}`, those);
    else await this.#database.query(`UPDATE held_records SET fault = $3 WHERE ${which}`, [...those, fault]);
  }
}
