import { encodeFile } from '../recorder/encode.ts';

/** A voice in a hall, or a song: more than speech close to a microphone needs. A minute costs a phone 240 KB. */
const BITS_A_SECOND = 32_000;
/** Unpacked, an hour of sound is too much for an office computer. */
const MOST_BYTES = 40 * 1024 * 1024;

/**
 * A sound as it is sent: as Opus, which phones play and which a bad line carries, whatever it was made as (MP3, M4A, WAV).
 * What is Opus already, and what this browser cannot read, goes as it is; the server says what it does not take.
 */
export async function lighterSound(file: Blob): Promise<Blob> {
  if (/^audio\/(?:ogg|webm)/.test(file.type) || file.size > MOST_BYTES) return file;
  return (await encodeFile(file, BITS_A_SECOND).catch(() => null)) ?? file;
}
