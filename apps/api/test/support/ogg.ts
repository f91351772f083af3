/** CRC-32 as Ogg has it: polynomial 0x04c11db7, nothing reflected. */
function crc(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}

export interface Page {
  /** 2: the first of the stream, 4: the last. */
  flags: number;
  /** Samples at 48,000 a second up to the end of this page. */
  granule: bigint;
  sequence: number;
  packets: Uint8Array[];
}

const SERIAL = 7;

/** One Ogg page of whole packets. */
export function oggPage({ flags, granule, sequence, packets }: Page): Buffer {
  const lacing = packets.flatMap(({ length }) => [...Array.from({ length: Math.floor(length / 255) }, () => 255), length % 255]);
  const head = Buffer.alloc(27);
  head.write('OggS', 'latin1');
  head[5] = flags;
  head.writeBigUInt64LE(granule, 6);
  head.writeUInt32LE(SERIAL, 14);
  head.writeUInt32LE(sequence, 18);
  head[26] = lacing.length;
  const page = Buffer.concat([head, Buffer.from(lacing), ...packets]);
  page.writeUInt32LE(crc(page), 22);
  return page;
}

/** The comment packet of an Opus stream: who made it, if that is told, and otherwise the program alone, as a browser's recorder writes it. */
export function opusTags(program: string, title?: string): Buffer {
  const text = (value: string): Buffer => {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const comments = title === undefined ? [] : [text(`TITLE=${title}`)];
  return Buffer.concat([Buffer.from('OpusTags'), text(program), Buffer.from([comments.length, 0, 0, 0]), ...comments]);
}

function lengthOfPage(bytes: Buffer, at: number): number {
  const segments = bytes[at + 26] ?? 0;
  return 27 + segments + bytes.subarray(at + 27, at + 27 + segments).reduce((sum, one) => sum + one, 0);
}

/** The same sound as another program wrote it, with a title or without one: another file, with a hash of its own. */
export function writtenBy(ogg: Buffer, program: string, title?: string): Buffer {
  const tags = lengthOfPage(ogg, 0);
  const sound = tags + lengthOfPage(ogg, tags);
  return Buffer.concat([ogg.subarray(0, tags), oggPage({ flags: 0, granule: 0n, sequence: 1, packets: [opusTags(program, title)] }), ogg.subarray(sound)]);
}

/** How long an Ogg Opus file sounds, by its last page. */
export function durationMs(ogg: Buffer): number {
  const last = ogg.lastIndexOf('OggS');
  return Math.round(Number(ogg.readBigUInt64LE(last + 6)) / 48);
}

/** The beginning of an Opus file: its first packets of sound alone, one to a page. */
export function shorter(ogg: Buffer, packets: number): Buffer {
  const pages: Buffer[] = [];
  const sounds: Uint8Array[] = [];
  for (let at = 0, index = 0; at < ogg.length; index += 1) {
    const length = lengthOfPage(ogg, at);
    if (index < 2) pages.push(ogg.subarray(at, at + length));
    else sounds.push(...packetsOf(ogg.subarray(at, at + length)));
    at += length;
  }
  const kept = sounds.slice(0, packets);
  return Buffer.concat([...pages, ...kept.map((packet, index) => oggPage({ flags: index + 1 === kept.length ? 4 : 0, granule: BigInt((index + 1) * 2_880), sequence: index + 2, packets: [packet] }))]);
}

function packetsOf(page: Buffer): Uint8Array[] {
  const segments = page[26] ?? 0;
  const found: Uint8Array[] = [];
  let from = 27 + segments;
  let to = from;
  for (const lacing of page.subarray(27, 27 + segments)) {
    to += lacing;
    if (lacing === 255) continue;
    found.push(page.subarray(from, to));
    from = to;
  }
  return found;
}
