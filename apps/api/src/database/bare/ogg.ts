import type { FileBytes } from './file-bytes.ts';
import { isHarmless } from './harmless.ts';

const PAGE_HEAD = 27;
/** More comments than any program writes that names only itself. */
const MOST_COMMENT = 65_536;

/** Whether an Ogg file holds one stream of sound, and in its comments nothing but the program that wrote it. */
export async function isBareOgg(bytes: FileBytes): Promise<boolean> {
  let at = 0;
  let serial: number | null = null;
  let packet = 0;
  const comments: Buffer[] = [];
  while (at < bytes.size) {
    const head = await bytes.at(at, PAGE_HEAD + 255);
    if (head.length < PAGE_HEAD || head.toString('latin1', 0, 4) !== 'OggS') return false;
    const lacing = head.subarray(PAGE_HEAD, PAGE_HEAD + (head[26] ?? 0));
    // Another stream may hold anything.
    if (serial !== null && head.readUInt32LE(14) !== serial) return false;
    serial = head.readUInt32LE(14);
    let from = at + PAGE_HEAD + lacing.length;
    for (const segment of lacing) {
      if (packet === 1) comments.push(await bytes.at(from, segment));
      from += segment;
      if (segment < 255) packet += 1;
    }
    if (from > bytes.size || comments.length * 255 > MOST_COMMENT) return false;
    at = from;
  }
  return packet > 2 && namesOnlyPrograms(Buffer.concat(comments));
}

/** `OpusTags`: the program, then comments by name, then perhaps padding. */
function namesOnlyPrograms(packet: Buffer): boolean {
  if (packet.toString('latin1', 0, 8) !== 'OpusTags') return false;
  let at = 8;
  const next = (): Buffer | null => {
    if (at + 4 > packet.length) return null;
    const end = at + 4 + packet.readUInt32LE(at);
    const found = end <= packet.length ? packet.subarray(at + 4, end) : null;
    at = end;
    return found;
  };
  if (!next() || at + 4 > packet.length) return false;
  const count = packet.readUInt32LE(at);
  at += 4;
  for (let left = count; left > 0; left -= 1) {
    const comment = next();
    if (!comment || !isHarmless(comment.toString().split('=')[0] ?? '')) return false;
  }
  return packet.subarray(at).every((byte) => byte === 0);
}
