import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RenderJob, RenderMeta, RenderResult } from '@seek-justice/contracts/render.ts';
import { WEB_DIST } from '../../config/web-dist.ts';

const LONGEST_MS = 120_000;

/** What the web build says about its pages. */
export async function readRenderMeta(): Promise<RenderMeta> {
  return JSON.parse(await readFile(join(WEB_DIST, 'render', 'meta.json'), 'utf8')) as RenderMeta;
}

/**
 * Makes pages with web's own build, in a process of its own: React never runs in the server.
 * @throws Error with what the renderer said when it fails or takes longer than two minutes.
 */
export function renderPages(job: RenderJob): Promise<RenderResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(WEB_DIST, 'render', 'render.js')], { stdio: ['pipe', 'pipe', 'pipe'], timeout: LONGEST_MS });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) return reject(new Error(`The page renderer ended with ${code}: ${Buffer.concat(err).toString().slice(-2000)}`));
      resolve(JSON.parse(Buffer.concat(out).toString()) as RenderResult);
    });
    // A renderer that dies early closes its input; its exit code tells the story.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(job));
  });
}
