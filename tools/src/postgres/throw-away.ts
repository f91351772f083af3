import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopOrphan } from './orphan.ts';
import { ownerOf } from './owner.ts';
import { clusterIn } from './places.ts';
import { makeSystemHome } from './system-home.ts';

const prefix = 'seek-justice-';
const youngest = 60_000;

/** Makes a data directory for a demo, a test or a bench, and clears away those whose process was killed. */
export async function throwAwayDirectory(purpose: 'demo' | 'test' | 'bench'): Promise<{ dataDir: string; remove(): void }> {
  const asRoot = process.getuid?.() === 0;
  const parent = asRoot ? join(makeSystemHome(), 'throw-away') : tmpdir();
  mkdirSync(parent, { recursive: true });
  if (asRoot) chmodSync(parent, 0o755);
  for (const name of readdirSync(parent)) if (isOurs(name)) await sweep(join(parent, name));
  const dataDir = mkdtempSync(join(parent, `${prefix}${purpose}-`));
  // PostgreSQL's own user has to pass through it.
  if (asRoot) chmodSync(dataDir, 0o755);
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

const isOurs = (name: string) => /^seek-justice-(demo|test|bench)-\w{6}$/.test(name);

async function sweep(dataDir: string): Promise<void> {
  try {
    const found = statSync(dataDir);
    const another = process.getuid && found.uid !== process.getuid() && process.getuid() !== 0;
    if (another || ownerOf(dataDir) !== undefined) return;
    // One that is being made has no owner yet.
    if (Date.now() - found.mtimeMs < youngest) return;
    await stopOrphan(clusterIn(dataDir), () => {});
    rmSync(dataDir, { recursive: true, force: true });
  } catch {
    // Left for its own user or the next run: it is in nobody's way.
  }
}
