import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RenderMeta } from '@seek-justice/contracts/render.ts';

/** Writes what the server must know of its pages: the renderer's identity and the hash of the styles in them. */
export async function writeMeta(dist: string): Promise<void> {
  const renderer = await readFile(join(dist, 'render', 'render.js'));
  const { styles } = JSON.parse(await readFile(join(dist, 'assets.json'), 'utf8')) as { styles: string };
  await rm(join(dist, 'assets.json'));
  const meta: RenderMeta = {
    renderer: createHash('sha256').update(renderer).digest('hex').slice(0, 16),
    styles: [`'sha256-${createHash('sha256').update(styles).digest('base64')}'`],
    scripts: [],
  };
  await writeFile(join(dist, 'render', 'meta.json'), `${JSON.stringify(meta, null, 2)}\n`);
}
