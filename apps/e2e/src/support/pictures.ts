import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A picture as PNG: grey, lighter from row to row. `waste`: as many bytes of a program's words that nobody needs. */
export function greyPicture({ width, height, waste = 0 }: { width: number; height: number; waste?: number }): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) rows.fill(100 + Math.floor((120 * row) / height), row * (width + 1) + 1, (row + 1) * (width + 1));
  const words = waste > 0 ? [chunk('tEXt', Buffer.concat([Buffer.from('Comment\0', 'latin1'), Buffer.alloc(waste, 'x')]))] : [];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), ...words, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
