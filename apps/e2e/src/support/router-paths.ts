import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';

const ROUTES = fileURLToPath(new URL('../../../web/src/routes', import.meta.url));
const API_PAGES = fileURLToPath(new URL('../../../api/src/features/curriculum/pages.controller.ts', import.meta.url));

/**
 * Every path that the app's routers name, read from their sources. Paths of a router in a folder of its own
 * (`staff/`) stand below that folder's name, as `/staff/*` in the outer router says.
 */
export function routerPaths(): string[] {
  const files = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const found = files.flatMap((file) => {
    const source = readFileSync(join(ROUTES, file), 'utf8');
    return [...source.matchAll(/<Route\s+(?:path="([^"]+)"|(index))/g)].map(([, path]) => ({ file, path: path ?? '' }));
  });
  const all = found.map(({ file, path }) => (path.startsWith('/') ? path : path === '*' && /^(?:app|late[\\/]late-app)\.tsx$/.test(file) ? '*' : `/${relative('.', file).split(/[\\/]/)[0]}/${path}`));
  return [...new Set(all)].sort();
}

/** The addresses for which the server has pages of their own. */
export function servedPaths(): string[] {
  const source = readFileSync(API_PAGES, 'utf8');
  return [...source.matchAll(/'(\/[a-z/:*-]*)'/g)].map(([, path]) => path ?? '').filter((path) => path !== '/api/' && path !== '/not-found');
}
