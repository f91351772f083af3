import pg from 'pg';
import { DEMO_PASSWORD, DEMO_PIN } from '@seek-justice/seed/demo.ts';
import type { S3Options } from '../../src/config/options.ts';
import { type RunningApi, startApi } from '../../src/main.ts';
import { newDatabase, type TestConnection } from './database.ts';
import { OpenApiCheck } from './open-api.ts';

export interface Answer {
  status: number;
  type: string;
  headers: Headers;
  text: string;
  /** Its shape is what each test asks about; the OpenAPI check has seen it. */
  body: any;
}

/** Speaks HTTP to a test API as one browser would, with its own cookies; every JSON answer is checked against OpenAPI. */
export class Browser {
  readonly #url: string;
  readonly #check: OpenApiCheck;
  #cookies = new Map<string, string>();

  constructor(url: string, check: OpenApiCheck) {
    this.#url = url;
    this.#check = check;
  }

  /** What it would send along, for answers that are no text. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}, method = 'POST'): Promise<Answer> {
    return this.send(method, path, typeof body === 'string' ? body : JSON.stringify(body), {
      'content-type': 'application/json',
      origin: this.#url,
      ...headers,
    });
  }

  async send(method: string, path: string, body: string | Uint8Array<ArrayBuffer> | undefined, headers: Record<string, string>): Promise<Answer> {
    const { cookie } = this;
    const init: RequestInit = { method, redirect: 'manual', headers: { ...(cookie ? { cookie } : {}), ...headers } };
    if (body !== undefined) init.body = body;
    const response = await fetch(this.#url + path, init);
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const parsed = /json/.test(type) && text ? JSON.parse(text) : undefined;
    const { pathname } = new URL(this.#url + path);
    if (pathname.startsWith('/api/') && pathname !== '/api/openapi.json' && response.status !== 303 && method !== 'HEAD')
      this.#check.check(method, pathname, response.status, type, parsed);
    return { status: response.status, type, headers: response.headers, text, body: parsed };
  }
}

export interface TestApi {
  url: string;
  api: RunningApi;
  connection: TestConnection;
  /** As the owner, past all permissions: for looking and for setting scenes. */
  db: pg.Pool;
  /** Every line that was logged. */
  log: string[];
  visitor(): Browser;
  /** A browser that is signed in; with demo people, their codes and e-mail addresses work. */
  as(login: string, secret?: string): Promise<Browser>;
  stop(): Promise<void>;
}

/** Starts an API on a database of its own (or a given one), with the synthetic people unless told otherwise. */
export async function startTestApi(options: { demo?: boolean; connection?: TestConnection; publicUrl?: string; host?: string; trustProxy?: string; mediaDir?: string; mediaS3?: S3Options; narration?: string } = {}): Promise<TestApi> {
  const connection = options.connection ?? (await newDatabase());
  const log: string[] = [];
  const api = await startApi({
    connection,
    host: options.host ?? '127.0.0.1',
    port: 0,
    demo: options.demo ?? true,
    publicUrl: options.publicUrl,
    trustProxy: options.trustProxy,
    mediaDir: options.mediaDir,
    mediaS3: options.mediaS3,
    narration: options.narration,
    logTo: { write: (line) => void log.push(line) },
  });
  const url = api.url;
  const check = new OpenApiCheck(await (await fetch(`${url}/api/openapi.json`)).json());
  const db = new pg.Pool({ ...connection, max: 4 });
  // The server may end it before this file does.
  db.on('error', () => {});
  const visitor = (): Browser => new Browser(url, check);
  return {
    url,
    api,
    connection,
    db,
    log,
    visitor,
    async as(login, secret = login.includes('@') ? DEMO_PASSWORD : DEMO_PIN) {
      const browser = visitor();
      const answer = await browser.post('/api/sign-in', { login, secret });
      if (answer.status !== 200) throw new Error(`${login} cannot sign in: ${answer.text}`);
      return browser;
    },
    async stop() {
      await api.close();
      await db.end();
    },
  };
}
