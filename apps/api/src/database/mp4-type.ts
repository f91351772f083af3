interface Box {
  type: string;
  /** Where what is in it begins and ends, within the file. */
  from: number;
  to: number;
}

/** The boxes that follow one another between two places; null when the bytes end before the last of them has begun. */
function boxes(bytes: Buffer, from: number, to: number): Box[] | null {
  const found: Box[] = [];
  for (let at = from; at < to; ) {
    if (at + 16 > bytes.length) return null;
    const short = bytes.readUInt32BE(at);
    const long = short === 1;
    const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (size < (long ? 16 : 8)) return null;
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), from: at + (long ? 16 : 8), to: at + size });
    at += size;
  }
  return found;
}

/** What a track is made for, `soun` or `vide`; null where that cannot be seen. */
function handlerOf(bytes: Buffer, trak: Box): string | null {
  const media = boxes(bytes, trak.from, trak.to)?.find(({ type }) => type === 'mdia');
  // The tables behind it may lie beyond the bytes at hand.
  for (let at = media?.from ?? bytes.length; at + 20 <= bytes.length; at += bytes.readUInt32BE(at) || bytes.length)
    if (bytes.toString('latin1', at + 4, at + 8) === 'hdlr') return bytes.toString('latin1', at + 16, at + 20);
  return null;
}

/** Whether an MP4 holds sound alone, by the first bytes of it; where they do not tell, it counts as a film. */
export function mp4Type(head: Buffer): 'audio/mp4' | 'video/mp4' {
  for (let at = 0; at + 16 <= head.length; ) {
    const size = head.readUInt32BE(at);
    if (head.toString('latin1', at + 4, at + 8) === 'moov') {
      const tracks = boxes(head, at + 8, at + size)?.filter(({ type }) => type === 'trak') ?? [];
      return tracks.length > 0 && tracks.every((track) => handlerOf(head, track) === 'soun') ? 'audio/mp4' : 'video/mp4';
    }
    if (size < 8) break;
    at += size;
  }
  return 'video/mp4';
}
