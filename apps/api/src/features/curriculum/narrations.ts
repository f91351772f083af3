import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Clips } from '@seek-justice/domain/curriculum/clip.ts';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import type { Audience, CourseDraft } from '@seek-justice/domain/curriculum/draft.ts';
import type { Recordings } from '@seek-justice/domain/curriculum/narration.ts';
import type { Recording } from '@seek-justice/seed/narration.ts';
import { Media } from '../../database/media.ts';

/** Takes recordings in: their files into the media store, before anything that is published names them. */
@Injectable()
export class Narrations {
  readonly #media: Media;
  /** What was recorded, as a publish asks for it. */
  recordings: Recordings = () => undefined;

  constructor(media: Media) {
    this.#media = media;
  }

  /** @returns what was recorded, as a publish asks for it. What belongs to no course, like phrases and contacts, is for everybody. */
  async store(recordings: readonly Recording[], courses: readonly CourseDraft[]): Promise<Recordings> {
    const audiences = new Map<string, Audience>(
      courses.flatMap(({ audience, modules }) => modules.flatMap(({ lessons, quiz }) => [...lessons, quiz].map(({ id }): [string, Audience] => [id, audience]))),
    );
    const found = new Map<string, Clips>();
    for (const { of, lang, key, file, ms, source, numbers } of recordings) {
      const audience = audiences.get(of) ?? (of === 'phrases' || of === 'contacts' ? 'open' : null);
      // A recording of a lesson that is not published here is nobody's to hear.
      if (!audience) continue;
      const kept = await this.#media.put(file, await readFile(file), audience);
      const clips = found.get(`${of} ${lang}`) ?? {};
      found.set(`${of} ${lang}`, { ...clips, [key]: { ...kept, ms, source, ...(numbers ? { numbers } : {}) } });
    }
    this.recordings = (of, lang) => found.get(`${of} ${lang}`);
    return this.recordings;
  }
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
