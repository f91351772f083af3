import { Body, Controller, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { acceptInvitation } from '@seek-justice/contracts/endpoints/accept-invitation.ts';
import type { signInAnswer } from '@seek-justice/contracts/endpoints/sign-in.ts';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import { SEARCH_KEY_VERSION, searchKey } from '@seek-justice/domain/language/search-key.ts';
import { Config } from '../config/options.ts';
import { Database } from '../database/database.ts';
import { ProblemError } from '../http/problem-error.ts';
import { Route } from '../http/route.ts';
import { Accounts } from './accounts.ts';
import { hashSecret } from './hashing.ts';
import { OneTimeTokens } from './one-time-tokens.ts';
import { setSessionCookie } from './session-cookie.ts';
import { Sessions } from './sessions.ts';

/** NIST SP 800-63B asks for length, not for signs; 12 is above its floor of 8. */
const SHORTEST_PASSWORD = 12;

/** One-time links: they set the password of invited staff, and create the very first coordinator. */
@ApiTags('auth')
@Controller()
export class InvitationsController {
  readonly #config: Config;
  readonly #tokens: OneTimeTokens;
  readonly #accounts: Accounts;
  readonly #sessions: Sessions;
  readonly #database: Database;

  constructor(config: Config, tokens: OneTimeTokens, accounts: Accounts, sessions: Sessions, database: Database) {
    this.#config = config;
    this.#tokens = tokens;
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#database = database;
  }

  @Route(acceptInvitation)
  async accept(
    @Body({ schema: acceptInvitation.body }) body: z.output<typeof acceptInvitation.body>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.output<typeof signInAnswer>> {
    if (!this.#config.signInAllowed) throw new ProblemError('sign_in_off');
    const token = await this.#tokens.look(body.token);
    if (!token || token.purpose === 'set-pin') throw new ProblemError('invitation_used');
    if ([...body.password].length < SHORTEST_PASSWORD) throw new ProblemError('password_short');
    const first = token.purpose === 'first-coordinator';
    if (first && (!body.name || !body.email)) throw new ProblemError('bad_request', { fields: [!body.name ? 'name' : 'email'] });
    if (first && (await this.#accounts.byLogin(body.email ?? ''))) throw new ProblemError('email_taken');
    const secretHash = await hashSecret(body.password);
    const account = await this.#database.transaction(async (client) => {
      // Together, so that nobody is left with a used link and no password.
      if (!(await this.#tokens.use(body.token, client))) throw new ProblemError('invitation_used');
      if (!token.account) return this.#firstCoordinator(client, body.name ?? '', body.email ?? '', secretHash);
      await client.query('UPDATE accounts SET secret_hash = $2 WHERE id = $1', [token.account, secretHash]);
      await client.query('DELETE FROM sessions WHERE account_id = $1', [token.account]);
      return token.account;
    });
    await this.#sessions.changed(account);
    const session = await this.#sessions.start(account, 'staff', secretHash);
    if (!session) throw new ProblemError('invitation_used');
    setSessionCookie(reply, this.#config, session);
    return { next: 'staff' };
  }

  async #firstCoordinator(client: PoolClient, name: string, email: string, secretHash: string): Promise<string> {
    // One at a time, and only the very first: two replicas that start together have issued a link each.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('first-coordinator'))");
    if (await this.#accounts.anyCoordinator(client)) throw new ProblemError('invitation_used');
    await client.query("DELETE FROM one_time_tokens WHERE purpose = 'first-coordinator'");
    const person = newId();
    await client.query('INSERT INTO people (id, name, search_key, key_version) VALUES ($1, $2, $3, $4)', [
      person,
      name.normalize('NFC'),
      searchKey(name),
      SEARCH_KEY_VERSION,
    ]);
    return this.#accounts.add(client, { person, login: email, kind: 'staff', secretHash, roles: ['coordinator'], scope: null });
  }
}
