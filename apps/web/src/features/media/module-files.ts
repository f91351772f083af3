import type { Narration } from '@seek-justice/domain/curriculum/clip.ts';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import type { CourseManifest, ManifestModule } from '@seek-justice/domain/curriculum/leaf.ts';
import { dropFiles, keptPaths } from '../../local/files.ts';
import { fileAt, narrationLeaf } from './clips.ts';

/** What a module sounds like in a language, and the app's own phrases, without which a quiz is not heard to its end. */
export function narrationsOf(course: CourseManifest, module: ManifestModule, lang: string): Narration[] {
  const own = [...module.lessons, module.quiz].flatMap(({ narration }) => narration?.[lang] ?? []);
  const phrases = course.phrases?.[lang];
  return own.length > 0 && phrases ? [...own, phrases] : own;
}

const leafPath = (narration: Narration): string => `/api/snapshots/${narration.hash}`;

async function soundPaths(narrations: readonly Narration[]): Promise<string[]> {
  const leaves = await Promise.all(narrations.map(({ hash }) => narrationLeaf(hash)));
  return [...new Set(leaves.flatMap(({ parts }) => Object.values(parts).map(({ media }) => `/api/media/${media}`)))];
}

/** The voices of the numbers to call, which any lesson may show. */
function contactPaths(contacts: readonly Contact[], lang: string): string[] {
  return contacts.flatMap(({ narration }) => (narration?.[lang] ? [`/api/media/${narration[lang].media}`] : []));
}

/** Whether all that is heard of a module lies on the phone. */
export async function isHere(narrations: readonly Narration[]): Promise<boolean> {
  const kept = await keptPaths();
  if (narrations.length === 0 || !narrations.every((one) => kept.has(leafPath(one)))) return false;
  return (await soundPaths(narrations)).every((path) => kept.has(path));
}

/**
 * Fetches it, one file after another; what is here already is not asked for again. `told` hears of every step.
 * @throws NotHeard when something did not come or could not be kept; what came stays.
 */
export async function fetchSounds(narrations: readonly Narration[], contacts: readonly Contact[], lang: string, told: (done: number, of: number) => void): Promise<void> {
  for (const one of narrations) await fileAt(leafPath(one), true);
  const paths = [...(await soundPaths(narrations)), ...contactPaths(contacts, lang)];
  for (const [done, path] of paths.entries()) {
    told(done, paths.length);
    await fileAt(path, true);
  }
  told(paths.length, paths.length);
}

/** Lets go of the sounds of a module; the phrases and the numbers to call stay for the others. */
export async function dropSounds(course: CourseManifest, module: ManifestModule, lang: string): Promise<void> {
  const own = narrationsOf(course, module, lang).filter(({ hash }) => hash !== course.phrases?.[lang]?.hash);
  await dropFiles([...(await soundPaths(own)), ...own.map(leafPath)]);
}
