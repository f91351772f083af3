import { createHash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { MediaUse } from '@seek-justice/contracts/endpoints/upload.ts';
import type { MediaFile } from '@seek-justice/domain/curriculum/media.ts';
import type { Account } from '../../auth/account.ts';
import { Uploads } from '../../auth/uploads.ts';
import { Media } from '../../database/media.ts';
import { ProblemError } from '../../http/problem-error.ts';

const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

/** Makes of an upload what a block may name. */
@Injectable()
export class Intake {
  readonly #uploads: Uploads;
  readonly #media: Media;
  /** One after the other: a picture is minutes of work for a small machine, and readers come first. */
  #before: Promise<unknown> = Promise.resolve();

  constructor(uploads: Uploads, media: Media) {
    this.#uploads = uploads;
    this.#media = media;
  }

  /**
   * Keeps an upload as a picture, a sound or a film, for editors alone until a course names it.
   * @throws ProblemError `upload_gone`, `upload_unfinished`, `media_type`, `media_spoilt`, `media_large`
   */
  async take(by: Account, id: string, use: Exclude<MediaUse, 'narration'>): Promise<MediaFile> {
    const turn = this.#before.then(() => this.#uploads.use(by, id, use, (path) => (use === 'image' ? this.#picture(path) : this.#playable(path, use))));
    this.#before = turn.catch(() => undefined);
    return turn;
  }

  async #picture(path: string): Promise<MediaFile> {
    // Loaded when they are first needed: most processes never are, and memory at rest is dear.
    const { readyPicture } = await import('./pictures.ts');
    const { fallback, sources, described } = await readyPicture(path);
    for (const file of [fallback, ...sources]) await this.#media.put(file, 'editors');
    return described(sha256);
  }

  async #playable(path: string, kind: 'audio' | 'video'): Promise<MediaFile> {
    const { playable } = await import('../../database/playable.ts');
    const copy = `${path}.${randomUUID()}`;
    try {
      const found = await playable(path, kind, copy);
      if (typeof found === 'string') throw new ProblemError(found);
      const { path: kept, type, ...measured } = found;
      return { ...(await this.#media.put({ path: kept }, 'editors')), type, ...measured };
    } finally {
      await rm(copy, { force: true });
    }
  }
}
