import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { canonical } from '@seek-justice/domain/kernel/canonical.ts';
import { checkLaw } from '@seek-justice/domain/testing/seeds.ts';
import { khmerText } from '@seek-justice/domain/testing/khmer.ts';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { CourseContents } from '../../src/features/curriculum/exchange/package/contents.ts';
import { PACKAGE_FAULT_WORDS, PACKAGE_FAULTS } from '../../src/features/curriculum/exchange/package/fault.ts';
import { packCourse as packInto } from '../../src/features/curriculum/exchange/package/pack.ts';
import { unpackCourse as unpackFrom } from '../../src/features/curriculum/exchange/package/unpack.ts';

const LIMITS = { packed: 1_000_000, unpacked: 1_000_000, texts: 500_000, files: 50 };
const folder = mkdtempSync(join(tmpdir(), 'packages-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;
const place = (): string => join(folder, String((made += 1)));

/** A course and the bytes of its files. */
type Whole = CourseContents & { media: Map<string, Uint8Array> };

async function packCourse({ media, ...contents }: Whole, limits = LIMITS): Promise<Uint8Array> {
  const path = place();
  const sizes = new Map([...media].map(([hash, bytes]) => [hash, bytes.length]));
  await packInto(contents, sizes, (hash) => [media.get(hash)!], path, limits);
  return new Uint8Array(readFileSync(path));
}

/** What is read of a package, its files with their bytes; what lies on the disk afterwards has these names and no others. */
async function unpackCourse(bytes: Uint8Array, limits = LIMITS): Promise<{ ok: true; contents: Whole; contacts: string[] } | { ok: false; fault: object }> {
  const [path, media] = [place(), place()];
  writeFileSync(path, bytes);
  mkdirSync(media);
  const read = await unpackFrom(path, limits, media);
  if (!read.ok) return read;
  return { ok: true, contacts: read.contacts, contents: { ...read.contents, media: new Map([...read.media].map(([hash, file]) => [hash, new Uint8Array(readFileSync(file.path))])) } };
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const sound = new Uint8Array([1, 2, 3, 4]);
const course = (): Whole => ({
  course: {
    id: 'a',
    hash: sha256('course'),
    recalls: { l1: [{ note: { en: 'The number was wrong.', km: 'លេខនោះខុស។' }, leaves: [sha256('leaf')] }] },
    signOffs: { l1: [{ thing: 'b1', competence: 'law', content: sha256('content'), reviewBy: '2027-11-27' }] },
  },
  drafts: [
    { id: 'a', kind: 'course', body: { title: { en: 'Care', km: 'ការថែទាំ' }, modules: ['m1'] }, bases: {} },
    { id: 'l1', kind: 'lesson', body: { blocks: [{ text: { km: 'ទូរស័ព្ទទៅ {contact:hotline-police}។' } }, { text: { en: '{contact:aid}' } }] }, bases: { title: { km: { from: 'en', text: 'Care' } } } },
  ],
  sources: [{ id: 'law', title: { en: 'Law', km: 'ច្បាប់' }, verifiedOn: null, reviewBy: '2027-01-01' }],
  clips: [{ of: 'l1', lang: 'km', parts: { ':title': { media: sha256(sound), bytes: 4, ms: 1200, type: 'audio/ogg', source: sha256('x') } } }],
  media: new Map([[sha256(sound), sound]]),
});

/** Takes a package apart, changes its files and zips them again, hashes as they were. */
async function tampered(change: (files: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const files = unzipSync(await packCourse(course()));
  change(files);
  return zipSync(files);
}

/** Files with a manifest that is true of them. */
function packed(files: Record<string, Uint8Array>, head: object = { format: 'seek-justice-course', version: 1 }): Uint8Array {
  const listed = { ...head, files: Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, sha256(bytes)])) };
  return zipSync({ 'manifest.json': strToU8(canonical({ ...listed, hash: sha256(canonical(listed as any)) } as any)), ...files });
}

const least = { 'course.json': strToU8(canonical(course().course as any)), 'sources.json': strToU8('[]'), 'clips.json': strToU8('[]') };

it('carries drafts, sources, clips and media, and names the contacts that it does not carry', async () => {
  expect(await unpackCourse(await packCourse(course()))).toEqual({ ok: true, contents: course(), contacts: ['aid', 'hotline-police'] });
  expect(Object.keys(unzipSync(await packCourse(course())))).toEqual(['manifest.json', 'clips.json', 'course.json', 'drafts/course-a.json', 'drafts/lesson-l1.json', `media/${sha256(sound)}`, 'sources.json']);
});

it('equal contents give equal bytes, in whatever order they come', async () => {
  const { drafts, ...rest } = course();
  const turned = drafts.toReversed().map(({ id, kind, body, bases }) => ({ bases, body, kind, id }));
  expect(Buffer.from(await packCourse({ drafts: turned, ...rest })).equals(Buffer.from(await packCourse(course())))).toBe(true);
});

// No form has a field of that name, and nothing that reads JSON into objects keeps it.
const key = fc.string().filter((text) => text !== '__proto__');
const json = fc.dictionary(key, fc.oneof(khmerText, fc.integer(), fc.boolean(), fc.constant(null), fc.array(khmerText, { maxLength: 3 })), { maxKeys: 4 });
const kind = fc.constantFrom('course', 'module', 'lesson', 'quiz');
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const drafts = fc.uniqueArray(fc.record({ id: name, kind, body: json, bases: fc.constant({}) }), { selector: ({ id, kind }) => `${kind} ${id}`, maxLength: 5 });
const media = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 3 }).map((all) => new Map(all.map((bytes) => [sha256(bytes), bytes])));

