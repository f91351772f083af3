import { Body, Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { signIn, type signInAnswer } from '@seek-justice/contracts/endpoints/sign-in.ts';
import { setPin } from '@seek-justice/contracts/endpoints/set-pin.ts';
import { signOut } from '@seek-justice/contracts/endpoints/sign-out.ts';
import { Config } from '../config/options.ts';
import { Database } from '../database/database.ts';
import { ProblemError } from '../http/problem-error.ts';
import { Route } from '../http/route.ts';
import { Accounts } from './accounts.ts';
import { hashSecret } from './hashing.ts';
import { normalPin } from './login.ts';
import { OneTimeTokens } from './one-time-tokens.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts';
import { Sessions } from './sessions.ts';
import { SignInService } from './sign-in.service.ts';

type Answer = z.output<typeof signInAnswer>;

/** Signing in and out, by script (JSON) and by a plain form (303). */
@ApiTags('auth')
@Controller()
export class SignInController {
  readonly #config: Config;
  readonly #service: SignInService;
  readonly #sessions: Sessions;
  readonly #accounts: Accounts;
  readonly #tokens: OneTimeTokens;
  readonly #database: Database;

  constructor(config: Config, service: SignInService, sessions: Sessions, accounts: Accounts, tokens: OneTimeTokens, database: Database) {
    this.#config = config;
    this.#service = service;
    this.#sessions = sessions;
    this.#accounts = accounts;
    this.#tokens = tokens;
    this.#database = database;
  }

  @Route(signIn)
  async signIn(
    @Body({ schema: signIn.body }) body: z.output<typeof signIn.body>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer | undefined> {
    if (!this.#config.signInAllowed) throw new ProblemError('sign_in_off');
    const byForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
    try {
      const answer = await this.#service.signIn(body.login, body.secret, request.ip);
      const next = 'ticket' in answer ? answer : await this.#begin(reply, answer);
      if (!byForm) return next;
      // The ticket travels in the fragment, which no server and no log ever sees.
      seeOther(reply, next.next === 'set-pin' ? `/sign-in#ticket=${next.ticket}` : `/${next.next}`);
    } catch (error) {
      if (!byForm || !(error instanceof ProblemError)) throw error;
      seeOther(reply, '/sign-in?failed=1#failed');
    }
  }

  @Route(setPin)
  async setPin(
    @Body({ schema: setPin.body }) body: z.output<typeof setPin.body>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    if (!this.#config.signInAllowed) throw new ProblemError('sign_in_off');
    const pin = normalPin(body.pin);
    if (!pin) throw new ProblemError('pin_form');
    const token = await this.#tokens.look(body.ticket);
    if (token?.purpose !== 'set-pin' || !token.account) throw new ProblemError('ticket_expired');
    const secretHash = await hashSecret(pin);
    const { account } = token;
    const set = await this.#database.transaction(
      async (client) => (await this.#tokens.use(body.ticket, client)) && (await this.#accounts.setFirstSecret(client, account, secretHash)),
    );
    if (!set) throw new ProblemError('ticket_expired');
    return this.#begin(reply, { account, kind: 'learner', verified: secretHash });
  }

  @Route(signOut)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = readSessionCookie(request, this.#config);
    if (token) await this.#sessions.end(token);
    clearSessionCookie(reply, this.#config);
  }

  async #begin(reply: FastifyReply, to: { account: string; kind: 'learner' | 'staff'; verified: string }): Promise<Answer> {
    const session = await this.#sessions.start(to.account, to.kind, to.verified);
    if (!session) throw new ProblemError('sign_in_failed');
    setSessionCookie(reply, this.#config, session);
    return { next: to.kind === 'staff' ? 'staff' : 'learn' };
  }
}

function seeOther(reply: FastifyReply, to: string): void {
  void reply.status(303).header('location', to).header('cache-control', 'no-store');
}
