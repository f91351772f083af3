import type { Clips } from '@seek-justice/domain/curriculum/clip.ts';
import { narrationLeaf } from '../clips.ts';
import { type Scene, scene } from '../scene.ts';
import { arrive } from './arrive.tsx';
import { PrintedCodes } from './printed-codes.tsx';

const codes = new PrintedCodes();

/** What was recorded of a lesson, part by part; where it does not come, nothing can be heard either. */
async function clipsOf({ narration }: Scene): Promise<Clips> {
  return narration ? narrationLeaf(narration.hash).then(({ parts }) => parts, () => ({})) : {};
}

/** Keeps ready what a printer would need, for then there is no time to fetch it. */
async function getReady(): Promise<void> {
  const now = scene.get();
  codes.ready = null;
  if (!now?.flows) return;
  const clips = await clipsOf(now);
  if (scene.get() === now) codes.ready = { scene: now, clips };
}

let ready = getReady();
scene.subscribe(() => {
  ready = getReady();
});
addEventListener('beforeprint', () => codes.put());
addEventListener('afterprint', () => codes.takeAway());
// Said alone by some browsers, and when a page is printed by a program.
matchMedia('print').addEventListener?.('change', ({ matches }) => (matches ? codes.put() : codes.takeAway()));

/** Prints the lesson that is open. */
export async function print(): Promise<void> {
  await ready;
  window.print();
}

const [, block = ''] = /^#([a-z0-9]{1,12})$/.exec(location.hash) ?? [];
// The way past the bar has a name of its own.
if (block !== '' && block !== 'main') arrive(block, clipsOf);
