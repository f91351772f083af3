import { createHash } from 'node:crypto';
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import { ProblemError } from '../../../../http/problem-error.ts';
import { CLIPS, COURSE, type CourseContents, draftPath, FORMAT, isPackagePath, MANIFEST, SOURCES, VERSION } from './contents.ts';
import type { PackageLimits } from './limits.ts';
import { writeZip } from './zip/write-zip.ts';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A file of a course by its hash, to be read when it is its turn. */
export type OpenMedia = (hash: string) => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Packs a course into a new zip file at `to`. Equal contents give equal bytes, in whatever order they are handed over.
 * @param media sizes of the files that go along, by hash.
 * @throws RangeError for an id that no file name can hold, for two drafts of one id, and for a file whose content is
 * not that of its hash. ProblemError `too_large`.
 */
export async function packCourse({ course, drafts, sources, clips }: CourseContents, media: ReadonlyMap<string, number>, open: OpenMedia, to: string, limits: Pick<PackageLimits, 'texts' | 'unpacked'>): Promise<void> {
  const files = new Map<string, Uint8Array | null>();
  const add = (path: string, bytes: Uint8Array | null): void => {
    if (!isPackagePath(path) || files.has(path)) throw new RangeError(`not a path of its own: ${path}`);
    files.set(path, bytes);
  };
  for (const draft of drafts) add(draftPath(draft), json({ id: draft.id, kind: draft.kind, body: draft.body, bases: draft.bases }));
  add(COURSE, json(course));
  add(SOURCES, json(sources.toSorted((one, other) => compare(one.id, other.id))));
  add(CLIPS, json(clips.toSorted((one, other) => compare(`${one.of} ${one.lang}`, `${other.of} ${other.lang}`))));
  for (const hash of media.keys()) add(`media/${hash}`, null);
  const paths = [...files.keys()].toSorted(compare);
  const hashOf = (path: string): string => {
    const bytes = files.get(path);
    return bytes ? sha256(bytes) : path.slice('media/'.length);
  };
  const listed = { format: FORMAT, version: VERSION, files: Object.fromEntries(paths.map((path) => [path, hashOf(path)])) };
  const manifest = json({ ...listed, hash: sha256(canonical(listed)) });
  const texts = [manifest, ...files.values()].reduce((sum, bytes) => sum + (bytes?.length ?? 0), 0);
  if (texts > limits.texts || [...media.values()].reduce((sum, bytes) => sum + bytes, texts) > limits.unpacked) throw new ProblemError('too_large');
  await writeZip(to, [
    { path: MANIFEST, stored: false, open: () => [manifest] },
    ...paths.map((path) => {
      const bytes = files.get(path);
      // Recordings and pictures are compressed already.
      return bytes ? { path, stored: false, open: () => [bytes] } : { path, stored: true, open: () => sameAs(open(hashOf(path)), hashOf(path)) };
    }),
  ]);
}

async function* sameAs(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, hash: string): AsyncGenerator<Uint8Array> {
  const sum = createHash('sha256');
  for await (const piece of pieces) {
    sum.update(piece);
    yield piece;
  }
  if (sum.digest('hex') !== hash) throw new RangeError(`not the content of its hash: ${hash}`);
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonical(JSON.parse(JSON.stringify(value)) as Json));
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
