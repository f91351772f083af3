import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Clip, Clips } from '@seek-justice/domain/curriculum/clip.ts';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import type { CourseDraft } from '@seek-justice/domain/curriculum/draft.ts';
import type { Recordings } from '@seek-justice/domain/curriculum/narration.ts';
import type { Recording } from '@seek-justice/seed/narration.ts';
import { audioType } from '../../database/audio-type.ts';
import { Media } from '../../database/media.ts';
import { ClipsRepository, type PlacedClip } from './clips.repository.ts';

/** Larger than any part of a lesson that somebody reads aloud. */
const MOST_BYTES = 4_000_000;

/** What belongs to no course: for everybody. */
const FOR_ALL: ReadonlySet<string> = new Set(['phrases', 'contacts']);

/** What was recorded: by staff, else what came with the program. The database has it, for every process the same. */
@Injectable()
export class Narrations {
  readonly #media: Media;
  readonly #clips: ClipsRepository;

  constructor(media: Media, clips: ClipsRepository) {
    this.#media = media;
    this.#clips = clips;
  }

  /** Everything that is recorded now, as a publish asks for it: one statement, however much there is. */
  async present(): Promise<Recordings> {
    return recordingsOf(await this.#clips.all());
  }

  /** The same of one document. */
  async presentOf(draft: string): Promise<Recordings> {
    return recordingsOf(await this.#clips.of(draft));
  }

  /**
   * Takes in the recordings that come with the program, their files before anything names them.
   * @returns these alone: a course that staff have never published has no recording of theirs either.
   * @throws Error in words when a file is no Opus audio, or too large.
   */
  async store(recordings: readonly Recording[], courses: readonly CourseDraft[]): Promise<Recordings> {
    const published = new Set(courses.flatMap(({ modules }) => modules.flatMap(({ lessons, quiz }) => [...lessons, quiz].map(({ id }) => id))));
    const placed: PlacedClip[] = [];
    const files: { bytes: Buffer; audience: 'open' | 'editors' }[] = [];
    for (const { of, lang, key, file, ms, source, numbers } of recordings) {
      // A recording of a lesson that is not published here is nobody's to hear.
      if (!published.has(of) && !FOR_ALL.has(of)) continue;
      const bytes = await readFile(file);
      const type = audioType(bytes);
      if (!type) throw new Error(`${file} is no Opus audio in Ogg or WebM.`);
      if (bytes.length > MOST_BYTES) throw new Error(`${file} has ${bytes.length} bytes; a part may have ${MOST_BYTES}.`);
      // A lesson's become its readers' when it is published.
      files.push({ bytes, audience: FOR_ALL.has(of) ? 'open' : 'editors' });
      placed.push({ draft: of, lang, key, media: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, type, ms, source, ...(numbers ? { numbers } : {}) });
    }
    await this.#media.putAll(files);
    await this.#clips.seed(placed);
    return recordingsOf(placed);
  }
}

function recordingsOf(clips: readonly PlacedClip[]): Recordings {
  const found = new Map<string, Clips>();
  for (const clip of clips) {
    const at = `${clip.draft} ${clip.lang}`;
    const parts = found.get(at) ?? {};
    parts[clip.key] = clipOf(clip);
    found.set(at, parts);
  }
  return (of, lang) => found.get(`${of} ${lang}`);
}

/** A clip as it is published: nothing of where it belongs, or of who made it. */
function clipOf({ media, bytes, ms, type, source, numbers }: PlacedClip): Clip {
  return { media, bytes, type, ms, source, ...(numbers ? { numbers } : {}) };
}

/** Contacts with what was recorded of them. */
export function narrated(contacts: readonly Contact[], recordings: Recordings, languages: readonly string[]): Contact[] {
  return contacts.map((contact) => {
    const clips = languages.flatMap((lang) => {
      const clip = recordings('contacts', lang)?.[contact.id];
      // Who answers is told with the number: a recording that does not say which number it speaks cannot be trusted.
      return clip?.numbers?.[contact.id] ? [[lang, clip] as const] : [];
    });
    return clips.length > 0 ? { ...contact, narration: Object.fromEntries(clips) } : contact;
  });
}
