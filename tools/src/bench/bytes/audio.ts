import { readFileSync, statSync } from 'node:fs';
import { loadRecordings } from '@seek-justice/seed/narration.ts';
import { inRepository } from '../../root.ts';

/** How long an Ogg Opus file sounds, in minutes, by the last sample that it names (48,000 a second). */
export function minutesOfOgg(bytes: Buffer): number {
  const last = bytes.lastIndexOf('OggS');
  if (last < 0) throw new Error('This is no Ogg file.');
  return Number(bytes.readBigUInt64LE(last + 6)) / 48_000 / 60;
}

/**
 * Bytes of narration per minute: of the project's own recordings, and while there are none of a sound of twenty seconds
 * that was made the way recordings are to be made (Opus in Ogg, mono, 16 kbit/s).
 */
export async function audioBytesPerMinute(): Promise<{ bytes: number; measured: 'recordings' | 'test sound' }> {
  const recordings = await loadRecordings();
  if (recordings.length > 0) {
    const bytes = recordings.reduce((sum, { file }) => sum + statSync(file).size, 0);
    return { bytes: (bytes / recordings.reduce((sum, { ms }) => sum + ms, 0)) * 60_000, measured: 'recordings' };
  }
  const sound = readFileSync(inRepository('apps', 'api', 'test', 'fixtures', 'audio', 'tone-20s.opus'));
  return { bytes: sound.length / minutesOfOgg(sound), measured: 'test sound' };
}
