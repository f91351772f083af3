import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { narrationPart } from '@seek-justice/contracts/endpoints/narration.ts';
import { documentLeaf } from '@seek-justice/domain/curriculum/authoring/documents-of.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { type Contact, contactsIn } from '@seek-justice/domain/curriculum/contact.ts';
import type { Clip } from '@seek-justice/domain/curriculum/clip.ts';
import { numbersHold, type Part, partsOf } from '@seek-justice/domain/curriculum/narration.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import type { Account } from '../../../auth/account.ts';
import { Uploads } from '../../../auth/uploads.ts';
import { Contacts } from '../../../database/contacts.ts';
import { Database } from '../../../database/database.ts';
import { Media } from '../../../database/media.ts';
import { ProblemError } from '../../../http/problem-error.ts';
import { ClipsRepository, type PresentClip } from '../clips.repository.ts';
import { DraftsRepository } from './drafts.repository.ts';
import { DraftsService } from './drafts.service.ts';
import { sha256 } from './today.ts';

type Told = z.output<typeof narrationPart>;

/** The recordings of a document: which parts have one, taking a new one in, taking one away. */
@Injectable()
export class RecordingService {
  readonly #database: Database;
  readonly #drafts: DraftsService;
  readonly #versions: DraftsRepository;
  readonly #clips: ClipsRepository;
  readonly #contacts: Contacts;
  readonly #uploads: Uploads;
  readonly #media: Media;

  constructor(database: Database, drafts: DraftsService, versions: DraftsRepository, clips: ClipsRepository, contacts: Contacts, uploads: Uploads, media: Media) {
    this.#database = database;
    this.#drafts = drafts;
    this.#versions = versions;
    this.#clips = clips;
    this.#contacts = contacts;
    this.#uploads = uploads;
    this.#media = media;
  }

