import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Audience } from '@seek-justice/domain/curriculum/draft.ts';
import type { Recordings } from '@seek-justice/domain/curriculum/narration.ts';
import { audioType } from '../../../../database/audio-type.ts';
import { Media } from '../../../../database/media.ts';
import { Narrations } from '../../narrations.ts';

/** Files and recordings as packages need them: how a site keeps them is known here alone. */
@Injectable()
export class PackageFiles {
  readonly #media: Media;
  readonly #narrations: Narrations;

  constructor(media: Media, narrations: Narrations) {
    this.#media = media;
    this.#narrations = narrations;
  }

  /** A file by its hash; null where its bytes are not here. */
  async read(hash: string): Promise<Uint8Array | null> {
    const found = await this.#media.find(hash);
    return found ? readFile(found.path).catch(() => null) : null;
  }

  /** Whether this site keeps such a file, judged by its bytes. */
  accepts(bytes: Uint8Array): boolean {
    return audioType(Buffer.from(bytes)) !== null;
  }

  /** Keeps a file that was accepted. */
  async keep(hash: string, bytes: Uint8Array, audience: Audience): Promise<void> {
    await this.#media.put(hash, Buffer.from(bytes), audience);
  }

  /** What was recorded, by thing and language. */
  async recordings(): Promise<Recordings> {
    return this.#narrations.recordings;
  }

  /** Whether recordings of another office find a place here: a site has those of the program alone. */
  get keepsRecordings(): boolean {
    return false;
  }
}
