import type { FileBytes } from './file-bytes.ts';

/** What a film is made of: its index and its packets. Whatever else a box may hold (tags, places, pictures of the film, further tracks) is none of it. */
const INSIDE: Readonly<Record<string, ReadonlySet<string>>> = {
  '': new Set(['ftyp', 'moov', 'mdat', 'free', 'skip']),
  moov: new Set(['mvhd', 'trak', 'free', 'skip']),
  trak: new Set(['tkhd', 'edts', 'mdia', 'free', 'skip']),
  mdia: new Set(['mdhd', 'hdlr', 'minf', 'free', 'skip']),
  minf: new Set(['vmhd', 'smhd', 'dinf', 'stbl', 'free', 'skip']),
  stbl: new Set(['stsd', 'stts', 'ctts', 'cslg', 'stss', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'sdtp', 'sgpd', 'sbgp', 'free', 'skip']),
};
const PADDING: ReadonlySet<string> = new Set(['free', 'skip']);
const HEAD = 16;
/** Of what says which kind of track it is, its name included. */
const LONGEST_NAME = 100;
/** What programs call the two tracks; any other name is somebody's. */
const NAMES: ReadonlySet<string> = new Set(['', 'VideoHandler', 'SoundHandler', 'MediabunnyVideoHandler', 'MediabunnySoundHandler']);
/** One place where the packets are: this very file. */
const HERE = Buffer.from('0000001c6472656600000000000000010000000c75726c2000000001', 'hex');

/** Whether an MP4 holds nothing but its picture and its sound: one track of each at most. */
export async function isBareMp4(bytes: FileBytes): Promise<boolean> {
  const handlers: string[] = [];
  const look = async (from: number, to: number, inside: string): Promise<boolean> => {
    let at = from;
    while (at < to) {
      const head = await bytes.at(at, HEAD);
      if (head.length < 8) return false;
      const type = head.toString('latin1', 4, 8);
      const short = head.readUInt32BE(0);
      if (short === 1 && head.length < HEAD) return false;
      const length = short === 0 ? to - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short;
      const begin = at + (short === 1 ? HEAD : 8);
      const end = at + length;
      if (!INSIDE[inside]?.has(type) || end < begin || end > to) return false;
      if (PADDING.has(type) && !(await bytes.isEmpty(begin, end))) return false;
      if (type === 'hdlr') {
        const told = await bytes.at(begin, Math.min(end - begin, LONGEST_NAME));
        if (end - begin > LONGEST_NAME || told.subarray(12, 24).some((byte) => byte !== 0)) return false;
        if (!NAMES.has(told.toString('latin1', 24).replace(/\0+$/, ''))) return false;
        handlers.push(told.toString('latin1', 8, 12));
      }
      if (type === 'dinf' && !(await bytes.at(begin, end - begin)).equals(HERE)) return false;
      if (INSIDE[type] && !(await look(begin, end, type))) return false;
      at = end;
    }
    return at === to;
  };
  return (await look(0, bytes.size, '')) && handlers.length > 0 && new Set(handlers).size === handlers.length && handlers.every((kind) => kind === 'vide' || kind === 'soun');
}
