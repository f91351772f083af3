import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Recordings } from '@seek-justice/domain/curriculum/narration.ts';
import type { Account } from '../../../../auth/account.ts';
import { Media } from '../../../../database/media.ts';
import { mediaType } from '../../../../database/media-type.ts';
import { ClipsRepository } from '../../clips.repository.ts';
import { Narrations } from '../../narrations.ts';
import type { PackagedClips } from './contents.ts';

/** Enough of a file to tell its type by. */
const HEAD_BYTES = 4096;
/** What the app itself says aloud belongs to no course: it is added where this site has none, and never replaced. */
const PHRASES = 'phrases';

/** Files and recordings as packages need them: how a site keeps them is known here alone. */
@Injectable()
export class PackageFiles {
  readonly #media: Media;
  readonly #narrations: Narrations;
  readonly #clips: ClipsRepository;

  constructor(media: Media, narrations: Narrations, clips: ClipsRepository) {
    this.#media = media;
    this.#narrations = narrations;
    this.#clips = clips;
  }

  /** A file by its hash; null where its bytes are not here. */
  async read(hash: string): Promise<Uint8Array | null> {
    return (await this.#media.find(hash)) ? this.#media.read(hash) : null;
  }

  /** Whether this site keeps such a file, judged by its bytes. */
  accepts(bytes: Uint8Array): boolean {
    return mediaType(Buffer.from(bytes.subarray(0, HEAD_BYTES))) !== null;
  }

  /** Keeps a file that was accepted; a course's readers get it when the course is published. */
  async keep(bytes: Uint8Array): Promise<void> {
    await this.#media.put(Buffer.from(bytes), 'editors');
  }

  /** What was recorded, by thing and language. */
  recordings(): Promise<Recordings> {
    return this.#narrations.present();
  }

  /** Makes recordings the present ones where there are none, or, if that was asked for, others. */
  async keepRecordings(client: PoolClient, by: Account, clips: readonly PackagedClips[], replace: boolean): Promise<void> {
    const here = await this.#narrations.present();
    for (const { of, lang, parts } of clips)
      for (const [key, clip] of Object.entries(parts)) {
        const present = here(of, lang)?.[key];
        if (present && (!replace || of === PHRASES || (present.media === clip.media && present.source === clip.source))) continue;
        await this.#media.takeUp(client, [clip.media]);
        await this.#clips.add(client, { draft: of, lang, key, ...clip }, null, by.id);
      }
  }
}
