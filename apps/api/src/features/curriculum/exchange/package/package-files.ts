import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Recordings } from '@seek-justice/domain/curriculum/narration.ts';
import { Media } from '../../../../database/media.ts';
import { isBare } from '../../../../database/bare/is-bare.ts';
import { headOf, mediaType } from '../../../../database/media-type.ts';
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

  /** How many bytes of a file are here; null for none. */
  size(hash: string): Promise<number | null> {
    return this.#media.store.size(hash);
  }

  /** The bytes of a file, piece by piece. @throws Error where there are none any more. */
  async *open(hash: string): AsyncGenerator<Uint8Array> {
    const bytes = await this.#media.open(hash);
    if (!bytes) throw new Error('A file that goes into a package has gone meanwhile.');
    yield* bytes;
  }

  /**
   * Whether this site keeps such a file, judged by its bytes. It must come as an upload is kept: what still tells where it
   * was made, and by whom, cannot be cleaned here, since its hash is its name.
   */
  async accepts(path: string): Promise<boolean> {
    const type = mediaType(await headOf({ path }));
    // Loaded when they are first needed: memory at rest is dear.
    if (!type?.startsWith('image/')) return type !== null && (await import('../../../../database/playable.ts')).isLetOut(path);
    if (!(await isBare(path, type))) return false;
    const { default: sharp } = await import('sharp');
    const told = await sharp(path).metadata().catch(() => null);
    return told !== null && !told.exif && !told.xmp && !told.iptc && !told.comments?.length;
  }

  /** Keeps a file that was accepted, for the editors: publishing gives it to readers. */
  async keep(path: string): Promise<void> {
    await this.#media.put({ path }, 'editors');
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
