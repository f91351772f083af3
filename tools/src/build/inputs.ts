import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesBelow } from '../files.ts';
import { inRepository, root } from '../root.ts';

const folders = ['apps/api/src', 'apps/web', 'packages', 'tools/src/build'];
const files = ['apps/api/package.json', 'package-lock.json', 'tsconfig.base.json', 'tools/src/build-api.ts'];
const results = ['apps/api/dist/main.js', 'apps/web/dist/render/meta.json'];
const stamp = inRepository('node_modules', '.seek-justice-build');

/** A hash of everything that the built api and web are made from. */
export function inputsHash(): string {
  const hash = createHash('sha256');
  const all = [...folders.flatMap((folder) => filesBelow(inRepository(folder))), ...files.map((file) => inRepository(file))];
  for (const file of all.filter(matters)) {
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const matters = (file: string) => !/\.test\.tsx?$/.test(file) && existsSync(file);

/** Whether what was built last was made from these inputs and is still there. */
export function isBuilt(hash: string): boolean {
  return results.every((file) => existsSync(inRepository(file))) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/** Remembers what the present build was made from. */
export function rememberBuild(hash: string): void {
  writeFileSync(stamp, hash);
}
