import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file that goes into a zip file: its bytes are asked for when it is its turn. */
export interface ZipInput {
  path: string;
  /** Compressed already: stored as it is. */
  stored: boolean;
  open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** The first day that a zip file can name, in the machine's own time as the format has it: the same bytes everywhere. */
const DATE = new Date(1980, 0, 1);

/** Writes a new zip file, piece by piece: no more of it is in memory than what is on its way to the disk. */
export async function writeZip(to: string, files: readonly ZipInput[]): Promise<void> {
  await pipeline(zipped(files), createWriteStream(to, { flags: 'wx', mode: 0o600 }));
}

async function* zipped(files: readonly ZipInput[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for (const { path, stored, open } of files) {
    const file = stored ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    file.mtime = DATE;
    zip.add(file);
    for await (const piece of open()) {
      file.push(piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
