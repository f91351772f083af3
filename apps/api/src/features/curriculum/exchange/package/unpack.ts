import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { CLIPS, COURSE, contactsOf, type CourseContents, DRAFT_KINDS, draftPath, FORMAT, isPackagePath, MANIFEST, SOURCES, VERSION } from './contents.ts';
import type { PackageFault, PackageFaultCode } from './fault.ts';
import { sha256 } from './pack.ts';

/** What a site takes, in bytes and files. */
export interface PackageLimits {
  /** Of the package as it comes. */
  packed: number;
  /** Of all files together, unpacked. */
  unpacked: number;
  /** Of each file, unpacked. */
  file: number;
  files: number;
}

export type Unpacking = { ok: true; contents: CourseContents; contacts: string[] } | { ok: false; fault: PackageFault };

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
 * Opens a course package: sizes, counts and paths are looked at before anything is inflated, then every file is
 * checked by its hash. Bodies of drafts are JSON objects here; whether they are lessons is for the curriculum's schema.
 * `contacts` are the ids that the drafts refer to.
 */
export function unpackCourse(bytes: Uint8Array, limits: PackageLimits): Unpacking {
  try {
    const files = inflate(bytes, limits);
    checkHashes(files);
    const contents = contentsOf(files);
    return { ok: true, contents, contacts: contactsOf(contents.drafts) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault };
    throw error;
  }
}

function inflate(bytes: Uint8Array, limits: PackageLimits): Map<string, Uint8Array> {
  if (bytes.length > limits.packed) throw new Refusal('too_large');
  const seen = new Set<string>();
  let sum = 0;
  const look = ({ name, size, originalSize, compression }: { name: string; size: number; originalSize: number; compression: number }): boolean => {
    if (seen.size >= limits.files) throw new Refusal('too_many');
    if (!isPackagePath(name)) throw new Refusal('bad_path');
    if (seen.has(name)) throw new Refusal('doubled', name);
    seen.add(name);
    sum += originalSize;
    if (originalSize > limits.file || sum > limits.unpacked) throw new Refusal('too_large', name);
    if (compression !== 8 && (compression !== 0 || size !== originalSize)) throw new Refusal('not_zip');
    return true;
  };
  try {
    // Each file is inflated into a buffer of the size that was looked at: what says less than it holds is cut there.
    return new Map(Object.entries(unzipSync(bytes, { filter: look })));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('not_zip');
  }
}

function checkHashes(files: Map<string, Uint8Array>): void {
  const manifest = files.get(MANIFEST);
  if (!manifest) throw new Refusal('no_manifest');
  const value = parse(manifest, MANIFEST, 'no_manifest');
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== FORMAT) throw new Refusal('format');
  if (version !== VERSION) throw new Refusal(typeof version === 'number' && version > VERSION ? 'version' : 'format');
  const shaped = MANIFEST_SHAPE.safeParse(value);
  if (!shaped.success) throw new Refusal('no_manifest', MANIFEST);
  const { hash, ...listed } = shaped.data;
  const { hash: _, ...whole } = value as { hash: string };
  if (sha256(canonical(whole)) !== hash) throw new Refusal('no_manifest', MANIFEST);
  for (const [path, wanted] of Object.entries(listed.files)) {
    const bytes = files.get(path);
    if (!bytes) throw new Refusal('missing', isPackagePath(path) ? path : undefined);
    if (sha256(bytes) !== wanted || (path.startsWith('media/') && path !== `media/${wanted}`)) throw new Refusal('changed', path);
  }
  for (const path of files.keys()) if (path !== MANIFEST && !Object.hasOwn(listed.files, path)) throw new Refusal('unlisted', path);
}

function contentsOf(files: Map<string, Uint8Array>): CourseContents {
  const read = <T>(path: string, shape: z.ZodType<T>): T => {
    const bytes = files.get(path);
    if (!bytes) throw new Refusal('missing', path);
    const shaped = shape.safeParse(parse(bytes, path, 'document'));
    if (!shaped.success) throw new Refusal('document', path);
    return shaped.data;
  };
  const paths = [...files.keys()];
  const drafts = paths
    .filter((path) => path.startsWith('drafts/'))
    .map((path) => {
      const draft = read(path, DRAFT);
      if (draftPath(draft) !== path) throw new Refusal('document', path);
      return draft;
    });
  const media = new Map(paths.filter((path) => path.startsWith('media/')).map((path) => [path.slice('media/'.length), files.get(path) ?? new Uint8Array()]));
  const course = read(COURSE, PACKAGED_COURSE);
  const sources = read(SOURCES, z.array(SOURCE)) as CourseContents['sources'];
  const clips = read(CLIPS, z.array(NARRATION)) as CourseContents['clips'];
  for (const { parts } of clips)
    for (const clip of Object.values(parts)) {
      const bytes = media.get(clip.media);
      if (!bytes) throw new Refusal('missing', `media/${clip.media}`);
      if (bytes.length !== clip.bytes) throw new Refusal('document', CLIPS);
    }
  return { course, drafts, sources, clips, media };
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
