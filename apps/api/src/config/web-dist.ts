import { join } from 'node:path';

/** Where the web build lies: `client/` is served as it is, `render/` makes pages. The same from src and from dist. */
export const WEB_DIST = join(import.meta.dirname, '..', '..', '..', 'web', 'dist');
