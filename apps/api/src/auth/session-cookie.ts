import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/options.ts';

/** Neutral name: it is seen by whoever looks into the phone's browser settings. */
function cookieName(config: Config): string {
  return config.isHttps ? '__Host-session' : 'session';
}

export function readSessionCookie(request: FastifyRequest, config: Config): string | null {
  return request.cookies?.[cookieName(config)] || null;
}

/**
 * Names the profile that the session belongs to, for the app's own scripts: the person's opaque id. By it a phone that
 * several people use knows whose answers it writes, also while the server cannot be asked.
 */
const PROFILE_COOKIE = 'sj_profile';

export function setSessionCookie(reply: FastifyReply, config: Config, session: { token: string; maxAge: number; person: string }): void {
  const shared = { path: '/', sameSite: 'lax', secure: config.isHttps, maxAge: session.maxAge } as const;
  void reply.setCookie(cookieName(config), session.token, { ...shared, httpOnly: true }).setCookie(PROFILE_COOKIE, session.person, shared);
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  const shared = { path: '/', sameSite: 'lax', secure: config.isHttps } as const;
  void reply.clearCookie(cookieName(config), { ...shared, httpOnly: true }).clearCookie(PROFILE_COOKIE, shared);
}
