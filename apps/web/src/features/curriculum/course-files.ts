import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import { dropFiles, keptPaths } from '../../local/files.ts';
import { drop, keep, kept } from '../../local/kept.ts';
import { privateLeaves } from '../../local/private-leaves.ts';
import { forgetNodes, loadNode, nodesKept } from './leaves.ts';

interface Leaf {
  hash: string;
  bytes: number;
}

const pathOf = ({ hash }: Leaf): string => `/api/snapshots/${hash}`;

/** Under which name it is kept that the reader does not want a text. */
const unwanted = ({ manifest }: RenderCourse, lang: string): string => `no text ${manifest.id} ${lang}`;

/** All texts of a course in a language, in the order in which they are read. */
export function textsOf({ manifest }: RenderCourse, lang: string): Leaf[] {
  return manifest.modules.flatMap(({ lessons, quiz }) => [...lessons, quiz].flatMap(({ leaves }) => leaves[lang] ?? []));
}

/** Those of them that are not on the phone. Texts that not everybody may read lie where it cannot be counted: all of them are named. */
export async function missingOf(course: RenderCourse, lang: string): Promise<Leaf[]> {
  const here = await keptPaths();
  return textsOf(course, lang).filter((leaf) => !here.has(pathOf(leaf)));
}

/**
 * Puts what is missing on the phone, one after another, as long as it is wanted; `came` hears how many are left.
 * @throws NotLoaded where the network goes.
 */
export async function fetchTexts(course: RenderCourse, lang: string, isWanted: () => boolean, came?: (left: number) => void): Promise<void> {
  const missing = await missingOf(course, lang);
  for (const [done, { hash }] of missing.entries()) {
    if (!isWanted()) return;
    came?.(missing.length - done);
    await loadNode(hash);
  }
  await nodesKept();
}

/** Whether texts of a course come to the phone by themselves: where everybody may have them, or the reader's PIN keeps them. */
export async function comesByItself(course: RenderCourse, lang: string): Promise<boolean> {
  if (course.manifest.audience !== 'open' && !privateLeaves()) return false;
  return (await kept(unwanted(course, lang))) === undefined;
}

/** The reader asks for a text, also where it was removed before. */
export async function wantTexts(course: RenderCourse, lang: string, came: (left: number) => void): Promise<void> {
  await drop(unwanted(course, lang));
  // What this page has in memory from before may not be on the phone.
  forgetNodes((await missingOf(course, lang)).map(({ hash }) => hash));
  await fetchTexts(course, lang, () => true, came);
}

/** Removes a text, and remembers that it is not to come back by itself. */
export async function removeTexts(course: RenderCourse, lang: string): Promise<void> {
  const texts = textsOf(course, lang);
  await keep(unwanted(course, lang), true);
  await dropFiles(texts.map(pathOf));
  forgetNodes(texts.map(({ hash }) => hash));
}
