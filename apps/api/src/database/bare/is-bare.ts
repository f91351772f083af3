import { FileBytes } from './file-bytes.ts';
import { isBareMp4 } from './mp4.ts';
import { isBareOgg } from './ogg.ts';
import { isBareWebm } from './webm.ts';

const LOOK: Readonly<Record<string, (bytes: FileBytes) => Promise<boolean>>> = { 'video/mp4': isBareMp4, 'audio/mp4': isBareMp4, 'video/webm': isBareWebm, 'audio/webm': isBareWebm, 'audio/ogg': isBareOgg };

/**
 * Whether a sound or film holds nothing but its picture and its sound: no word of who made it, where and when, no further
 * track, nothing attached. What is not known of the format counts as something.
 */
export async function isBare(path: string, type: string): Promise<boolean> {
  return FileBytes.with(path, async (bytes) => (await LOOK[type]?.(bytes)) ?? false);
}
