import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { bodyFits } from '@seek-justice/domain/records/schemas.ts';
import type { RefusalCode } from '@seek-justice/domain/records/verdict.ts';
import type { Account } from '../auth/account.ts';
import type { Device } from '../auth/devices.ts';
import { mayAppend } from './permissions.ts';
import type { Prepared } from './prepared.ts';
import { RoleHistory } from './role-history.ts';
import { isSignedBy, signedText } from './signature.ts';
import { SubjectScope } from './subject-scope.ts';

/** Who hands records in: a person who is signed in, or a phone by its own token, which vouches for nothing. */
export interface Sender {
  account: Account;
  /** The device whose token came with the request; null for a session. */
  device: string | null;
}

/** A signed record of a phone that is not known yet. */
export interface Unbound {
  unbound: true;
  envelope: Envelope;
  text: string;
  hash: Buffer;
}

/** Decides whose word a record is, and whether they may say it. */
@Injectable()
export class RecordCheck {
  readonly #roles: RoleHistory;
  readonly #scope: SubjectScope;

  constructor(roles: RoleHistory, scope: SubjectScope) {
    this.#roles = roles;
    this.#scope = scope;
  }

  /**
   * A signed record is its device's owner's word, whoever brings it; an unsigned one is vouched for by the session that
   * sends it.
   * @param devices the bound ones among the devices of the request.
   */
  async check(sender: Sender, { envelope, text }: { envelope: Envelope; text: string }, devices: ReadonlyMap<string, Device>): Promise<Prepared | Unbound | RefusalCode> {
    if (!bodyFits(envelope.type, envelope.v, envelope.body)) return 'malformed';
    const input = signedText(envelope);
    const hash = createHash('sha256').update(input).digest();
    if (envelope.sig === undefined) {
      if (sender.device !== null) return 'not_permitted';
      return this.#prepare(sender.account, envelope, text, hash, 'session');
    }
    const device = devices.get(envelope.device);
    if (!device) return { unbound: true, envelope, text, hash };
    if (!(await isSignedBy(device.key, input, envelope.sig))) return 'bad_signature';
    const own = sender.device === device.id || (sender.device === null && sender.account.id === device.account.id);
    return this.#prepare(device.account, envelope, text, hash, own ? 'device' : 'carried');
  }

  async #prepare(account: Account, envelope: Envelope, text: string, hash: Buffer, via: Prepared['via']): Promise<Prepared | RefusalCode> {
    if (!(await mayAppend(account, envelope, (subject, learner) => this.#scope.holds(account, subject, learner)))) return 'not_permitted';
    return { envelope, text, hash, account: account.id, roles: await this.#roles.since(account, envelope.after), via };
  }
}
