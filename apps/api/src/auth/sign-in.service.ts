import { Injectable } from '@nestjs/common';
import { Metrics } from '../http/metrics.ts';
import { ProblemError } from '../http/problem-error.ts';
import { Accounts } from './accounts.ts';
import { verifySecret } from './hashing.ts';
import { normalLogin, normalPin } from './login.ts';
import { OneTimeTokens } from './one-time-tokens.ts';
import { SlowDown } from './slow-down.ts';

/** An account whose secret was right, and the stored hash by which it was. */
type SignedIn = { account: string; kind: 'learner' | 'staff'; verified: string };

/** Checks a login and its secret. Unknown logins cost the same work and get the same answer as wrong secrets. */
@Injectable()
export class SignInService {
  readonly #accounts: Accounts;
  readonly #tokens: OneTimeTokens;
  readonly #slowDown: SlowDown;
  readonly #metrics: Metrics;

  constructor(accounts: Accounts, tokens: OneTimeTokens, slowDown: SlowDown, metrics: Metrics) {
    this.#accounts = accounts;
    this.#tokens = tokens;
    this.#slowDown = slowDown;
    this.#metrics = metrics;
  }

  /**
   * @param address of the caller; hashed with today's key, never stored.
   * @returns the account, or a ticket when its printed code has no PIN yet.
   * @throws ProblemError `sign_in_failed`, with the seconds to wait after several failures.
   */
  async signIn(login: string, secret: string, address: string): Promise<SignedIn | { next: 'set-pin'; ticket: string }> {
    const key = this.#slowDown.key(normalLogin(login), address);
    const wait = await this.#slowDown.begin(key);
    if (wait > 0) return this.#refuse(wait);
    const account = await this.#accounts.byLogin(login);
    const isNew = account?.kind === 'learner' && account.secret_hash === null;
    const fits = await verifySecret(account?.secret_hash ?? null, normalPin(secret) ?? secret);
    if (isNew) {
      await this.#slowDown.succeeded(key);
      return { next: 'set-pin', ticket: await this.#tokens.issue('set-pin', account.id) };
    }
    if (!account?.secret_hash || !fits) return this.#refuse();
    await this.#slowDown.succeeded(key);
    return { account: account.id, kind: account.kind, verified: account.secret_hash };
  }

  #refuse(retryAfter?: number): never {
    this.#metrics.signInFailures.inc();
    throw new ProblemError('sign_in_failed', retryAfter ? { retryAfter } : {});
  }
}
