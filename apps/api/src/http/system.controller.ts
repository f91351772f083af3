import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../database/database.ts';
import { Metrics } from './metrics.ts';
import { OpenApi } from './openapi.ts';
import { ProblemError } from './problem-error.ts';
import { PageRoute } from './route.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** For whoever runs the installation. */
@ApiExcludeController()
@Controller()
export class SystemController {
  readonly #database: Database;
  readonly #metrics: Metrics;
  readonly #openApi: OpenApi;

  constructor(database: Database, metrics: Metrics, openApi: OpenApi) {
    this.#database = database;
    this.#metrics = metrics;
    this.#openApi = openApi;
  }

  /** The process answers. */
  @Get('/health/live')
  @PageRoute('system.live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers too. */
  @Get('/health/ready')
  @PageRoute('system.ready')
  async ready(): Promise<{ status: 'ok' }> {
    await this.#database.query('SELECT 1');
    return { status: 'ok' };
  }

  @Get('/api/openapi.json')
  @PageRoute('system.openapi')
  openApi(): unknown {
    return this.#openApi.document;
  }

  /** Answers on this machine alone, and never through a proxy. */
  @Get('/metrics')
  @PageRoute('system.metrics')
  async metrics(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!LOOPBACK.has(request.socket.remoteAddress ?? '') || request.headers['x-forwarded-for'] !== undefined) throw new ProblemError('not_found');
    this.#metrics.readEventLoop();
    const { pool } = this.#database;
    this.#metrics.pool.set({ state: 'idle' }, pool.idleCount);
    this.#metrics.pool.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
    this.#metrics.pool.set({ state: 'waiting' }, pool.waitingCount);
    const [lag] = await this.#database.query<{ lag: string }>(
      'SELECT (pg_snapshot_xmax(s)::text::bigint - pg_snapshot_xmin(s)::text::bigint) AS lag FROM pg_current_snapshot() AS s',
    );
    this.#metrics.feedLag.set(Number(lag?.lag ?? 0));
    void reply.type(this.#metrics.registry.contentType).header('cache-control', 'no-store').send(await this.#metrics.registry.metrics());
  }
}
