import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/options.ts';
import { ProblemError } from './problem-error.ts';

/**
 * Refuses unsafe methods whose Origin is absent or not ours: a page of somebody else cannot act for a person who is
 * signed in here.
 * @throws ProblemError `bad_origin`
 */
export function checkOrigin(request: FastifyRequest, config: Config): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
  const { origin } = request.headers;
  const host = typeof origin === 'string' && URL.canParse(origin) ? new URL(origin).host : null;
  if (host === null || !(config.ownHosts.includes(host) || isOwnAddress(request, host, config))) throw new ProblemError('bad_origin');
}

/** Beyond loopback without a public URL there is no list of names: the host that the request itself was sent to must match. */
function isOwnAddress(request: FastifyRequest, host: string, config: Config): boolean {
  return !config.isLoopback && !config.options.publicUrl && request.headers.host === host;
}
