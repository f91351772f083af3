import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Document, LessonBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { contentOf, type SignOff } from '@seek-justice/domain/curriculum/authoring/review.ts';
import { type SourceContents, sourceContents, sourcesBehind, sourcesChanged } from '@seek-justice/domain/curriculum/authoring/signed-sources.ts';
import { mediaIn } from '@seek-justice/domain/curriculum/media.ts';
import type { Recordings } from '@seek-justice/domain/curriculum/narration.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { ProblemError } from '../../../../http/problem-error.ts';
import { Published } from '../../../../records/published.ts';
import { CourseDrafts } from '../../drafts/course-drafts.ts';
import { PublicationsRepository } from '../../drafts/publications.repository.ts';
import { sourcesIn } from '../../drafts/going-out.ts';
import { sha256 } from '../../drafts/today.ts';
import { SourcesRepository, type StoredSource } from '../../sources/sources.repository.ts';
import { below } from '../below.ts';
import type { CourseContents, PackagedClips, PackagedSignOff } from './contents.ts';
import { PACKAGE_LIMITS } from './limits.ts';
import { packCourse } from './pack.ts';
import { PackageFiles } from './package-files.ts';
import { PackagePlace } from './place.ts';

/** What the app itself says aloud goes with every course that has a voice. */
const PHRASES = 'phrases';

/** Puts a course with all that belongs to it into a package. */
@Injectable()
export class CoursePackage {
  readonly #courses: CourseDrafts;
  readonly #publications: PublicationsRepository;
  readonly #published: Published;
  readonly #files: PackageFiles;
  readonly #sources: SourcesRepository;
  readonly #place: PackagePlace;

  constructor(courses: CourseDrafts, publications: PublicationsRepository, published: Published, files: PackageFiles, sources: SourcesRepository, place: PackagePlace) {
    this.#courses = courses;
    this.#publications = publications;
    this.#published = published;
    this.#files = files;
    this.#sources = sources;
    this.#place = place;
  }

  /**
   * Written to the disk first and sent from there, so that it is known to be whole, and nobody's slow line keeps others waiting.
   * @param of as readers have it, or as it stands here now.
   * @throws ProblemError `not_found` for what is no course or was never published; `too_large` for more than a site takes;
   * `packages_busy`.
   */
  async takeOut(id: string, of: 'published' | 'now'): Promise<{ bytes: number; stream: Readable }> {
    const { path: folder, leave } = await this.#place.folder();
    try {
      const path = join(folder, 'package');
      await this.#place.turn(() => this.#write(id, of, path));
      const file = await open(path);
      const { size } = await file.stat();
      const stream = file.createReadStream();
      // Sent to its end, or the line broke.
      stream.once('close', () => void leave());
      return { bytes: size, stream };
    } catch (error) {
      await leave();
      throw error;
    }
  }

  async #write(id: string, of: 'published' | 'now', to: string): Promise<void> {
    const { signOffs, ...now } = await this.#courses.everything();
    const { documents, recordings, sources: known, hash: named } = of === 'now' ? { ...now, hash: null } : await this.#asPublished(id);
    const inside = below(documents, id);
    if (inside[0]?.kind !== 'course') throw new ProblemError('not_found');
    const recalls = await this.#courses.recalls(id);
    const hash = named ?? (await this.#courses.freeze(id, { documents, signOffs, recordings, sources: known }, recalls)).hash;
    const sources = known.map(({ data }) => data).filter((source) => inside.some((document) => sourcesIn(document).includes(source.id)));
    const { clips, media } = await this.#filesOf(inside, recordings);
    const contents: CourseContents = {
      course: {
        id,
        hash,
        recalls: Object.fromEntries(recalls),
        signOffs: Object.fromEntries(inside.flatMap((document) => withSome(document.id, standing(document, signOffs.get(document.id) ?? [], sourceContents(sources))))),
      },
      drafts: inside.map((document) => ({ id: document.id, kind: document.kind, body: document.body, bases: document.bases })),
      sources,
      clips,
    };
    await packCourse(contents, media, (hash) => this.#files.open(hash), to, PACKAGE_LIMITS);
  }

  /** A course as its readers have it, in text and voice, under the name that it has with them. */
  async #asPublished(id: string): Promise<{ documents: ReadonlyMap<string, Document>; recordings: Recordings; sources: readonly StoredSource[]; hash: string }> {
    const present = (await this.#published.courses()).find(({ manifest }) => manifest.id === id);
    if (!present) throw new ProblemError('not_found');
    const [documents, recordings, sources] = await Promise.all([this.#publications.lastPublished(), this.#publications.recordings(present.manifest), this.#sources.asPublished()]);
    // Of a source that lessons went out with in several versions the newest one.
    const went = below(documents, id).flatMap((document) => sources(document.id).filter((one) => sourcesIn(document).includes(one.id)));
    const newest = new Map(went.toSorted((one, other) => one.version - other.version).map((one) => [one.id, one]));
    return { documents, recordings, sources: [...newest.values()], hash: present.hash };
  }

  /** Recordings, and the size of each file by its hash; what is named and whose bytes are gone is left out. */
  async #filesOf(inside: readonly Document[], recordings: Recordings): Promise<{ clips: PackagedClips[]; media: Map<string, number> }> {
    const media = new Map<string, number>();
    const has = async (hash: string): Promise<boolean> => {
      const bytes = media.get(hash) ?? (await this.#files.size(hash));
      if (bytes !== null) media.set(hash, bytes);
      return bytes !== null;
    };
    const clips: PackagedClips[] = [];
    for (const of of [...inside.map(({ id }) => id), PHRASES])
      for (const lang of SITE.languages) {
        const parts: PackagedClips['parts'] = {};
        for (const [key, clip] of Object.entries(recordings(of, lang) ?? {})) if (await has(clip.media)) parts[key] = clip;
        if (Object.keys(parts).length > 0) clips.push({ of, lang, parts });
      }
    for (const { hash } of inside.flatMap((document) => mediaIn(blocksOf(document)))) await has(hash);
    return { clips, media };
  }
}

function blocksOf(document: Document): LessonBody['blocks'] {
  return document.kind === 'lesson' ? (document.body as LessonBody).blocks : [];
}

/** Signatures under what stands in a document, and no others. */
function standing(document: Document, signOffs: readonly SignOff[], sources: SourceContents): PackagedSignOff[] {
  return signOffs
    .filter(({ thing, competence, content }) => contentOf(document, thing, competence, sha256) === content)
    .filter((one) => sourcesChanged(sourcesBehind(document, one.thing, one.competence), one.sources, sources).length === 0)
    .map(({ thing, competence, content, reviewBy }) => ({ thing, competence, content, reviewBy }))
    .toSorted((one, other) => (`${one.thing} ${one.competence} ${one.reviewBy}` < `${other.thing} ${other.competence} ${other.reviewBy}` ? -1 : 1));
}

function withSome<T>(key: string, list: T[]): [string, T[]][] {
  return list.length > 0 ? [[key, list]] : [];
}
