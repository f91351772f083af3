import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import sharp from 'sharp';
import type { Recordings } from '@seek-justice/domain/curriculum/narration.ts';
import { Media } from '../../../../database/media.ts';
import { mediaType } from '../../../../database/media-type.ts';
import { isLetOut } from '../../../../database/playable.ts';
import { ClipsRepository } from '../../clips.repository.ts';
import { Narrations } from '../../narrations.ts';
import type { PackagedClips } from './contents.ts';

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
  read(hash: string): Promise<Uint8Array | null> {
    return this.#media.read(hash);
  }

  /**
   * Whether this site keeps such a file, judged by its bytes. It must come as an office lets it out: what still tells
   * where it was made, and by whom, was never let out by one.
   */
  async accepts(bytes: Uint8Array): Promise<boolean> {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const type = mediaType(file);
    if (!type?.startsWith('image/')) return type !== null && isLetOut(file);
    const told = await sharp(file).metadata().catch(() => null);
    return told !== null && !told.exif && !told.xmp && !told.iptc && !told.comments?.length;
  }

  /** Keeps a file that was accepted, for the editors: publishing gives it to readers. */
  async keep(bytes: Uint8Array): Promise<void> {
    await this.#media.put(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 'editors');
  }

  /** What was recorded, by thing and language. */
  recordings(): Promise<Recordings> {
    return this.#narrations.present();
  }

  /** Makes recordings the present ones where there is none, or with `replace` everywhere; only those whose files are here. */
  async addRecordings(client: PoolClient, account: string, brought: readonly PackagedClips[], replace: boolean): Promise<void> {
    const [present, files] = [await this.recordings(), await this.#media.known(brought.flatMap(({ parts }) => Object.values(parts).map(({ media }) => media)))];
    for (const { of, lang, parts } of brought)
      for (const [key, clip] of Object.entries(parts)) {
        const here = present(of, lang)?.[key];
        if (!files.has(clip.media) || (here && (!replace || of === PHRASES || (here.media === clip.media && here.source === clip.source)))) continue;
        await this.#clips.add(client, { ...clip, draft: of, lang, key }, null, account);
      }
  }
}
