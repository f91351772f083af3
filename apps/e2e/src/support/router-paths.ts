import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const ROUTES = fileURLToPath(new URL('../../../web/src/routes', import.meta.url));
const API_PAGES = fileURLToPath(new URL('../../../api/src/features/curriculum/pages.controller.ts', import.meta.url));

/**
 * Every path that the screens are chosen by, read from their sources: a `case` is an address, `partUnder` a folder with one
 * part below it. `*` is what nobody knows.
 */
export function routerPaths(): string[] {
  const files = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const found = files.flatMap((file) => {
    const source = readFileSync(join(ROUTES, file), 'utf8');
    const cases = [...source.matchAll(/case '(\/[^']*)':/g)].map(([, path = '']) => (path === '/staff' || path === '/author' ? `${path}/` : path));
    return [...cases, ...[...source.matchAll(/partUnder\('([^']+)'/g)].map(([, folder]) => `${folder}:id`)];
  });
  return [...new Set([...found, '*'])].sort();
}

/** The addresses for which the server has pages of their own. */
export function servedPaths(): string[] {
  const source = readFileSync(API_PAGES, 'utf8');
  return [...source.matchAll(/'(\/[a-z/:*-]*)'/g)].map(([, path]) => path ?? '').filter((path) => path !== '/api/' && path !== '/not-found');
}
