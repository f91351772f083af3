import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/options.ts';

/** Neutral name: it is seen by whoever looks into the phone's browser settings. */
function cookieName(config: Config): string {
  return config.isHttps ? '__Host-session' : 'session';
}

export function readSessionCookie(request: FastifyRequest, config: Config): string | null {
  return request.cookies?.[cookieName(config)] || null;
}

export function setSessionCookie(reply: FastifyReply, config: Config, token: string, maxAge: number): void {
  void reply.setCookie(cookieName(config), token, { path: '/', httpOnly: true, sameSite: 'lax', secure: config.isHttps, maxAge });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  void reply.clearCookie(cookieName(config), { path: '/', httpOnly: true, sameSite: 'lax', secure: config.isHttps });
}
