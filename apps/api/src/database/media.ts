import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Audience } from '@seek-justice/domain/curriculum/draft.ts';
import { Config } from '../config/options.ts';
import { Database } from './database.ts';
import { DiskStore } from './media-store/disk-store.ts';
import type { ByteRange, Bytes, MediaStore } from './media-store/media-store.ts';
import { S3Store } from './media-store/s3-store.ts';
import { headOf, mediaType } from './media-type.ts';

/** For whom a file is there: readers of a course, or the editors alone as long as no course names it. */
export type MediaAudience = Audience | 'editors';

/** A file as it is known. */
export interface StoredMedia {
  type: string;
  bytes: number;
  audiences: MediaAudience[];
}

/** Any number: who keeps a file and who collects it take turns, hash by hash. */
export const MEDIA_LOCK = 7_140_121;
/** A file that was taken up within this time needs no new mark: it is far from being collected. */
const YOUNG = '1 hour';

/** Files that are put at once: a few of the connections that a process has. */
const AT_ONCE = 4;

/** Who reads less than a given audience: an audience that a file is taken from when its course is narrowed. */
const WIDER: Readonly<Record<Audience, readonly Audience[]>> = { open: [], 'signed-in': ['open'], police: ['open', 'signed-in'] };

/** Media files by hash: bytes on disk or in a bucket, what is known of them in the database. */
@Injectable()
export class Media {
  readonly #config: Config;
  readonly #database: Database;
  #kept: MediaStore | null = null;

  constructor(config: Config, database: Database) {
    this.#config = config;
    this.#database = database;
  }

  /**
   * Keeps a file for an audience, its type told by its bytes. The same bytes again change nothing.
   * @throws Error in words when it is no file of a kind that is kept here, or there is no place to keep it.
   */
  async put(file: Bytes, audience: MediaAudience): Promise<{ hash: string; type: string; bytes: number }> {
    const type = mediaType(await headOf(file));
    if (!type) throw new Error('This is no picture, sound or film of a kind that is kept here.');
    const { hash, bytes } = await measure(file);
    // Whoever collects may take the bytes away between our look and our row: then they are written once more.
    for (let kept = false; !kept; ) {
      if ((await this.store.size(hash)) !== bytes) await this.store.write(hash, file);
      kept = await this.#database.transaction(async (client) => {
        await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [MEDIA_LOCK, hash]);
        if ((await this.store.size(hash)) !== bytes) return false;
        await client.query(
          `INSERT INTO media (hash, audience, type, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT (hash, audience, course) DO UPDATE SET at = now()`,
          [hash, audience, type, bytes],
        );
        return true;
      });
    }
    return { hash, type, bytes };
  }

  /** Keeps many files, as `put` does; those that lie here already cost a look. */
  async putAll(files: readonly { bytes: Buffer; audience: MediaAudience }[]): Promise<void> {
    const given = await Promise.all(files.map(async (file) => ({ ...file, ...(await measure(file.bytes)), file: file.bytes })));
    const hashes = given.map(({ hash }) => hash);
    // Young from now on: what is known after this is collected by nobody.
    await this.takeUp(this.#database.pool, hashes);
    const known = await this.known(hashes);
    const due = [...given];
    const work = async (): Promise<void> => {
      for (let one = due.pop(); one; one = due.pop())
        if (!known.get(one.hash)?.audiences.includes(one.audience) || (await this.store.size(one.hash)) !== one.bytes) await this.put(one.file, one.audience);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** What is known of a file; null where there is none. */
  async find(hash: string): Promise<StoredMedia | null> {
    return (await this.known([hash])).get(hash) ?? null;
  }

  /** What is known of files, by hash; those that are not there are missing. */
  async known(hashes: readonly string[]): Promise<Map<string, StoredMedia>> {
    if (hashes.length === 0) return new Map();
    const rows = await this.#database.query<{ hash: string; type: string; bytes: number; audiences: MediaAudience[] }>(
      'SELECT hash, type, bytes, array_agg(DISTINCT audience) AS audiences FROM media WHERE hash = ANY($1) GROUP BY hash, type, bytes',
      [hashes],
    );
    return new Map(rows.map(({ hash, ...known }) => [hash, known]));
  }

  /** The bytes of a file, or a range of them, as a stream; null where there are none. */
  open(hash: string, range?: ByteRange): Promise<Readable | null> {
    return this.store.open(hash, range);
  }

  /** The bytes of a file at once; null where there are none. */
  async read(hash: string): Promise<Buffer | null> {
    const stream = await this.open(hash);
    return stream && buffer(stream);
  }

  /** Marks files as taken up, in the transaction that makes something name them: from then on nobody collects them. */
  async takeUp(client: Pick<PoolClient, 'query'>, hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return;
    await client.query(`UPDATE media SET at = now() WHERE hash = ANY($1) AND at < now() - interval '${YOUNG}'`, [hashes]);
  }

  /**
   * Gives the files that a course names to its readers. Where these are fewer than before, what the course named
   * formerly is theirs alone too.
   */
  async publish(client: Pick<PoolClient, 'query'>, course: string, audience: Audience, hashes: readonly string[]): Promise<void> {
    const values = [course, audience, hashes, WIDER[audience]];
    await client.query(
      `INSERT INTO media (hash, audience, course, type, bytes)
       SELECT DISTINCT ON (hash) hash, $2, $1, type, bytes FROM media WHERE hash = ANY($3) OR (course = $1 AND audience = ANY($4))
       ON CONFLICT DO NOTHING`,
      values,
    );
    await client.query('DELETE FROM media WHERE course = $1 AND audience <> $2 AND (hash = ANY($3) OR audience = ANY($4))', values);
  }

  /** Takes files from the readers of a course; the editors keep them, who must see what was wrong. */
  async callBack(client: Pick<PoolClient, 'query'>, course: string, hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return;
    await client.query(
      `INSERT INTO media (hash, audience, type, bytes) SELECT DISTINCT ON (hash) hash, 'editors', type, bytes FROM media WHERE hash = ANY($1) ON CONFLICT DO NOTHING`,
      [hashes],
    );
    await client.query('DELETE FROM media WHERE course = $1 AND hash = ANY($2)', [course, hashes]);
  }

  /** Where the bytes lie. @throws Error in words when there is no place for them. */
  get store(): MediaStore {
    const { mediaDir, mediaS3 } = this.#config.options;
    if (!mediaS3 && !mediaDir) throw new Error('There is no place for media files: start with a media directory.');
    this.#kept ??= mediaS3 ? new S3Store(mediaS3) : new DiskStore(mediaDir ?? '');
    return this.#kept;
  }
}

async function measure(file: Bytes): Promise<{ hash: string; bytes: number }> {
  const sum = createHash('sha256');
  let bytes = 0;
  const add = (chunk: Buffer): void => {
    sum.update(chunk);
    bytes += chunk.length;
  };
  if ('path' in file)
    await pipeline(createReadStream(file.path), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) add(chunk);
    });
  else add(file);
  return { hash: sum.digest('hex'), bytes };
}
