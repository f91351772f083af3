import type { MediaFile, MediaSource } from '@seek-justice/domain/curriculum/media.ts';

/** Pixels that a usual phone shows across a lesson: 320 as pages count them, two of its own to each. */
const PHONE_PX = 640;

/**
 * What a usual phone loads of a picture: the smallest of the newest format that is wide enough, as `blocks/image` offers
 * them. Older phones load the picture itself.
 */
export function phoneBytes({ hash, type, bytes, width = 0, height = 0, sources = [] }: MediaFile): number {
  const newest = sources.find((source) => source.type !== type)?.type ?? type;
  const all: MediaSource[] = [...sources, { hash, type, bytes, width, height }];
  const offered = all.filter((source) => source.type === newest).sort((a, b) => a.width - b.width);
  return (offered.find((source) => source.width >= PHONE_PX) ?? offered.at(-1))?.bytes ?? bytes;
}
