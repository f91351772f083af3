import { drop, keep, kept } from '../../local/kept.ts';

/** How far somebody has heard a lesson. */
export interface Heard {
  /** The part to go on with, and the second in it. */
  at: string;
  second: number;
  /** Parts that were heard to their end. */
  heard: string[];
  /** How many parts the lesson has, those that wait behind a choice left out. */
  of: number;
}

/** Heard rather than read: this much of a lesson's parts, to their end. */
const SHARE = 0.8;

const nameOf = (owner: string, lesson: string): string => `heard:${owner}:${lesson}`;

/** Where somebody stopped hearing a lesson. */
export function heardBefore(owner: string, lesson: string): Promise<Heard | undefined> {
  return kept<Heard>(nameOf(owner, lesson));
}

export function keepHeard(owner: string, lesson: string, heard: Heard): Promise<void> {
  return keep(nameOf(owner, lesson), heard);
}

/** How a lesson was gone through, asked when it is finished; what was kept of the way is then let go. */
export async function modeOf(owner: string, lesson: string): Promise<'read' | 'listen'> {
  const heard = await heardBefore(owner, lesson);
  if (!heard) return 'read';
  await drop(nameOf(owner, lesson));
  return heard.of > 0 && heard.heard.length >= SHARE * heard.of ? 'listen' : 'read';
}
