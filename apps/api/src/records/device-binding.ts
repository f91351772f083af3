import { Injectable } from '@nestjs/common';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { bodyFits } from '@seek-justice/domain/records/schemas.ts';
import type { ProfileOpened } from '@seek-justice/domain/records/types/profile-opened/shape.ts';
import type { Account } from '../auth/account.ts';
import { Devices, publicKey } from '../auth/devices.ts';
import { Database } from '../database/database.ts';
import { ProblemError } from '../http/problem-error.ts';
import { Committer } from './committer.ts';
import { HeldRecords } from './held-records.ts';
import { readRecord } from './read-record.ts';
import { RecordCheck } from './record-check.ts';
import { isSignedBy, signedText } from './signature.ts';

/** A profile's first record whose signature is that of the key in it. */
export interface Opened {
  envelope: Envelope;
  text: string;
  key: ProfileOpened['key'];
}

/** Binds phones to accounts: from then on what they sign is that person's word. */
@Injectable()
export class DeviceBinding {
  readonly #database: Database;
  readonly #devices: Devices;
  readonly #check: RecordCheck;
  readonly #committer: Committer;
  readonly #held: HeldRecords;

  constructor(database: Database, devices: Devices, check: RecordCheck, committer: Committer, held: HeldRecords) {
    this.#database = database;
    this.#devices = devices;
    this.#check = check;
    this.#committer = committer;
    this.#held = held;
  }

  /** Reads a `profile.opened` record; null unless it is well formed, the first of its device, and signed by its own key. */
  async verify(text: string): Promise<Opened | null> {
    const arrived = readRecord(text);
    if (arrived?.ok !== true) return null;
    const { envelope } = arrived;
    const { type, v, body, subject, actor, deviceSeq, sig } = envelope;
    if (type !== 'profile.opened' || v !== 1 || deviceSeq !== 0 || subject !== actor || sig === undefined || !bodyFits(type, v, body)) return null;
    const { key } = body as unknown as ProfileOpened;
    try {
      return (await isSignedBy(publicKey(key), signedText(envelope), sig)) ? { envelope, text, key } : null;
    } catch {
      // Two numbers that are no point of the curve.
      return null;
    }
  }

  /**
   * Binds the phone of a person who is signed in. @returns its token.
   * @throws ProblemError `bad_request` for something else than a profile's first record, `not_allowed` for another
   * person's or for a device that has an owner already.
   */
  async bind(account: Account, text: string): Promise<string> {
    const opened = await this.verify(text);
    if (!opened) throw new ProblemError('bad_request', { fields: ['opened'] });
    if (opened.envelope.subject !== account.person) throw new ProblemError('not_allowed');
    const token = await this.#devices.bind(this.#database.pool, { id: opened.envelope.device, account: account.id, key: opened.key });
    if (token === null) throw new ProblemError('not_allowed');
    await this.settle(opened);
    return token;
  }

  /** After a device was bound (and that is committed): its first record, and what waited for it. */
  async settle({ envelope, text }: Pick<Opened, 'envelope' | 'text'>): Promise<void> {
    const bound = await this.#devices.find([envelope.device]);
    const device = bound.get(envelope.device);
    if (!device) return;
    const first = await this.#check.check({ account: device.account, device: device.id }, { envelope, text }, bound);
    if (typeof first === 'object' && 'via' in first) await this.#committer.commit([first]);
    await this.#held.release(envelope.device);
  }
}
