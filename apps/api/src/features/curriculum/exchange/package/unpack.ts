import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import { z } from 'zod';
import { type BroughtMedia, CLIPS, COURSE, contactsOf, type CourseContents, DRAFT_KINDS, draftPath, FORMAT, isPackagePath, MANIFEST, SOURCES, VERSION } from './contents.ts';
import type { PackageFault, PackageFaultCode } from './fault.ts';
import type { PackageLimits } from './limits.ts';
import { sha256 } from './pack.ts';
import { listZip, NoZip, openEntry, type ZipEntry } from './zip/read-zip.ts';

export type Unpacking = { ok: true; contents: CourseContents; media: BroughtMedia; contacts: string[] } | { ok: false; fault: PackageFault };

class Refusal extends Error {
  readonly fault: PackageFault;
  constructor(code: PackageFaultCode, file?: string) {
    super(code);
    this.fault = file === undefined ? { code } : { code, file };
  }
}

const HASH = z.string().regex(/^[0-9a-f]{64}$/);
const MANIFEST_SHAPE = z.object({ format: z.string(), version: z.int(), files: z.record(z.string(), HASH), hash: HASH });
const DRAFT = z.strictObject({ id: z.string(), kind: z.enum(DRAFT_KINDS), body: z.record(z.string(), z.unknown()), bases: z.record(z.string(), z.record(z.string(), z.strictObject({ from: z.string(), text: z.string() }))) });
const DAY = z.iso.date();
const PACKAGED_COURSE = z.strictObject({
  id: z.string(),
  hash: HASH,
  recalls: z.record(z.string(), z.array(z.strictObject({ note: z.record(z.string(), z.string()), leaves: z.array(HASH) }))),
  signOffs: z.record(z.string(), z.array(z.strictObject({ thing: z.string(), competence: z.string(), content: HASH, reviewBy: DAY }))),
});
const LOCALIZED = z.record(z.string(), z.string());
const SOURCE = z.strictObject({
  id: z.string(),
  title: LOCALIZED,
  publisher: z.string().optional(),
  where: z.string().optional(),
  date: z.string().optional(),
  supports: LOCALIZED.optional(),
  verifiedOn: z.string().nullable(),
  reviewBy: z.string().nullable(),
  narration: z.unknown().optional(),
});
const CLIP = z.strictObject({
  media: HASH,
  bytes: z.int().nonnegative(),
  ms: z.int().nonnegative(),
  type: z.enum(['audio/webm', 'audio/ogg', 'audio/mp4']),
  source: HASH,
  numbers: z.record(z.string(), z.string()).optional(),
});
const NARRATION = z.strictObject({ of: z.string(), lang: z.string(), parts: z.record(z.string(), CLIP) });

/**
 * Opens a course package: sizes, counts and paths are looked at before anything is unpacked, then every file is checked by
 * its hash. Documents are read into memory, media go into `folder` piece by piece. Bodies of drafts are JSON objects here;
 * whether they are lessons is for the curriculum's schema. `contacts` are the ids that the drafts refer to.
 * @param zip its path. @param folder an empty one, which is the caller's to remove.
 */
export async function unpackCourse(zip: string, limits: PackageLimits, folder: string): Promise<Unpacking> {
  try {
    const entries = await entriesOf(zip, limits);
    const { texts, media } = await checked(zip, entries, folder);
    const contents = contentsOf(texts, media);
    return { ok: true, contents, media, contacts: contactsOf(contents.drafts) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault };
    if (error instanceof NoZip) return { ok: false, fault: { code: 'not_zip' } };
    throw error;
  }
}

const isMedia = (path: string): boolean => path.startsWith('media/');

async function entriesOf(zip: string, limits: PackageLimits): Promise<Map<string, ZipEntry>> {
  if ((await stat(zip)).size > limits.packed) throw new Refusal('too_large');
  const listed = await listZip(zip, limits.files);
  if (!listed) throw new Refusal('too_many');
  const entries = new Map<string, ZipEntry>();
  let [sum, texts] = [0, 0];
  for (const entry of listed) {
    if (!isPackagePath(entry.path)) throw new Refusal('bad_path');
    if (entries.has(entry.path)) throw new Refusal('doubled', entry.path);
    entries.set(entry.path, entry);
    sum += entry.bytes;
    if (!isMedia(entry.path)) texts += entry.bytes;
    if (sum > limits.unpacked || texts > limits.texts) throw new Refusal('too_large', entry.path);
  }
  return entries;
}

