import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { officeContact } from '@seek-justice/contracts/endpoints/office-contacts.ts';
import { contactsIn } from '@seek-justice/domain/curriculum/contact.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { Database } from '../../database/database.ts';
import { Published } from '../../records/published.ts';

type NamedIn = z.output<typeof officeContact>['published'][number];
/** Texts that name a contact, by its id. */
type Found = Map<string, NamedIn[]>;

const REFERENCE = '%{contact:%';

/** Which texts name a number to call as `{contact:id}`. */
@Injectable()
export class NamedInTexts {
  readonly #database: Database;
  readonly #published: Published;

  constructor(database: Database, published: Published) {
    this.#database = database;
    this.#published = published;
  }

  /** Lessons and quizzes that readers have today, in any language. */
  async published(): Promise<Found> {
    const texts = await this.#texts();
    const rows = await this.#database.query<{ hash: string; body: string }>('SELECT hash, body FROM snapshots WHERE hash = ANY($1) AND body LIKE $2', [[...texts.keys()], REFERENCE]);
    return gather(rows.map(({ hash, body }) => [texts.get(hash) as NamedIn, body]));
  }

  /** Lessons and quizzes as authors have them now. */
  async drafts(): Promise<Found> {
    const titles = new Map([...(await this.#texts()).values()].map(({ id, title }) => [id, title]));
    const rows = await this.#database.query<{ id: string; kind: NamedIn['kind']; title: LocalizedText | null; body: string }>(
      `SELECT id, kind, body->'title' AS title, body::text AS body FROM drafts WHERE kind IN ('lesson', 'quiz') AND body::text LIKE $1 ORDER BY id`,
      [REFERENCE],
    );
    return gather(rows.map(({ id, kind, title, body }) => [{ id, kind, title: title ?? titles.get(id) ?? {} }, body]));
  }

  /** What is published now, by hash. */
  async #texts(): Promise<Map<string, NamedIn>> {
    const courses = await this.#published.coursesNow(this.#database.pool);
    return new Map(
      courses.flatMap(({ manifest }) =>
        manifest.modules.flatMap(({ title, lessons, quiz }) => {
          const listed: (NamedIn & { leaves: Record<string, { hash: string }> })[] = [...lessons.map((lesson) => ({ ...lesson, kind: 'lesson' as const })), { ...quiz, kind: 'quiz', title }];
          return listed.flatMap(({ id, kind, title: own, leaves }) => Object.values(leaves).map(({ hash }): [string, NamedIn] => [hash, { id, kind, title: own }]));
        }),
      ),
    );
  }
}

function gather(texts: readonly (readonly [NamedIn, string])[]): Found {
  const found: Found = new Map();
  for (const [text, body] of texts)
    for (const contact of new Set(contactsIn(body))) {
      const known = found.get(contact) ?? [];
      if (!known.some(({ id }) => id === text.id)) found.set(contact, [...known, text]);
    }
  return found;
}
