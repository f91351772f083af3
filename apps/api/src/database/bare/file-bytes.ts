import { type FileHandle, open } from 'node:fs/promises';

/** How much is read at once. */
export const PIECE = 65_536;

/** A film of three hours has a million packets; whoever wants more looks wants this machine's time. */
const MOST_LOOKS = 4_000_000;

/** A file of more parts than any sound, film or picture has. */
export class TooManyParts extends Error {}

/** A file of which a little is read here and there, however long it is. */
export class FileBytes {
  readonly #file: FileHandle;
  readonly size: number;
  #looks = 0;
  #near: { from: number; bytes: Buffer } = { from: 0, bytes: Buffer.alloc(0) };

  private constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.size = size;
  }

  /** Opens a file for as long as `work` takes. */
  static async with<T>(path: string, work: (bytes: FileBytes) => Promise<T>): Promise<T> {
    const file = await open(path);
    try {
      return await work(new FileBytes(file, (await file.stat()).size));
    } finally {
      await file.close();
    }
  }

  /**
   * Bytes from a place on, at most `PIECE`; fewer at the end of the file.
   * @throws TooManyParts after some millions of looks
   */
  async at(from: number, length: number): Promise<Buffer> {
    if ((this.#looks += 1) > MOST_LOOKS) throw new TooManyParts();
    // Heads stand close to each other: what was read around the last one is asked first.
    if (from < this.#near.from || from + length > this.#near.from + this.#near.bytes.length) {
      const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(PIECE), 0, PIECE, from);
      this.#near = { from, bytes: buffer.subarray(0, bytesRead) };
    }
    const begin = from - this.#near.from;
    return this.#near.bytes.subarray(begin, begin + length);
  }

  /** Whether a part of it is zeros and nothing else. */
  async isEmpty(from: number, to: number): Promise<boolean> {
    for (let at = from; at < to; at += PIECE) if ((await this.at(at, Math.min(PIECE, to - at))).some((byte) => byte !== 0)) return false;
    return true;
  }
}
