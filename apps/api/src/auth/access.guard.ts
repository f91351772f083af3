import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/options.ts';
import { checkOrigin } from '../http/origin.ts';
import { ProblemError } from '../http/problem-error.ts';
import { ROUTE_ID } from '../http/route.ts';
import type { Account } from './account.ts';
import { mayUse, PERMISSIONS } from './permissions.ts';
import { readSessionCookie } from './session-cookie.ts';
import { Sessions } from './sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    account?: Account | null;
  }
}

/** Asked before every handler: is this request ours, who sends it, and may they. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #config: Config;
  readonly #sessions: Sessions;

  constructor(config: Config, sessions: Sessions) {
    this.#config = config;
    this.#sessions = sessions;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    checkOrigin(request, this.#config);
    const route: string | undefined = Reflect.getMetadata(ROUTE_ID, context.getHandler());
    const permission = route === undefined ? undefined : PERMISSIONS[route];
    if (!permission) throw new ProblemError('not_allowed');
    request.account = await this.accountOf(request);
    const answer = mayUse(permission, request.account);
    if (answer !== 'yes') throw new ProblemError(answer);
    return true;
  }

  /** The account of a request; always null where signing in is off. */
  async accountOf(request: FastifyRequest): Promise<Account | null> {
    const token = this.#config.signInAllowed ? readSessionCookie(request, this.#config) : null;
    return token ? this.#sessions.find(token) : null;
  }
}

/**
 * The account of a request whose route asks for one.
 * @throws ProblemError `sign_in_first`
 */
export function signedIn(request: FastifyRequest): Account {
  if (!request.account) throw new ProblemError('sign_in_first');
  return request.account;
}
