import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SITE } from '@seek-justice/seed/site.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { LANGUAGE_COOKIE, readerLanguage } from '../../http/reader-language.ts';
import { PageRoute } from '../../http/route.ts';
import { permissionsPolicy } from '../../http/security-headers.ts';
import { sendCompressed } from '../../http/send-compressed.ts';
import { mayRead } from '../../auth/audience.ts';
import { Pages } from './pages.ts';
import { PagePolicy } from './page-policy.ts';

/** Addresses of pages that are made under one path and answer under several: the app's own router takes over there. */
const STAFF = ['/staff', '/staff/*', '/author', '/author/*'];
/** Where recordings are made, the one screen that may ask for a microphone. */
const RECORDING = /^\/author\/listen\//;

/** Screens that are seldom opened: one page for all of them, which the app makes into what the address says. */
const SHELL = ['/shell', '/phone', '/carry', '/search', '/j', '/j/*'];

const YEAR_S = 31_536_000;

/** HTML made at publish, the same bytes for everybody who is entitled to it. */
@ApiExcludeController()
@Controller()
export class PagesController {
  readonly #pages: Pages;
  readonly #policy: PagePolicy;

  constructor(pages: Pages, policy: PagePolicy) {
    this.#pages = pages;
    this.#policy = policy;
  }

  @Get(['/', '/learn', '/sign-in', '/welcome', '/reading'])
  @PageRoute('pages.page')
  plain(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.#send(request, reply, request.routeOptions.url ?? '/');
  }

  @Get(['/help-now', '/h'])
  @PageRoute('pages.page')
  help(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.#send(request, reply, '/help-now');
  }

  @Get('/learn/:id')
  @PageRoute('pages.page')
  lesson(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.#send(request, reply, /^[a-z0-9]{1,12}$/.test(id) ? `/learn/${id}` : '/not-found');
  }

  @Get(SHELL)
  @PageRoute('pages.page')
  shell(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.#send(request, reply, '/shell', SITE.languages[0]);
  }

  @Get(STAFF)
  @PageRoute('pages.page')
  staff(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.#send(request, reply, '/staff');
  }

  /** Everything else that wants a page gets one in words. */
  @Get('*')
  @PageRoute('pages.page')
  other(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (request.url.startsWith('/api/')) throw new ProblemError('not_found');
    return this.#send(request, reply, '/not-found');
  }

  async #send(request: FastifyRequest, reply: FastifyReply, path: string, lang = readerLanguage(request)): Promise<void> {
    // A language that was asked for by address is kept: without JavaScript the next link could not carry it on.
    if ((request.query as { lang?: unknown }).lang === lang) void reply.setCookie(LANGUAGE_COOKIE, lang, { path: '/', maxAge: YEAR_S, sameSite: 'lax' });
    let page = await this.#pages.find(path, lang);
    if (!page || !mayRead(page.audience, request.account)) {
      page = await this.#pages.find('/not-found', lang);
      void reply.status(404);
    } else if (path === '/not-found') void reply.status(404);
    if (!page) return void reply.type('text/plain; charset=utf-8').send('The pages are not made yet. · ទំព័រមិនទាន់រៀបចំរួចទេ។');
    void reply
      .header('content-security-policy', this.#policy.value)
      .header('content-language', lang)
      // Kept by the browser, asked about each time: language and entitlement are the server's to say.
      // The coordinator's side is not kept at all: names that its scripts fetched must not come back with the page.
      .header('cache-control', path === '/staff' ? 'no-store' : 'private, no-cache')
      .header('etag', page.etag)
      .type('text/html; charset=utf-8');
    // The app loads that page as a whole.
    if (RECORDING.test(request.url)) void reply.header('permissions-policy', permissionsPolicy({ microphone: true }));
    if (request.headers['if-none-match'] === page.etag) return void reply.status(304).send();
    sendCompressed(request, reply, page);
  }
}
