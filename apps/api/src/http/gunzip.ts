import { createGunzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/**
 * Lets one route take gzip bodies: a phone pays for every byte. What comes out counts against the limit (bytes), so
 * that a small request can't become a huge one; a text that was cut is no request.
 */
export function addGunzip(fastify: FastifyInstance, route: string, limit: number): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (request.routeOptions.url !== route || request.headers['content-encoding'] !== 'gzip') return done(null, payload);
    const unpacked = Object.assign(createGunzip(), { receivedEncodedLength: 0 });
    payload.on('data', (chunk: Buffer) => void (unpacked.receivedEncodedLength += chunk.length));
    let bytes = 0;
    // Nobody unpacks for what is refused: the rest of a bomb stays packed.
    unpacked.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limit) return;
      payload.unpipe(unpacked);
      unpacked.destroy(Object.assign(new Error('too large'), { statusCode: 413 }));
    });
    payload.on('error', (error) => unpacked.destroy(error));
    // Node's own words for it carry no status.
    unpacked.prependListener('error', (error) => Object.assign(error, { statusCode: (error as { statusCode?: number }).statusCode ?? 400 }));
    done(null, payload.pipe(unpacked));
  });
}
