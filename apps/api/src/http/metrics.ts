import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Upper edges in seconds, from a cached page to a slow list. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Counts and times for whoever runs the installation. No label ever holds a name, an id, an address or a query. */
@Injectable()
export class Metrics implements OnModuleDestroy {
  readonly registry = new Registry();
  readonly requests = this.#add(new Counter({ name: 'http_requests_total', help: 'Requests by route and status.', labelNames: ['route', 'status'], registers: [] }));
  readonly latency = this.#add(new Histogram({ name: 'http_request_seconds', help: 'Time from request to answer.', labelNames: ['route'], buckets: SECONDS, registers: [] }));
  readonly batchSize = this.#add(new Histogram({ name: 'records_append_batch_size', help: 'Records committed together.', buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], registers: [] }));
  readonly verdicts = this.#add(new Counter({ name: 'records_verdicts_total', help: 'Verdicts by kind.', labelNames: ['verdict', 'code'], registers: [] }));
  readonly feedLag = this.#add(new Gauge({ name: 'records_feed_lag', help: 'Transactions between the newest one and the oldest that is still open.', registers: [] }));
  readonly renderSeconds = this.#add(new Histogram({ name: 'pages_render_seconds', help: 'Time to make all pages of a publish.', buckets: [0.1, 0.5, 1, 2, 5, 10, 30], registers: [] }));
  readonly signInFailures = this.#add(new Counter({ name: 'sign_in_failures_total', help: 'Sign-ins that were refused.', registers: [] }));
  readonly searchFailures = this.#add(new Counter({ name: 'search_index_failures_total', help: 'Times that published texts could not be made findable; tried again.', registers: [] }));
  readonly searchDue = this.#add(new Gauge({ name: 'search_leaves_due', help: 'Published texts that are not findable yet, as this process saw them last.', registers: [] }));
  readonly pool = this.#add(new Gauge({ name: 'database_connections', help: 'Connections by state.', labelNames: ['state'], registers: [] }));
  readonly eventLoop = this.#add(new Gauge({ name: 'event_loop_delay_p99_seconds', help: '99th percentile since the last reading.', registers: [] }));
  readonly build = this.#add(new Gauge({ name: 'build_info', help: 'Always 1; the labels say what runs.', labelNames: ['version', 'node', 'renderer'], registers: [] }));
  readonly #delay = monitorEventLoopDelay({ resolution: 20 });

  constructor() {
    this.#delay.enable();
  }

  /** Fills in what is only known at the moment of reading. */
  readEventLoop(): void {
    this.eventLoop.set(this.#delay.percentile(99) / 1e9);
    this.#delay.reset();
  }

  onModuleDestroy(): void {
    this.#delay.disable();
  }

  #add<M extends Counter | Gauge | Histogram>(metric: M): M {
    this.registry.registerMetric(metric as unknown as Counter);
    return metric;
  }
}
