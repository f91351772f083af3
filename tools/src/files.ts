import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const skipped = new Set(['node_modules', 'dist', 'coverage', '.nx', '.git', 'data', '.demo-data']);

/** All files below a folder, sorted, without installed packages and build results. Nothing if there is no such folder. */
export function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isFile()) found.push(join(path, entry.name));
      else if (entry.isDirectory() && !skipped.has(entry.name)) visit(join(path, entry.name));
    }
  };
  try {
    visit(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return found.sort();
}
