import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import type { LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import type { Snapshot } from '@seek-justice/domain/curriculum/publish.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { Database } from '../../database/database.ts';
import { Media } from '../../database/media.ts';
import { Metrics } from '../../http/metrics.ts';
import { inTurn } from '../../records/publish-turn.ts';
import { Published, PUBLISHED_CHANNEL } from '../../records/published.ts';
import { SealingKeys } from '../../records/sealing-keys.ts';
import { StandingJob } from '../../records/standing.job.ts';
import { filesIn } from './files-in.ts';
import { planPages } from './page-plan.ts';
import { readRenderMeta, renderPages } from './renderer.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Publishes snapshots and makes their pages: all the slow work, done once, before anybody asks. */
@Injectable()
export class Publisher {
  readonly #database: Database;
  readonly #published: Published;
  readonly #standing: StandingJob;
  readonly #metrics: Metrics;
  readonly #sealing: SealingKeys;
  readonly #media: Media;

  constructor(database: Database, published: Published, standing: StandingJob, metrics: Metrics, sealing: SealingKeys, media: Media) {
    this.#database = database;
    this.#published = published;
    this.#standing = standing;
    this.#metrics = metrics;
    this.#sealing = sealing;
    this.#media = media;
  }

  /** Whoever reads what stands, judges it and publishes does so while nobody else does: else the later one undoes the earlier. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return inTurn(this.#database, work);
  }

  /**
   * Makes snapshots the current ones of their courses; new courses stand after those that there are. Does nothing where
   * the hashes are current already.
   * @param also written in the same transaction. @returns whether anything changed.
   */
  async publish(snapshots: readonly Snapshot[], also: (client: PoolClient) => Promise<void> = async () => undefined): Promise<boolean> {
    const current = new Map((await this.#published.courses()).map(({ hash, manifest }) => [manifest.id, hash]));
    if (snapshots.every(({ hash, manifest }) => current.get(manifest.id) === hash)) {
      await this.#refreshStandings();
      return false;
    }
    await this.#database.transaction(async (client) => {
      for (const snapshot of snapshots) {
        const { manifest, hash } = snapshot;
        const [hashes, kinds, bodies] = columns(snapshot);
        await client.query(
          `INSERT INTO snapshots (hash, kind, course, audience, body)
           SELECT hash, kind, $4, $5, body FROM unnest($1::text[], $2::text[], $3::text[]) AS node (hash, kind, body)
           ON CONFLICT (hash) DO UPDATE SET audience = excluded.audience WHERE snapshots.audience <> excluded.audience`,
          [hashes, kinds, bodies, manifest.id, manifest.audience],
        );
        await this.#media.publish(client, manifest.id, manifest.audience, filesIn(snapshot.nodes.values()));
        await client.query(
          `INSERT INTO courses (id, position, audience, hash) VALUES ($1, (SELECT coalesce(max(position) + 1, 0) FROM courses), $2, $3)
           ON CONFLICT (id) DO UPDATE SET audience = excluded.audience, hash = excluded.hash, published_at = now()`,
          [manifest.id, manifest.audience, hash],
        );
      }
      await also(client);
      // Remembered with the publish itself: whoever is killed before the views are made leaves the work to the next start.
      await client.query(`INSERT INTO site VALUES ('standing-due', 'yes') ON CONFLICT (key) DO UPDATE SET value = 'yes'`);
      await client.query('SELECT pg_notify($1, $2)', [PUBLISHED_CHANNEL, 'courses']);
    });
    this.#published.forget();
    await this.#refreshStandings();
    return true;
  }

  async #refreshStandings(): Promise<void> {
    const due = await this.#database.query(`SELECT 1 AS due FROM site WHERE key = 'standing-due' AND value = 'yes'`);
    if (due.length === 0) return;
    await this.#standing.refreshAll();
    await this.#database.query(`UPDATE site SET value = 'no' WHERE key = 'standing-due'`);
  }

  /** Makes the pages that are missing or were made of other leaves, contacts or by another build. @returns how many. */
  async makePages(contacts: readonly Contact[]): Promise<number> {
    const courses: RenderCourse[] = await this.#published.courses();
    const leaves = await this.#leaves(courses);
    const { renderer } = await readRenderMeta();
    const frame = sha256(JSON.stringify([renderer, contacts, this.#sealing.current, courses.map(({ hash }) => hash)]));
    const planned = planPages(SITE.languages, courses, (hash) => leaves.get(hash) as LessonLeaf);
    const madeOf = ({ page }: (typeof planned)[number]): string => (page.page === 'lesson' ? sha256(frame + page.leafHash) : frame);
    const stored = await this.#database.query<{ path: string; lang: string; made_of: string }>('SELECT path, lang, made_of FROM pages');
    const known = new Map(stored.map((row) => [`${row.lang} ${row.path}`, row.made_of]));
    const due = planned.filter((one) => known.get(one.page.key) !== madeOf(one));
    const gone = stored.filter((row) => !planned.some(({ page }) => page.key === `${row.lang} ${row.path}`));
    if (due.length === 0 && gone.length === 0) return 0;
    const stop = this.#metrics.renderSeconds.startTimer();
    const { pages } = await renderPages({ languages: SITE.languages, contacts: [...contacts], sealTo: this.#sealing.current, pages: due.map(({ page }) => page) });
    stop();
    await this.#database.transaction(async (client) => {
      for (const { path, lang } of gone) await client.query('DELETE FROM pages WHERE path = $1 AND lang = $2', [path, lang]);
      for (const [index, one] of due.entries())
        await client.query(
          `INSERT INTO pages (path, lang, audience, made_of, html) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (path, lang) DO UPDATE SET audience = excluded.audience, made_of = excluded.made_of, html = excluded.html`,
          [one.page.path, one.page.lang, one.audience, madeOf(one), Buffer.from(pages[index]?.html ?? '')],
        );
      await client.query('SELECT pg_notify($1, $2)', [PUBLISHED_CHANNEL, 'pages']);
    });
    return due.length;
  }

  async #leaves(courses: readonly RenderCourse[]): Promise<Map<string, LessonLeaf>> {
    const hashes = courses.flatMap(({ manifest }) =>
      manifest.modules.flatMap(({ lessons }) => lessons.flatMap(({ leaves }) => Object.values(leaves).map(({ hash }) => hash))),
    );
    const rows = await this.#database.query<{ hash: string; body: string }>('SELECT hash, body FROM snapshots WHERE hash = ANY($1)', [hashes]);
    return new Map(rows.map(({ hash, body }) => [hash, JSON.parse(body) as LessonLeaf]));
  }
}

function columns({ nodes }: Snapshot): [string[], string[], string[]] {
  const entries = [...nodes];
  return [entries.map(([hash]) => hash), entries.map(([, body]) => (JSON.parse(body) as { kind: string }).kind), entries.map(([, body]) => body)];
}
