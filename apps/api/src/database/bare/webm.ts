import type { FileBytes } from './file-bytes.ts';
import { isHarmless } from './harmless.ts';

const HEAD = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TAGS = 0x1254c367;
const VOID = 0xec;
const CHECKSUM = 0xbf;
const TAG = 0x67c8;
const TAG_NAME = 0x45a3;
const TRACK_TYPE = 0x83;

/** What a sound or film is made of, by what it stands in; of tags those that name a program. `null`: not looked into. */
const INSIDE: Readonly<Record<number, ReadonlySet<number> | null>> = {
  // The file: its head, and the segment.
  0: new Set([HEAD, SEGMENT, VOID]),
  // Which version of which kind of file it is.
  [HEAD]: new Set([0x4286, 0x42f7, 0x42f2, 0x42f3, 0x4282, 0x4287, 0x4285, VOID, CHECKSUM]),
  // Where things are, what it is, its tracks, packets and times; no attachments, no chapters.
  [SEGMENT]: new Set([0x114d9b74, 0x1549a966, 0x1654ae6b, CLUSTER, 0x1c53bb6b, TAGS, VOID, CHECKSUM]),
  // Scale, length and the programs that wrote it: no title, no day, no other files that belong to it.
  0x1549a966: new Set([0x2ad7b1, 0x4489, 0x4d80, 0x5741, VOID, CHECKSUM]),
  0x1654ae6b: new Set([0xae, VOID, CHECKSUM]),
  // A track without a name.
  0xae: new Set([0xd7, 0x73c5, TRACK_TYPE, 0x86, 0x63a2, 0x56aa, 0x56bb, 0x23e383, 0x9c, 0x88, 0xb9, 0x55aa, 0x22b59c, 0x55ee, 0xe0, 0xe1, 0x6de7, 0x6df8, VOID, CHECKSUM]),
  [CLUSTER]: new Set([0xe7, 0xa3, 0xa0, 0xa7, 0xab, VOID, CHECKSUM]),
  [TAGS]: new Set([0x7373, VOID, CHECKSUM]),
  0x7373: new Set([0x63c0, TAG, VOID, CHECKSUM]),
  [TAG]: new Set([TAG_NAME, 0x4487, 0x447a, 0x4484, 0x44b4, VOID, CHECKSUM]),
};
const SOUND_AND_PICTURE: ReadonlySet<number> = new Set([1, 2]);

/** Whether a WebM holds nothing but its picture and its sound: one track of each at most. */
export async function isBareWebm(bytes: FileBytes): Promise<boolean> {
  const tracks: number[] = [];
  /** Names of the tag that is looked into. */
  let names = 0;
  /** @returns where it ends; null where something is in it that does not belong there. */
  const look = async (from: number, to: number, inside: number, open: boolean): Promise<number | null> => {
    let at = from;
    while (at < to) {
      const head = await bytes.at(at, 12);
      const id = numberAt(head, 0);
      const size = id && sizeAt(head, id.length);
      if (!id || !size) return null;
      // A cluster that was written as it came has no length: it ends where something begins that stands beside it.
      if (open && inside === CLUSTER && !INSIDE[CLUSTER]?.has(id.value)) return at;
      if (!INSIDE[inside]?.has(id.value)) return null;
      const begin = at + id.length + size.length;
      const unknown = size.value === null;
      if (unknown && id.value !== SEGMENT && id.value !== CLUSTER) return null;
      const end = unknown ? to : begin + (size.value ?? 0);
      if (end > to) return null;
      if (id.value === CHECKSUM && end - begin !== 4) return null;
      if (id.value === VOID && !(await bytes.isEmpty(begin, end))) return null;
      if (id.value === TRACK_TYPE) tracks.push((await bytes.at(begin, 1))[0] ?? 0);
      if (id.value === TAG) names = 0;
      if (id.value === TAG_NAME) names += 1;
      if (id.value === TAG_NAME && !isHarmless((await bytes.at(begin, Math.min(end - begin, 80))).toString())) return null;
      const ended = INSIDE[id.value] ? await look(begin, end, id.value, unknown) : end;
      // A tag without a name may say anything.
      if (ended === null || (id.value === TAG && names !== 1)) return null;
      at = ended;
    }
    return at;
  };
  return (await look(0, bytes.size, 0, false)) === bytes.size && tracks.length > 0 && new Set(tracks).size === tracks.length && tracks.every((type) => SOUND_AND_PICTURE.has(type));
}

/** How many bytes a number of EBML has, by its first one; 0 for none. */
function lengthAt(head: Buffer, at: number): number {
  const length = Math.clz32(head[at] ?? 0) - 23;
  return length > 8 || at + length > head.length ? 0 : length;
}

/** The name of an element, with the mark of its own length. */
function numberAt(head: Buffer, at: number): { value: number; length: number } | null {
  const length = lengthAt(head, at);
  return length === 0 || length > 4 ? null : { value: head.readUIntBE(at, length), length };
}

/** A length, without that mark; `value` null: it is not known. */
function sizeAt(head: Buffer, at: number): { value: number | null; length: number } | null {
  const length = lengthAt(head, at);
  if (length === 0) return null;
  const first = (head[at] ?? 0) & (0xff >> length);
  const rest = head.subarray(at + 1, at + length);
  if (first === 0xff >> length && rest.every((byte) => byte === 0xff)) return { value: null, length };
  return { value: rest.reduce((sum, byte) => sum * 256 + byte, first), length };
}
