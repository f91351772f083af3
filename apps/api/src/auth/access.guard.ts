import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/options.ts';
import { checkOrigin } from '../http/origin.ts';
import { ProblemError } from '../http/problem-error.ts';
import { ROUTE_ID } from '../http/route.ts';
import type { Account } from './account.ts';
import { Devices } from './devices.ts';
import { mayUse, PERMISSIONS } from './permissions.ts';
import { readSessionCookie } from './session-cookie.ts';
import { Sessions } from './sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    account?: Account | null;
    /** The device by whose token the request came, where a route takes such. */
    device?: string;
  }
}

/** Asked before every handler: is this request ours, who sends it, and may they. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #config: Config;
  readonly #sessions: Sessions;
  readonly #devices: Devices;

  constructor(config: Config, sessions: Sessions, devices: Devices) {
    this.#config = config;
    this.#sessions = sessions;
    this.#devices = devices;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    checkOrigin(request, this.#config);
    const route: string | undefined = Reflect.getMetadata(ROUTE_ID, context.getHandler());
    const permission = route === undefined ? undefined : PERMISSIONS[route];
    if (!permission) throw new ProblemError('not_allowed');
    request.account = permission.byDevice && request.headers.authorization !== undefined ? await this.#byToken(request) : await this.accountOf(request);
    const answer = mayUse(permission, request.account);
    if (answer !== 'yes') throw new ProblemError(answer);
    return true;
  }

  /** Whoever sends a token is asked for no cookie: a phone that several people use sends each one's records by their own. */
  async #byToken(request: FastifyRequest): Promise<Account | null> {
    const [, token] = /^Bearer ([\w-]{43})$/.exec(request.headers.authorization ?? '') ?? [];
    const device = token !== undefined && this.#config.signInAllowed ? await this.#devices.byToken(token) : null;
    if (!device) return null;
    request.device = device.id;
    return device.account;
  }

  /** The account of a request; always null where signing in is off. */
  async accountOf(request: FastifyRequest): Promise<Account | null> {
    // An address that somebody typed is no request of our own pages: behind the curtain it must not show who reads.
    if (request.headers['sec-fetch-mode'] === 'navigate' && request.url.startsWith('/api/') && request.method === 'GET') return null;
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
