import { readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Manifest, Plugin } from 'vite';

const NAME = 'virtual:client-assets';
/** The styles of the quick exit's page. */
export const READING = 'src/ui/reading.css';
/** What is not the learner's, and words, of which the chosen ones alone are kept. */
const NOT_LATE = /^src\/(?:routes\/(?:staff|author|train)\/|i18n\/[a-z]+\.json)/;

/** Files that a chunk needs, and those that it may ask for in its turn. */
function filesOf(manifest: Manifest, source: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[source];
  if (!chunk || seen.has(`/${chunk.file}`)) return seen;
  seen.add(`/${chunk.file}`);
  for (const sheet of chunk.css ?? []) seen.add(`/${sheet}`);
  for (const name of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) if (!NOT_LATE.test(name)) filesOf(manifest, name, seen);
  return seen;
}

async function read(root: string): Promise<string> {
  const out = join(root, 'dist', 'client');
  const manifest = JSON.parse(await readFile(join(out, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const entry = manifest['src/main.tsx'];
  const sheet = entry?.css?.[0];
  const readingSheet = manifest[READING]?.file;
  if (!entry || !sheet || !readingSheet) throw new Error('The client build has no entry or no styles');
  const words = Object.entries(manifest).flatMap(([source, { file }]) => {
    const lang = /^src\/i18n\/([a-z]{2,3})\.json$/.exec(source)?.[1];
    return lang ? [[lang, `/${file}`] as const] : [];
  });
  const styles = (await readFile(join(out, sheet), 'utf8')).trim();
  const seldomSheet = manifest['src/blocks/seldom.tsx']?.css?.[0];
  if (!seldomSheet) throw new Error('The client build has no styles for the blocks that few lessons have');
  const seldomStyles = (await readFile(join(out, seldomSheet), 'utf8')).trim();
  const first = new Set([entry.file, ...(entry.imports ?? []).map((name) => manifest[name]?.file)].map((file) => `/${file}`));
  const assets = {
    entry: `/${entry.file}`,
    shared: [...first].slice(1),
    words: Object.fromEntries(words),
    late: [...filesOf(manifest, 'src/main.tsx')].filter((path) => !first.has(path) && path !== `/${sheet}`),
    sheet: `/${sheet}`,
    styles,
    seldomStyles,
    readingStyles: (await readFile(join(out, readingSheet), 'utf8')).trim(),
  };
  const version = createHash('sha256').update(JSON.stringify(assets)).digest('hex').slice(0, 12);
  // Held by its page, so nobody asks for the file; what the build made is kept for the meta file.
  await rm(join(out, readingSheet));
  await rm(join(out, '.vite'), { recursive: true });
  await writeFile(join(root, 'dist', 'assets.json'), JSON.stringify({ ...assets, version }));
  // Named one by one, so that the worker does not carry the styles.
  return Object.entries({ ...assets, version })
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

/** Gives the renderer and the service worker what the client build came to: its files by name, its styles as text. */
export function clientAssets(): Plugin {
  let root = '';
  let known: Promise<string> | undefined;
  return {
    name: 'client-assets',
    // One instance for all environments: what the first of them reads is gone from the disk afterwards.
    sharedDuringBuild: true,
    configResolved: (config) => void (root = config.root),
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? (known ??= read(root)) : undefined),
  };
}
