import { FileBytes, TooManyParts } from './file-bytes.ts';
import { isBareJpeg } from './jpeg.ts';
import { isBareMp4 } from './mp4.ts';
import { isBareOgg } from './ogg.ts';
import { isBareAvif, isBarePng, isBareWebp } from './pictures.ts';
import { isBareWebm } from './webm.ts';

const LOOK: Readonly<Record<string, (bytes: FileBytes) => Promise<boolean>>> = {
  'video/mp4': isBareMp4,
  'audio/mp4': isBareMp4,
  'video/webm': isBareWebm,
  'audio/webm': isBareWebm,
  'audio/ogg': isBareOgg,
  'image/jpeg': isBareJpeg,
  'image/png': isBarePng,
  'image/webp': isBareWebp,
  'image/avif': isBareAvif,
};

/**
 * Whether a file holds nothing but its picture and its sound: no word of who made it and where, no further track, nothing
 * attached. What is not known of the format counts as something. Not told apart: the time in the head of an MP4, which every
 * program writes, also ours when it makes a copy.
 */
export async function isBare(path: string, type: string): Promise<boolean> {
  const look = LOOK[type];
  if (!look) return false;
  return FileBytes.with(path, look).catch((error: unknown) => {
    if (error instanceof TooManyParts) return false;
    throw error;
  });
}
