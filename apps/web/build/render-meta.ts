import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RenderMeta } from '@seek-justice/contracts/render.ts';
import { VIEW_SCRIPT } from '../src/render/view-script.ts';

/** How the content security policy names what stands in the page itself. */
function named(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Writes what the server must know of its pages: the renderer's identity and the hashes of the styles and the script in them. */
export async function writeMeta(dist: string): Promise<void> {
  const renderer = await readFile(join(dist, 'render', 'render.js'));
  const { styles, readingStyles, seldomStyles } = JSON.parse(await readFile(join(dist, 'assets.json'), 'utf8')) as { styles: string; readingStyles: string; seldomStyles: string };
  await rm(join(dist, 'assets.json'));
  const meta: RenderMeta = {
    renderer: createHash('sha256').update(renderer).digest('hex').slice(0, 16),
    styles: [named(styles), named(readingStyles), named(seldomStyles)],
    scripts: [named(VIEW_SCRIPT)],
  };
  await writeFile(join(dist, 'render', 'meta.json'), `${JSON.stringify(meta, null, 2)}\n`);
}
