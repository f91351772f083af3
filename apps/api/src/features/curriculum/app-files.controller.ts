import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, type OnModuleInit, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WEB_DIST } from '../../config/web-dist.ts';
import { PageRoute } from '../../http/route.ts';
import { sendCompressed } from '../../http/send-compressed.ts';

/** Files that a browser looks for under a fixed name, beside the pages. */
const FILES = {
  // What it loads is ours; whatever else it holds is never run.
  '/worker.js': { type: 'text/javascript; charset=utf-8', policy: "default-src 'none'; connect-src 'self'" },
  '/app.webmanifest': { type: 'application/manifest+json; charset=utf-8', policy: "default-src 'none'" },
} as const;

interface Held {
  text: Buffer;
  brotli: Buffer;
  etag: string;
}

async function hold(path: string): Promise<Held> {
  const file = join(WEB_DIST, 'client', path);
  const [text, brotli] = await Promise.all([readFile(file), readFile(`${file}.br`)]);
  return { text, brotli, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
}

/** The service worker and the app's manifest: asked about each time, so that a new release is noticed. */
@ApiExcludeController()
@Controller()
export class AppFilesController implements OnModuleInit {
  readonly #held = new Map<string, Held>();

  async onModuleInit(): Promise<void> {
    for (const path of Object.keys(FILES)) this.#held.set(path, await hold(path));
  }

  @Get(Object.keys(FILES))
  @PageRoute('pages.page')
  file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const path = request.routeOptions.url as keyof typeof FILES;
    const held = this.#held.get(path);
    if (!held) throw new Error(`${path} was not read`);
    const { type, policy } = FILES[path];
    void reply.header('cache-control', 'no-cache').header('etag', held.etag).header('content-security-policy', policy).type(type);
    if (request.headers['if-none-match'] === held.etag) return void reply.status(304).send();
    sendCompressed(request, reply, held);
  }
}
