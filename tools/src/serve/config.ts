import { OperatorError } from '../../operator-error.mjs';

/** What an operator sets by environment variables. */
export interface ServeConfig {
  host: string;
  port: number;
  publicUrl?: string;
  dataDir?: string;
  databaseUrl?: string;
  /** Proxies whose X-Forwarded-For is believed. */
  trustProxy?: string;
  /** Folder of recordings to publish instead of the project's own. */
  narration?: string;
}

/** Reads the environment, or says in words which variable is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): ServeConfig {
  return {
    host: env.HOST || '127.0.0.1',
    port: portFrom(env.PORT || '3000'),
    publicUrl: publicUrlFrom(env.PUBLIC_URL),
    dataDir: env.DATA_DIR || undefined,
    databaseUrl: databaseUrlFrom(env.DATABASE_URL),
    trustProxy: env.TRUST_PROXY || undefined,
    narration: env.NARRATION || undefined,
  };
}

/** Whether codes and PINs would travel in the clear beyond this machine. */
export function isReadingOnly({ host, publicUrl }: ServeConfig): boolean {
  return !['127.0.0.1', 'localhost', '::1'].includes(host) && !publicUrl?.startsWith('https://');
}

function portFrom(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new OperatorError(`PORT is "${text}": give a number from 1 to 65535, such as PORT=3000.`);
}

function publicUrlFrom(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new OperatorError(`PUBLIC_URL is "${text}": give a whole address, such as https://learn.example.org.`);
}

function databaseUrlFrom(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (/^postgres(ql)?:/.test(text)) return text;
  throw new OperatorError('DATABASE_URL is not the address of a PostgreSQL: write postgresql://user:password@host/database.');
}
