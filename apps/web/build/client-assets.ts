import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest, Plugin } from 'vite';

const NAME = 'virtual:client-assets';

async function read(root: string): Promise<string> {
  const out = join(root, 'dist', 'client');
  const manifest = JSON.parse(await readFile(join(out, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const entry = manifest['src/main.tsx'];
  const sheet = entry?.css?.[0];
  if (!entry || !sheet) throw new Error('The client build has no entry or no styles');
  const words = Object.entries(manifest).flatMap(([source, { file }]) => {
    const lang = /^src\/i18n\/([a-z]{2,3})\.json$/.exec(source)?.[1];
    return lang ? [[lang, `/${file}`] as const] : [];
  });
  const styles = (await readFile(join(out, sheet), 'utf8')).trim();
  const assets = { entry: `/${entry.file}`, shared: (entry.imports ?? []).map((name) => `/${manifest[name]?.file}`), words: Object.fromEntries(words), styles };
  // Every page holds the styles, so nobody asks for the file; what the build made is kept for the meta file.
  await rm(join(out, sheet));
  await rm(join(out, '.vite'), { recursive: true });
  await writeFile(join(root, 'dist', 'assets.json'), JSON.stringify(assets));
  return `export default ${JSON.stringify(assets)};`;
}

/** Gives the renderer what the client build came to: its files by name, its styles as text. */
export function clientAssets(): Plugin {
  let root = '';
  return {
    name: 'client-assets',
    configResolved: (config) => void (root = config.root),
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? read(root) : undefined),
  };
}
