import type { FastifyInstance } from 'fastify';
import { LIMITS } from '@seek-justice/domain/records/envelope.ts';
import { addGunzip } from './gunzip.ts';

/** The one route whose JSON is read by the domain's own reader, because it keeps each record's source text. */
const RAW_JSON_ROUTE = '/api/records';
const SMALL_BODY = 64 * 1024;
/** Whole blocks travel here, and what an author wrote in a day without a network. */
const LARGE_ROUTES: ReadonlySet<string> = new Set(['/api/drafts/:id/edits']);
const LARGE_BODY = 1024 * 1024;

/** Of an upload, whose bytes go to the disk as they come. */
const UPLOAD = 'application/offset+octet-stream';
/** Files that authors bring in. */
const FILE_TYPES = ['application/xliff+xml', 'text/x-gift', 'application/zip'];

/** How request bodies are read. Anything that is not JSON, a plain form, a piece of an upload or a file of these types is refused by Fastify (415). */
export function addBodyParsers(fastify: FastifyInstance): void {
  addGunzip(fastify, RAW_JSON_ROUTE, LIMITS.requestBytes);
  fastify.removeContentTypeParser('text/plain');
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: LIMITS.requestBytes }, (request, body, done) => {
    if (request.routeOptions.url === RAW_JSON_ROUTE) return done(null, body);
    if (body.length > (LARGE_ROUTES.has(request.routeOptions.url ?? '') ? LARGE_BODY : SMALL_BODY)) return done(Object.assign(new Error('too large'), { statusCode: 413 }));
    return parseJson(request, body as string, done);
  });
  fastify.addContentTypeParser(UPLOAD, (_request, _body, done) => done(null));
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: SMALL_BODY }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body as string)));
  });
  // Not read here: who sends a file, and how large it may be, is asked before any of it is kept (`fileBody`).
  fastify.addContentTypeParser(FILE_TYPES, (_request, payload, done) => done(null, payload));
}