it('what is packed is unpacked again; a changed byte changes nothing or is refused', async () => {
  await checkLaw(
    'package-round-trip',
    fc.asyncProperty(drafts, media, fc.nat(), fc.integer({ min: 1, max: 255 }), async (drafts, media, at, change) => {
      const bytes = await packCourse({ course: course().course, drafts, sources: [], clips: [], media });
      const read = await unpackCourse(bytes);
      if (!read.ok) throw new Error(JSON.stringify(read.fault));
      const plain = (contents: Whole) => ({
        drafts: contents.drafts.map(({ id, kind, body }) => canonical({ id, kind, body: JSON.parse(JSON.stringify(body)) })).toSorted(),
        media: [...contents.media].map(([hash, file]) => [hash, [...file]]).toSorted((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1)),
      });
      expect(plain(read.contents)).toEqual(plain({ course: course().course, drafts, sources: [], clips: [], media }));
      const broken = bytes.slice();
      broken[at % broken.length]! ^= change;
      const again = await unpackCourse(broken);
      if (again.ok) expect(plain(again.contents)).toEqual(plain(read.contents));
    }),
    { numRuns: 150 },
  );
});

it('a changed byte is refused with the name of the file', async () => {
  for (const path of ['drafts/lesson-l1.json', 'course.json', 'sources.json', 'clips.json', `media/${sha256(sound)}`]) {
    const bytes = await tampered((files) => {
      files[path]![1]! ^= 1;
    });
    expect(await unpackCourse(bytes)).toEqual({ ok: false, fault: { code: 'changed', file: path } });
  }
  const manifest = await tampered((files) => {
    files['manifest.json'] = strToU8(Buffer.from(files['manifest.json']!).toString().replace(sha256(sound), sha256('other')));
  });
  expect(await unpackCourse(manifest)).toEqual({ ok: false, fault: { code: 'no_manifest', file: 'manifest.json' } });
});

const remove = (path: string) => (files: Record<string, Uint8Array>) => {
  delete files[path];
};

/** A zip file of which each line of the list at its end is changed. */
function withList(bytes: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at += 1) if (view.getUint32(at, true) === 0x02014b50) change(view, at);
  return bytes;
}

