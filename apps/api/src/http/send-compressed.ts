import type { FastifyReply, FastifyRequest } from 'fastify';

/** Sends what was compressed beforehand to whoever takes brotli, the plain bytes to everybody else. */
export function sendCompressed(request: FastifyRequest, reply: FastifyReply, body: { text: Buffer; brotli: Buffer }): void {
  void reply.header('vary', 'accept-encoding, accept-language, cookie');
  const takesBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  if (takesBrotli) void reply.header('content-encoding', 'br').send(body.brotli);
  else void reply.send(body.text);
}
