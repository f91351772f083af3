import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { inRepository } from '../../root.ts';

/** Bytes on the wire, by what they are. */
export interface PageWeight {
  html: number;
  script: number;
  font: number;
}

const client = inRepository('apps', 'web', 'dist', 'client');

/** What a phone with an empty cache loads for a page: the HTML, its scripts with all that they import, its fonts. */
export function weigh(html: string): PageWeight {
  return {
    html: weighPage(html),
    script: sum(scriptsOf(html), (path) => sentBytes(path)),
    // Compressed by their own format already.
    font: sum(fontsOf(html), (path) => fileOf(path).length),
  };
}

/** A page alone, without what it names. */
export function weighPage(html: string): number {
  return brotli(Buffer.from(html));
}

/**
 * The service worker, and what it keeps on the phone beside a page's own scripts: those of screens that are seldom
 * opened. Words are kept in the languages that were chosen; the page's are counted with it.
 */
export function weighWorker(html: string): { worker: number; late: number } {
  const code = fileOf('/worker.js').toString();
  const words = new Set([...code.matchAll(/\b[a-z]{2,3}:[`"'](\/assets\/[\w-]+\.js)/g)].map(([, path]) => path));
  const first = scriptsOf(html);
  const late = new Set((code.match(/\/assets\/[\w-]+\.js/g) ?? []).filter((path) => !first.has(path) && !words.has(path)));
  return { worker: sentBytes('/worker.js'), late: sum(late, sentBytes) };
}

/** Paths of the scripts that a page starts, and of everything these import before they run. */
export function scriptsOf(html: string): Set<string> {
  const named = [...html.matchAll(/<script type="module" src="([^"]+)"|<link rel="modulepreload" href="([^"]+)"/g)].map(([, script, preload]) => script ?? preload ?? '');
  if (named.length === 0) throw new Error('The page starts no script.');
  const seen = new Set(named);
  for (const path of seen) for (const imported of staticImports(fileOf(path).toString(), path)) seen.add(imported);
  return seen;
}

/** Paths that a built module imports statically; `import(…)` is not among them. */
export function staticImports(code: string, path: string): string[] {
  const statements = code.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$*\s{},]*?from\s*)?["']([^"']+\.js)["']/g);
  return [...statements].map(([, to]) => new URL(to ?? '', `http://site${path}`).pathname);
}

function fontsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)].map(([, path]) => path ?? ''));
}

// The build compresses beforehand; these are the bytes that are sent.
const sentBytes = (path: string) => (existsSync(join(client, `${path}.br`)) ? fileOf(`${path}.br`).length : brotli(fileOf(path)));
const fileOf = (path: string) => readFileSync(join(client, path));
const brotli = (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const sum = (paths: Iterable<string>, bytes: (path: string) => number) => [...paths].reduce((total, path) => total + bytes(path), 0);