it.each<[string, () => Uint8Array | Promise<Uint8Array>, object]>([
  ['no zip', () => strToU8('not a zip at all, but text'), { code: 'not_zip' }],
  ['cut off', async () => (await packCourse(course())).slice(0, -30), { code: 'not_zip' }],
  ['nothing', () => new Uint8Array(), { code: 'not_zip' }],
  ['cut off in the middle', async () => (await packCourse(course())).slice(0, 700), { code: 'not_zip' }],
  ['something behind its end', async () => new Uint8Array([...(await packCourse(course())), 1, 2, 3]), { code: 'not_zip' }],
  ['something before its list', async () => withList(await packCourse(course()), (view, at) => view.setUint32(at + 42, view.byteLength, true)), { code: 'not_zip' }],
  ['locked', async () => withList(await packCourse(course()), (view, at) => view.setUint16(at + 8, 1, true)), { code: 'not_zip' }],
  ['packed in a way that nobody knows', async () => withList(await packCourse(course()), (view, at) => view.setUint16(at + 10, 99, true)), { code: 'not_zip' }],
  ['no manifest', () => tampered(remove('manifest.json')), { code: 'no_manifest' }],
  ['a file missing', () => tampered(remove('sources.json')), { code: 'missing', file: 'sources.json' }],
  ['a file too many', () => tampered((files) => { files['drafts/quiz-q.json'] = strToU8('{}'); }), { code: 'unlisted', file: 'drafts/quiz-q.json' }], // prettier-ignore
  ['a path upwards', () => zipSync({ '../evil': sound }), { code: 'bad_path' }],
  ['an absolute path', () => zipSync({ '/etc/passwd': sound }), { code: 'bad_path' }],
  ['a path that climbs out of its folder', () => zipSync({ 'drafts/lesson-a..json': sound }), { code: 'bad_path' }],
  ['another format', () => packed(least, { format: 'other', version: 1 }), { code: 'format' }],
  ['a newer version', () => packed(least, { format: 'seek-justice-course', version: 2 }), { code: 'version' }],
  ['a draft under the name of another', () => packed({ ...least, 'drafts/lesson-a.json': strToU8('{"bases":{},"body":{},"id":"b","kind":"lesson"}') }), { code: 'document', file: 'drafts/lesson-a.json' }],
  ['a draft of no known kind', () => packed({ ...least, 'drafts/lesson-a.json': strToU8('{"bases":{},"body":{},"id":"a","kind":"page"}') }), { code: 'document', file: 'drafts/lesson-a.json' }],
  ['a key twice', () => packed({ ...least, 'drafts/lesson-a.json': strToU8('{"bases":{},"body":{},"body":{},"id":"a","kind":"lesson"}') }), { code: 'document', file: 'drafts/lesson-a.json' }],
  ['a document without end', () => packed({ ...least, 'drafts/lesson-a.json': strToU8('['.repeat(100_000)) }), { code: 'document', file: 'drafts/lesson-a.json' }],
  ['a file that is not what its name says', () => packed({ ...least, [`media/${sha256('other')}`]: sound }), { code: 'changed', file: `media/${sha256('other')}` }],
  ['a clip without its recording', () => packed({ ...least, 'clips.json': strToU8(canonical(course().clips as any)) }), { code: 'missing', file: `media/${sha256(sound)}` }],
])('is refused: %s', async (_, bytes, fault) => {
  expect(await unpackCourse(await bytes())).toEqual({ ok: false, fault });
});

it('sizes and counts are looked at before anything is unpacked', async () => {
  const bomb = zipSync({ 'sources.json': [new Uint8Array(3_000_000), { level: 9 }] });
  expect(bomb.length).toBeLessThan(10_000);
  expect(await unpackCourse(bomb, { ...LIMITS, unpacked: 5_000_000 })).toEqual({ ok: false, fault: { code: 'too_large', file: 'sources.json' } });
  expect(await unpackCourse(bomb, { ...LIMITS, texts: 5_000_000 })).toEqual({ ok: false, fault: { code: 'too_large', file: 'sources.json' } });
  expect(await unpackCourse(await packCourse(course()), { ...LIMITS, packed: 100 })).toEqual({ ok: false, fault: { code: 'too_large' } });
  expect(await unpackCourse(await packCourse(course()), { ...LIMITS, files: 5 })).toEqual({ ok: false, fault: { code: 'too_many' } });
  // One line of the list that is as long as a library, and a list that claims to be longer than the file.
  const long = zipSync({ 'sources.json': [strToU8('[]'), { comment: 'x'.repeat(60_000) }] });
  expect(await unpackCourse(long)).toEqual({ ok: false, fault: { code: 'not_zip' } });
});

