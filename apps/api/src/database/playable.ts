import { ALL_FORMATS, FilePathSource, FilePathTarget, Input, Mp4OutputFormat, OggOutputFormat, Output, WebMOutputFormat } from 'mediabunny';
import { isBare } from './bare/is-bare.ts';
import { copyTracks } from './copy-tracks.ts';
import { headOf, mediaType } from './media-type.ts';

/** What was found in a file that sounds or moves. */
export interface Playable {
  /** The file to keep: what came, or a copy without names and places, which then is the caller's to remove. */
  path: string;
  type: string;
  ms: number;
  /** Of videos, as they are seen. */
  width?: number;
  height?: number;
}

/** Of what phones play without a decoder of their own; the sound of every lesson is Opus. */
const VIDEO: ReadonlySet<string> = new Set(['avc', 'vp8', 'vp9', 'av1']);
/** Not Vorbis: what it is decoded with holds the names of who sang, and no copy without them can be made. */
const SOUND_OF_VIDEO: ReadonlySet<string> = new Set(['aac', 'opus', 'mp3']);

const mp4 = (): Mp4OutputFormat => new Mp4OutputFormat({ fastStart: 'reserve' });

const FORMATS = { 'audio/ogg': () => new OggOutputFormat(), 'audio/webm': () => new WebMOutputFormat(), 'video/webm': () => new WebMOutputFormat(), 'video/mp4': mp4, 'audio/mp4': mp4 } as const;

type Kept = keyof typeof FORMATS;

const isKept = (type: string | null): type is Kept => type !== null && type in FORMATS;
const isOpus = (type: Kept): boolean => type === 'audio/ogg' || type === 'audio/webm';

/** What a file counts as when it was sent for something; null: it is not for that. */
function typeFor(kind: 'audio' | 'video' | 'voice', type: string | null): Kept | null {
  if (!isKept(type)) return null;
  // Whether a picture is in it is seen when it is opened.
  if (kind === 'voice') return type.endsWith('/mp4') ? 'audio/mp4' : isOpus(type) ? type : null;
  return kind === 'video' ? (type.startsWith('video/') ? type : null) : isOpus(type) ? type : null;
}

/**
 * Looks into a file by its content. What it tells of people and places (who speaks, where it was filmed) is left out of a
 * copy at `copy`; an MP4 is always copied, without loss, with its index in front, so that it plays while it comes. A
 * `voice` may be AAC in MP4 too: some browsers record nothing else.
 * @returns `media_type` for what is no such file, `media_spoilt` for one that cannot be read to its end.
 */
export async function playable(path: string, kind: 'audio' | 'video' | 'voice', copy: string): Promise<Playable | 'media_type' | 'media_spoilt'> {
  const type = typeFor(kind, mediaType(await headOf({ path })));
  if (!type) return 'media_type';
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  try {
    if (!(await playsEverywhere(input, type))) return 'media_type';
    const video = await input.getPrimaryVideoTrack();
    const ms = Math.round((await input.computeDuration()) * 1000);
    if (ms <= 0) return 'media_spoilt';
    const measured = { type, ms, ...(video ? { width: video.displayWidth, height: video.displayHeight } : {}) };
    if (isOpus(type) && (await isBare(path, type))) return { ...measured, path };
    await copyTracks(input, new Output({ format: FORMATS[type](), target: new FilePathTarget(copy) }));
    return { ...measured, path: copy };
  } catch {
    // The library's words quote what it read.
    return 'media_spoilt';
  } finally {
    input.dispose();
  }
}

/** Whether a sound or film is as an office lets it out: one that every phone plays, and bare. */
export async function isLetOut(path: string): Promise<boolean> {
  const type = mediaType(await headOf({ path }));
  if (!isKept(type) || !(await isBare(path, type))) return false;
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  try {
    return (await playsEverywhere(input, type)) && (await input.computeDuration()) > 0;
  } catch {
    return false;
  } finally {
    input.dispose();
  }
}

async function playsEverywhere(input: Input, type: Kept): Promise<boolean> {
  const [video, sound] = await Promise.all([input.getPrimaryVideoTrack(), input.getPrimaryAudioTrack()]);
  if (type.startsWith('audio/')) return !video && sound?.codec === (isOpus(type) ? 'opus' : 'aac');
  return video?.codec !== undefined && video.codec !== null && VIDEO.has(video.codec) && (!sound || SOUND_OF_VIDEO.has(sound.codec ?? ''));
}
