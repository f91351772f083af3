import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transform } from '@swc/core';
import type { Options } from '@swc/core';
import { filesBelow } from '../files.ts';

const options: Options = {
  swcrc: false,
  configFile: false,
  sourceMaps: true,
  module: { type: 'es6' },
  jsc: {
    target: 'es2024',
    keepClassNames: true,
    rewriteRelativeImportExtensions: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    // The cast: swc knows this option, its types do not yet.
  } as Options['jsc'],
};

/** Compiles the API's sources into `out`, beside which nothing half made is ever seen. Returns the number of files. */
export async function compileApi(sources: string, out: string): Promise<number> {
  const half = `${out}.new-${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  const files = filesBelow(sources).filter((file) => !/\.test\.ts$|\.d\.ts$/.test(file));
  await Promise.all(files.map((file) => emit(file, join(half, relative(sources, file)))));
  rmSync(out, { recursive: true, force: true });
  renameSync(half, out);
  return files.length;
}

async function emit(file: string, target: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  if (!file.endsWith('.ts')) return cpSync(file, target);
  const { code, map } = await transform(readFileSync(file, 'utf8'), { ...options, filename: file, sourceFileName: relative(dirname(target), file) });
  const script = target.replace(/\.ts$/, '.js');
  writeFileSync(script, `${code}\n//# sourceMappingURL=${script.split(/[\\/]/).at(-1)}.map\n`);
  writeFileSync(`${script}.map`, map ?? '');
}