it('many files with the same bytes in the zip count as many', async () => {
  // All lines of the list lead to one small file that unpacks to much.
  const names = Array.from({ length: 9 }, (_, at) => `media/${String(at).repeat(64)}`);
  const zip = zipSync(Object.fromEntries(names.map((name) => [name, [new Uint8Array(400_000), { level: 9 }]])));
  const bytes = withList(zip, (view, at) => view.setUint32(at + 42, 0, true));
  expect(await unpackCourse(bytes)).toEqual({ ok: false, fault: { code: 'too_large', file: names[2] } });
});

it('a file that says that it is smaller than it is never grows beyond what it said', async () => {
  const zip = zipSync({ ...unzipSync(await packCourse(course())), 'sources.json': [new Uint8Array(400_000), { level: 9 }] });
  // The size in the list, which is what is believed: 24 bytes into each line.
  const bytes = withList(zip, (view, at) => {
    if (view.getUint32(at + 24, true) === 400_000) view.setUint32(at + 24, 2, true);
  });
  expect(await unpackCourse(bytes, { ...LIMITS, texts: 10_000 })).toEqual({ ok: false, fault: { code: 'changed', file: 'sources.json' } });
});

it('refuses to pack what cannot be unpacked', async () => {
  const { drafts, ...rest } = course();
  await expect(packCourse({ ...rest, drafts: [{ id: '../x', kind: 'lesson', body: {}, bases: {} }] })).rejects.toThrow(RangeError);
  await expect(packCourse({ ...rest, drafts: [...drafts, ...drafts] })).rejects.toThrow(RangeError);
  await expect(packCourse({ ...rest, drafts, media: new Map([[sha256('other'), sound]]) })).rejects.toThrow(RangeError);
  await expect(packCourse(course(), { ...LIMITS, texts: 100 })).rejects.toMatchObject({ code: 'too_large' });
  await expect(packCourse({ ...rest, drafts, media: new Map([[sha256(sound), new Uint8Array(900_000)], [sha256('b'), new Uint8Array(99_000)]]) })).rejects.toMatchObject({ code: 'too_large' });
});

it('files go by the disk: what was asked for lies there before more is asked for', async () => {
  const piece = new Uint8Array(65_536).fill(7);
  const pieces = 60;
  const sum = createHash('sha256');
  for (let at = 0; at < pieces; at += 1) sum.update(piece);
  const hash = sum.digest('hex');
  const to = place();
  const ahead: number[] = [];
  function* file(): Generator<Uint8Array> {
    for (let at = 0; at < pieces; at += 1) {
      ahead.push(at * piece.length - (statSync(to, { throwIfNoEntry: false })?.size ?? 0));
      yield piece;
    }
  }
  const { media: _, ...contents } = course();
  await packInto({ ...contents, clips: [] }, new Map([[hash, piece.length * pieces]]), file, to, { texts: 500_000, unpacked: 10_000_000 });
  // Four pieces on their way of sixty; held as a whole, the last one would be asked for with fifty-nine missing.
  expect(Math.max(...ahead)).toBeLessThanOrEqual(4 * piece.length);
  const media = place();
  mkdirSync(media);
  const read = await unpackFrom(to, { packed: 10_000_000, unpacked: 10_000_000, texts: 500_000, files: 50 }, media);
  expect(read).toMatchObject({ ok: true, media: new Map([[hash, { path: join(media, hash), bytes: piece.length * pieces }]]) });
  expect(sha256(readFileSync(join(media, hash)))).toBe(hash);
});

it('every fault has its words in both languages', () => {
  for (const code of PACKAGE_FAULTS) {
    expect(PACKAGE_FAULT_WORDS[code].en).toMatch(/[.]$/);
    expect(PACKAGE_FAULT_WORDS[code].km).toMatch(/[\u1780-\u17b3].*។$/);
  }
});
