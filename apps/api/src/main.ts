import 'reflect-metadata';
import type { Server } from 'node:http';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import serveStatic from '@fastify/static';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { AppModule } from './app.module.ts';
import { Accounts } from './auth/accounts.ts';
import { OneTimeTokens } from './auth/one-time-tokens.ts';
import { type ApiOptions, Config } from './config/options.ts';
import { WEB_DIST } from './config/web-dist.ts';
import { openDatabase } from './database/open.ts';
import { addBodyParsers } from './http/body-parsers.ts';
import { Metrics } from './http/metrics.ts';
import { OpenApi } from './http/openapi.ts';
import { openApiDocument } from './http/openapi-document.ts';
import { ProblemError } from './http/problem-error.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { ASSETS, observeRequests } from './http/request-log.ts';
import { Demo } from './features/people/demo.ts';
import { readRenderMeta } from './features/curriculum/renderer.ts';

const VERSION = '0.1.0';
/** How long whoever is being answered may still take when everything ends. */
const LAST_WORDS_MS = 5_000;

export interface RunningApi {
  /** Where people reach it. */
  url: string;
  /** Every route that it answers, as `METHOD /path`: what the access tests must cover. */
  routes: readonly string[];
  /** One-time link that creates the first coordinator; absent once there is one, and where signing in is off. */
  firstCoordinatorLink?: string;
  /** Stops taking requests, lets those under way finish for five seconds, closes the database. */
  close(): Promise<void>;
}

/**
 * Starts one API process: migrations, seeded curriculum, pages, then the port.
 * @throws Error with `code` EADDRINUSE when the port is taken; errors of PostgreSQL as they come.
 */
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const config = new Config(options);
  const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: null }, options.logTo ?? pino.destination(2));
  const { source, feedId } = await openDatabase(options.connection);
  const filter = new ProblemFilter(log);
  const adapter = new FastifyAdapter({
    trustProxy: options.trustProxy ?? false,
    logger: false,
    routerOptions: { ignoreTrailingSlash: true },
    // What fails before there is a route (an address that cannot be read) speaks like everything else.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => void filter.answer(error, request, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, source, feedId, log), adapter, {
    logger: ['error'],
    abortOnError: false,
    bodyParser: false,
  });
  const fastify = adapter.getInstance();
  const routes: string[] = [];
  fastify.addHook('onRoute', ({ method, url }) => void routes.push(...[method].flat().map((verb) => `${verb} ${url}`)));
  addBodyParsers(fastify);
  observeRequests(fastify, log, app.get(Metrics), config.isHttps);
  await app.register(cookie);
  await app.register(serveStatic, {
    root: join(WEB_DIST, 'client', 'assets'),
    prefix: ASSETS,
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    // Never asked for again, nor in parts.
    lastModified: false,
    acceptRanges: false,
    index: false,
    dotfiles: 'ignore',
  });
  app.useGlobalFilters(filter);
  app.useGlobalPipes(
    new StandardSchemaValidationPipe({
      exceptionFactory: (issues) => {
        const fields = issues.flatMap(({ path }) => path?.[0] ?? []).filter((field) => typeof field === 'string');
        return new ProblemError('bad_request', { fields: [...new Set(fields)] });
      },
    }),
  );
  app.get(OpenApi).document = openApiDocument(app, VERSION);
  const { renderer } = await readRenderMeta();
  app.get(Metrics).build.set({ version: VERSION, node: process.version, renderer }, 1);
  try {
    await app.listen(options.port, options.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  if (options.demo) await app.get(Demo, { strict: false }).fill();
  config.port = Number(new URL(await app.getUrl()).port);
  const link = config.signInAllowed && !(await app.get(Accounts).anyCoordinator()) ? await firstLink(app, config) : null;
  return { url: config.url, routes, ...(link ? { firstCoordinatorLink: link } : {}), close: () => closed(app, fastify.server) };
}

/** Ends everything. Whoever is still being answered then has a while; a line that never comes to its end keeps nobody waiting. */
async function closed(app: NestFastifyApplication, server: Pick<Server, 'closeAllConnections'>): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), LAST_WORDS_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}

async function firstLink(app: NestFastifyApplication, config: Config): Promise<string> {
  // In the fragment, so that no server, proxy or log ever sees the token.
  return `${config.url}/welcome#first=1&token=${await app.get(OneTimeTokens).issue('first-coordinator', null)}`;
}
