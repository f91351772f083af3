import { createHash } from 'node:crypto';
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import { zipSync, type Zippable } from 'fflate';
import { CLIPS, COURSE, type CourseContents, draftPath, FORMAT, isPackagePath, MANIFEST, SOURCES, VERSION } from './contents.ts';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The first day that a zip file can name, in the machine's own time as the format has it: the same bytes everywhere. */
const DATE = new Date(1980, 0, 1);

/**
 * Packs a course into a zip file. Equal contents give equal bytes, in whatever order they are handed over.
 * @throws RangeError for an id that no file name can hold, for two drafts of one id, and for a file whose content is
 * not that of its hash.
 */
export function packCourse({ course, drafts, sources, clips, media }: CourseContents): Uint8Array {
  const files = new Map<string, Uint8Array>();
  const add = (path: string, bytes: Uint8Array): void => {
    if (!isPackagePath(path) || files.has(path)) throw new RangeError(`not a path of its own: ${path}`);
    files.set(path, bytes);
  };
  for (const draft of drafts) add(draftPath(draft), json({ id: draft.id, kind: draft.kind, body: draft.body, bases: draft.bases }));
  add(COURSE, json(course));
  add(SOURCES, json(sources.toSorted((one, other) => compare(one.id, other.id))));
  add(CLIPS, json(clips.toSorted((one, other) => compare(`${one.of} ${one.lang}`, `${other.of} ${other.lang}`))));
  for (const [hash, bytes] of media) {
    if (sha256(bytes) !== hash) throw new RangeError(`not the content of its hash: ${hash}`);
    add(`media/${hash}`, bytes);
  }
  const paths = [...files.keys()].toSorted(compare);
  const listed = { format: FORMAT, version: VERSION, files: Object.fromEntries(paths.map((path) => [path, sha256(files.get(path) ?? '')])) };
  const zip: Zippable = { [MANIFEST]: [json({ ...listed, hash: sha256(canonical(listed)) }), { level: 6 }] };
  // Recordings and pictures are compressed already.
  for (const path of paths) zip[path] = [files.get(path) ?? new Uint8Array(), { level: path.startsWith('media/') ? 0 : 6 }];
  return zipSync(zip, { mtime: DATE });
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonical(JSON.parse(JSON.stringify(value)) as Json));
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