  /** Every part that has a text, in the order in which it is heard. @throws ProblemError `not_found` */
  async read(id: string, lang: string): Promise<Told[]> {
    const [document, clips, takenAway, contacts] = await Promise.all([this.#drafts.read(id), this.#clips.of(id), this.#clips.takenAway(id), this.#contacts.all()]);
    const byKey = (some: readonly PresentClip[]): Map<string, PresentClip> => new Map(some.filter((clip) => clip.lang === lang).map((clip) => [clip.key, clip]));
    const [recorded, former] = [byKey(clips), byKey(takenAway)];
    return partsIn(document, lang).map((part) => told(part, recorded.get(part.key), former.get(part.key), contacts));
  }

  /**
   * Takes an upload as the recording of a part. What was read may be an older text: then it is kept, and stale. Sending
   * the same again, by another upload too, changes nothing.
   * @param source SHA-256 of the text that the reader saw.
   * @returns the part as it is now, with the recording that is present.
   * @throws ProblemError `not_found` without the part; what uploads and files are refused for.
   */
  async record(by: Account, id: string, { lang, key, upload, source }: { lang: string; key: string; upload: string; source: string }): Promise<Told> {
    const document = await this.#drafts.read(id);
    const part = partIn(document, lang, key);
    const sound = await this.#uploads.use(by, upload, 'narration', (path) => this.#keep(path));
    const readText = sha256(part.text) === source ? part.text : await this.#formerText(id, lang, key, source);
    const numbers = readText === null ? {} : await this.#numbersIn(readText);
    const clip = { draft: id, lang, key, ...sound, source, ...(Object.keys(numbers).length > 0 ? { numbers } : {}) };
    await this.#database.transaction(async (client) => {
      await this.#media.takeUp(client, [clip.media]);
      // A page that was closed before it heard the answer sends again: what was recorded or taken away since then stands.
      if (!(await this.#clips.had(client, clip, by.id))) await this.#clips.add(client, clip, readText, by.id);
    });
    return this.#part(id, lang, key);
  }

  async #keep(path: string): Promise<Pick<Clip, 'media' | 'bytes' | 'ms' | 'type'>> {
    // Loaded when somebody first records: memory at rest is dear.
    const { playable } = await import('../../../database/playable.ts');
    const copy = `${path}.${randomUUID()}`;
    try {
      const found = await playable(path, 'voice', copy);
      if (typeof found === 'string') throw new ProblemError(found);
      const { hash, bytes } = await this.#media.put({ path: found.path }, 'editors');
      return { media: hash, bytes, ms: found.ms, type: found.type as Clip['type'] };
    } finally {
      await rm(copy, { force: true });
    }
  }

  /** Takes the recording of a part away; it may be put back as long as its file is here, two days at least. @throws ProblemError `not_found` without the part. */
  async remove(by: Account, id: string, lang: string, key: string): Promise<Told> {
    const { clip } = await this.#part(id, lang, key);
    await this.#database.transaction(async (client) => {
      if (clip) await this.#media.takeUp(client, [clip.media]);
      await this.#clips.remove(client, { draft: id, lang, key }, by.id);
    });
    return this.#part(id, lang, key);
  }

  /**
   * Puts back what was taken away of a part, as it was. Sending it again changes nothing, nor does it where somebody has
   * recorded the part anew.
   * @throws ProblemError `not_found` without the part, or when it has no such recording any more.
   */
  async putBack(by: Account, id: string, place: { lang: string; key: string; media: string }): Promise<Told> {
    partIn(await this.#drafts.read(id), place.lang, place.key);
    await this.#database.transaction(async (client) => {
      const clip = { draft: id, ...place };
      if (!(await this.#clips.holds(client, clip))) throw new ProblemError('not_found');
      await this.#media.takeUp(client, [place.media]);
      await this.#clips.putBack(client, clip, by.id);
    });
    return this.#part(id, place.lang, place.key);
  }

  async #part(id: string, lang: string, key: string): Promise<Told> {
    const found = (await this.read(id, lang)).find((part) => part.key === key);
    if (!found) throw new ProblemError('not_found');
    return found;
  }

  /** The numbers that a text has its reader speak, as they are today. */
  async #numbersIn(text: string): Promise<Record<string, string>> {
    const contacts = await this.#contacts.all();
    return Object.fromEntries(contactsIn(text).flatMap((id) => contacts.filter((contact) => contact.id === id).map(({ number }) => [id, number])));
  }

  /** A text that the part once had, by what it hashes to; null when no version of the document had it. */
  async #formerText(id: string, lang: string, key: string, source: string): Promise<string | null> {
    const { kind } = await this.#drafts.read(id);
    for (const version of await this.#versions.latest(id)) {
      const text = partsIn({ id, kind, ...version }, lang).find((part) => part.key === key)?.text;
      if (text !== undefined && sha256(text) === source) return text;
    }
    return null;
  }
}

/** What has no text yet cannot be read aloud. */
function partsIn(document: Document, lang: string): Part[] {
  const leaf = SITE.languages.includes(lang) ? documentLeaf(document, lang) : null;
  return leaf ? partsOf(leaf).filter(({ text }) => text !== '') : [];
}

function partIn(document: Document, lang: string, key: string): Part {
  const part = partsIn(document, lang).find((one) => one.key === key);
  if (!part) throw new ProblemError('not_found');
  return part;
}

const file = ({ media, ms, bytes, type }: PresentClip): NonNullable<Told['clip']> => ({ media, ms, bytes, type });

function told({ key, text, aside }: Part, clip: PresentClip | undefined, former: PresentClip | undefined, contacts: readonly Contact[]): Told {
  if (!clip) return { key, text, aside, state: 'missing', clip: null, removed: former ? file(former) : null, readText: null };
  const { source } = clip;
  const asRead = source === sha256(text);
  // A number that has changed since is wrong in any voice; one that nobody knows of might be.
  const holds = numbersHold(clip, contacts) && contactsIn(text).every((id) => clip.numbers?.[id] !== undefined);
  return { key, text, aside, state: asRead && holds ? 'recorded' : 'stale', clip: file(clip), removed: null, readText: asRead ? text : clip.readText };
}