/** Every file that the package lists, and no others: documents as they are, media on the disk. */
async function checked(zip: string, entries: ReadonlyMap<string, ZipEntry>, folder: string): Promise<{ texts: Map<string, Buffer>; media: BroughtMedia }> {
  const manifest = entries.get(MANIFEST);
  if (!manifest) throw new Refusal('no_manifest');
  const value = parse(await buffer(unpacked(zip, manifest)), MANIFEST, 'no_manifest');
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== FORMAT) throw new Refusal('format');
  if (version !== VERSION) throw new Refusal(typeof version === 'number' && version > VERSION ? 'version' : 'format');
  const shaped = MANIFEST_SHAPE.safeParse(value);
  if (!shaped.success) throw new Refusal('no_manifest', MANIFEST);
  const { hash, ...listed } = shaped.data;
  const { hash: _, ...whole } = value as { hash: string };
  if (sha256(canonical(whole)) !== hash) throw new Refusal('no_manifest', MANIFEST);
  const texts = new Map<string, Buffer>();
  const media = new Map<string, { path: string; bytes: number }>();
  for (const [path, wanted] of Object.entries(listed.files)) {
    const entry = entries.get(path);
    if (!entry) throw new Refusal('missing', isPackagePath(path) ? path : undefined);
    if (isMedia(path) && path !== `media/${wanted}`) throw new Refusal('changed', path);
    const pieces = unpacked(zip, entry);
    const place = join(folder, wanted);
    if (isMedia(path)) await pipeline(sameAs(pieces, wanted, path), createWriteStream(place, { flags: 'wx', mode: 0o600 }));
    else texts.set(path, await buffer(sameAs(pieces, wanted, path)));
    if (isMedia(path)) media.set(wanted, { path: place, bytes: entry.bytes });
  }
  for (const path of entries.keys()) if (path !== MANIFEST && !Object.hasOwn(listed.files, path)) throw new Refusal('unlisted', path);
  return { texts, media };
}

/** The bytes of a file; what cannot be unpacked was changed on the way. */
async function* unpacked(zip: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  try {
    yield* await openEntry(zip, entry);
  } catch (error) {
    const broken = error instanceof NoZip || String((error as { code?: unknown }).code).startsWith('Z_');
    throw broken ? new Refusal('changed', entry.path) : error;
  }
}

async function* sameAs(pieces: AsyncIterable<Buffer>, wanted: string, path: string): AsyncGenerator<Buffer> {
  const sum = createHash('sha256');
  for await (const piece of pieces) {
    sum.update(piece);
    yield piece;
  }
  if (sum.digest('hex') !== wanted) throw new Refusal('changed', path);
}

function contentsOf(texts: ReadonlyMap<string, Buffer>, media: BroughtMedia): CourseContents {
  const read = <T>(path: string, shape: z.ZodType<T>): T => {
    const bytes = texts.get(path);
    if (!bytes) throw new Refusal('missing', path);
    const shaped = shape.safeParse(parse(bytes, path, 'document'));
    if (!shaped.success) throw new Refusal('document', path);
    return shaped.data;
  };
  const drafts = [...texts.keys()]
    .filter((path) => path.startsWith('drafts/'))
    .map((path) => {
      const draft = read(path, DRAFT);
      if (draftPath(draft) !== path) throw new Refusal('document', path);
      return draft;
    });
  const course = read(COURSE, PACKAGED_COURSE);
  const sources = read(SOURCES, z.array(SOURCE)) as CourseContents['sources'];
  const clips = read(CLIPS, z.array(NARRATION)) as CourseContents['clips'];
  for (const { parts } of clips)
    for (const clip of Object.values(parts)) {
      const file = media.get(clip.media);
      if (!file) throw new Refusal('missing', `media/${clip.media}`);
      if (file.bytes !== clip.bytes) throw new Refusal('document', CLIPS);
    }
  return { course, drafts, sources, clips };
}

/** Canonical JSON alone: a document has one way to be written, so nothing is told twice with two meanings. */
function parse(bytes: Uint8Array, path: string, code: PackageFaultCode): Json {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text) as Json;
    if (canonical(value) === text) return value;
  } catch {
    // Not UTF-8, not JSON, or nested deeper than any document: one answer for all.
  }
  throw new Refusal(code, path);
}
