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
  /** The bucket that media files lie in instead of on the disk. */
  mediaS3?: S3Config;
}

/** A bucket that speaks S3. */
export interface S3Config {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
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
    mediaS3: bucketFrom(env),
  };
}

const BUCKET = {
  endpoint: 'MEDIA_S3_ENDPOINT',
  bucket: 'MEDIA_S3_BUCKET',
  region: 'MEDIA_S3_REGION',
  accessKeyId: 'MEDIA_S3_ACCESS_KEY_ID',
  secretAccessKey: 'MEDIA_S3_SECRET_ACCESS_KEY',
} as const;

function bucketFrom(env: NodeJS.ProcessEnv): S3Config | undefined {
  const given = Object.entries(BUCKET).map(([key, name]) => [key, env[name] || (key === 'region' ? 'us-east-1' : '')] as const);
  const missing = given.flatMap(([key, value]) => (value ? [] : [BUCKET[key as keyof typeof BUCKET]]));
  if (!env.MEDIA_S3_BUCKET && !env.MEDIA_S3_ENDPOINT) return undefined;
  if (missing.length > 0) throw new OperatorError(`Media files shall lie in a bucket, and ${missing.join(', ')} is not set: without ${missing.length > 1 ? 'them' : 'it'} nothing can be kept there.`);
  const endpoint = env.MEDIA_S3_ENDPOINT as string;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) throw new OperatorError(`MEDIA_S3_ENDPOINT is "${endpoint}": give a whole address without the bucket, such as https://s3.example.org.`);
  return Object.fromEntries(given) as unknown as S3Config;
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
