import type { Sharp } from 'sharp';
import sharp from 'sharp';
import type { MediaFile, MediaSource } from '@seek-justice/domain/curriculum/media.ts';
import { ProblemError } from '../../http/problem-error.ts';

/** Nothing but these is ever given to a decoder: no SVG, no document, no raw format. */
const LOADERS = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif', 'VipsForeignLoadHeif'];
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: LOADERS });
// Seldom, large and one after the other: nothing is worth keeping, and readers need the other core.
sharp.cache(false);
sharp.concurrency(1);

/** The largest photograph of a common phone; what has more is a bomb, or a poster that should be made smaller first. */
const MOST_PIXELS = 52_000_000;
const PATIENCE_S = 60;

/** A phone of 360 points at two pixels each needs 720; the smaller one is for the weakest lines. Never enlarged. */
const WIDTHS = [480, 960];
/** A tall picture is no taller than two screens. */
const TALLEST = 2;

/** What a file may cost on prepaid data, by width; its quality is lowered step by step until it does. */
const BUDGET: Readonly<Record<number, number>> = { 480: 40_000, 960: 110_000 };

type Made = MediaSource & { data: Buffer };

/** What one format is written as, at falling qualities. */
const WRITE = {
  'image/jpeg': { qualities: [78, 68, 58, 48], as: (picture: Sharp, quality: number) => picture.flatten({ background: '#fff' }).jpeg({ quality, mozjpeg: true }) },
  'image/png': { qualities: [90, 70, 50], as: (picture: Sharp, quality: number) => picture.png({ palette: true, quality, effort: 8 }) },
  'image/webp': { qualities: [76, 64, 52, 40], as: (picture: Sharp, quality: number) => picture.webp({ quality, smartSubsample: true }) },
  'image/avif': { qualities: [54, 46, 38, 30], as: (picture: Sharp, quality: number) => picture.avif({ quality, effort: 4 }) },
} as const;

type Format = keyof typeof WRITE;

/** A picture made ready: the one that every browser can show, and smaller ones that newer browsers take instead. */
export interface ReadyPicture {
  fallback: Buffer;
  sources: Buffer[];
  /** As a block names it; `name` gives the hash of each file. */
  described(name: (data: Buffer) => string): MediaFile;
}

/**
 * Makes a picture ready for phones: upright, in sRGB, without a word of where, when and with what it was taken.
 * @throws ProblemError `media_type`, `media_spoilt`, `media_large`
 */
export async function readyPicture(path: string): Promise<ReadyPicture> {
  const open = (): Sharp => sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).timeout({ seconds: PATIENCE_S });
  const { width, opaque } = await lookAt(open());
  const widths = WIDTHS.filter((one) => one < width);
  if (widths.length < WIDTHS.length) widths.push(Math.min(width, WIDTHS.at(-1) ?? width));
  try {
    // Decoded and turned once; at the widest, which is all that the others are made of.
    const widest = widths.at(-1) ?? width;
    const { data, info } = await open().autoOrient().resize({ width: widest, height: widest * TALLEST, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const make = (format: Format, wide: number): Promise<Made> => within(budgetFor(wide), format, () => sharp(data, { raw }).resize({ width: Math.min(wide, info.width) }));
    const fallback = await make(opaque ? 'image/jpeg' : 'image/png', widest);
    const sources: Made[] = [];
    for (const format of ['image/avif', 'image/webp'] as const) for (const wide of widths) sources.push(await make(format, wide));
    // A newer format that came out larger than what every browser shows helps nobody.
    const useful = sources.filter(({ bytes, width: wide }) => wide < fallback.width || bytes < fallback.bytes);
    return {
      fallback: fallback.data,
      sources: useful.map((one) => one.data),
      described: (name) => ({ ...told(fallback, name), sources: useful.map((one) => told(one, name)) }),
    };
  } catch (error) {
    throw spoilt(error);
  }
}

function told({ data, ...rest }: Made, name: (data: Buffer) => string): MediaSource {
  return { ...rest, hash: name(data) };
}

/** What a file says it is, before anything of it is decoded: its width as it is seen, and whether light shines through it. */
async function lookAt(picture: Sharp): Promise<{ width: number; opaque: boolean }> {
  const known = await picture.metadata().catch((error: Error) => {
    throw /exceeds pixel limit/i.test(error.message) ? new ProblemError('media_large') : new ProblemError('media_type');
  });
  // HEIC lies in the same container as AVIF, and this build has no decoder for it.
  if (!known.width || !known.height || (known.format === 'heif' && known.compression !== 'av1')) throw new ProblemError('media_type');
  if (known.width * known.height > MOST_PIXELS) throw new ProblemError('media_large');
  const { isOpaque } = known.hasAlpha
    ? await picture.stats().catch((error: unknown) => {
        throw spoilt(error);
      })
    : { isOpaque: true };
  return { width: known.autoOrient.width, opaque: isOpaque };
}

function budgetFor(width: number): number {
  return BUDGET[WIDTHS.find((one) => width <= one) ?? 960] ?? 0;
}

async function within(budget: number, format: Format, picture: () => Sharp): Promise<Made> {
  let made: Made | null = null;
  for (const quality of WRITE[format].qualities) {
    const { data, info } = await WRITE[format].as(picture(), quality).toBuffer({ resolveWithObject: true });
    made = { hash: '', type: format, bytes: data.length, width: info.width, height: info.height, data };
    if (made.bytes <= budget) break;
  }
  if (!made) throw new Error(`${format} has no quality`);
  return made;
}

function spoilt(error: unknown): Error {
  return error instanceof ProblemError ? error : new ProblemError('media_spoilt');
}
