import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';
import { COMMON_HEADERS, WINDOW_HEADERS } from './security-headers.ts';

/** Where the app's own scripts, styles and fonts lie. */
export const ASSETS = '/assets/';

/**
 * Counts, times and logs each request by its route's pattern: never by its address, which may hold an id, nor by who
 * sent it. Also sets the headers that every answer carries.
 */
export function observeRequests(fastify: FastifyInstance, log: Logger, metrics: Metrics, isHttps: boolean): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(COMMON_HEADERS);
    if (!request.url.startsWith(ASSETS)) void reply.headers(WINDOW_HEADERS);
    if (isHttps) void reply.header('strict-transport-security', 'max-age=31536000');
    // Answers may hold names; what may be kept says so itself.
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const seconds = reply.elapsedTime / 1000;
    metrics.requests.inc({ route, status: reply.statusCode });
    metrics.latency.observe({ route }, seconds);
    if (reply.statusCode >= 500 || log.isLevelEnabled('debug'))
      log.info({ event: 'request', method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
    done();
  });
}
