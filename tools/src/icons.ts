// Draws the icons of the home screen from the book that the pages have as theirs: node tools/src/icons.ts
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { inRepository } from './root.ts';

type Point = [number, number];

const GROUND = [0x0b, 0x5a, 0x5e] as const;
const SHADES = 16;
/** The book on a grid of 24: lines as cubic curves, each by its four points. */
const CURVES: [Point, Point, Point, Point][] = [
  [[12, 8], [10, 6.5], [7.5, 6.5], [5.5, 7]],
  [[5.5, 7], [5.5, 10], [5.5, 14], [5.5, 17]],
  [[5.5, 17], [7.5, 16.5], [10, 16.5], [12, 18]],
  [[12, 18], [14, 16.5], [16.5, 16.5], [18.5, 17]],
  [[18.5, 17], [18.5, 14], [18.5, 10], [18.5, 7]],
  [[18.5, 7], [16.5, 6.5], [14, 6.5], [12, 8]],
  [[12, 8], [12, 11], [12, 15], [12, 18]],
];
const STROKE = 1.6;
const CORNER = 5;

const at = ([a, b, c, d]: (typeof CURVES)[number], t: number): Point => {
  const s = 1 - t;
  const mix = (i: 0 | 1): number => s * s * s * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t * t * t * d[i];
  return [mix(0), mix(1)];
};

const POINTS = CURVES.flatMap((curve) => Array.from({ length: 49 }, (_, step) => at(curve, step / 48)));

/** Share of a pixel that lies inside, from how far its middle is from the edge (in pixels, positive inside). */
const share = (inside: number): number => Math.round(Math.min(1, Math.max(0, inside + 0.5)) * (SHADES - 1));

/** Picture of a size as rows of palette numbers: first the shades from ground to white, then the ground growing thin. */
function pixels(size: number, maskable: boolean): Buffer {
  const unit = (maskable ? 0.8 : 1) * (size / 24);
  const shift = (size - 24 * unit) / 2;
  const rows = Buffer.alloc(size * (size + 1));
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const [px, py] = [(x + 0.5 - shift) / unit, (y + 0.5 - shift) / unit];
      const near = Math.min(...POINTS.map(([qx, qy]) => Math.hypot(px - qx, py - qy)));
      const [ox, oy] = [px, py].map((v) => Math.max(0, Math.abs(v - 12) - (12 - CORNER))) as Point;
      const ground = maskable ? SHADES - 1 : share((CORNER - Math.hypot(ox, oy)) * unit);
      rows[y * (size + 1) + 1 + x] = ground < SHADES - 1 ? SHADES + ground : share((STROKE / 2 - near) * unit);
    }
  return rows;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png(size: number, maskable: boolean): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // Eight bits a pixel, colours from a palette.
  head.set([8, 3, 0, 0, 0], 8);
  const shade = (n: number): number[] => GROUND.map((part) => Math.round(part + ((255 - part) * n) / (SHADES - 1)));
  const levels = Array.from({ length: SHADES }, (_, n) => n);
  const palette = Buffer.from([...levels.flatMap(shade), ...levels.flatMap(() => [...GROUND])]);
  const alpha = Buffer.from([...levels.map(() => 255), ...levels.map((n) => Math.round((255 * n) / (SHADES - 1)))]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('tRNS', alpha),
    chunk('IDAT', deflateSync(pixels(size, maskable), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

for (const [name, size, maskable] of [['book-192-v1', 192, false], ['book-512-v1', 512, false], ['book-maskable-512-v1', 512, true]] as const)
  writeFileSync(inRepository('apps', 'web', 'public', 'assets', `${name}.png`), png(size, maskable));
