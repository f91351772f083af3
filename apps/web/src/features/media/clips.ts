import type { Clip, NarrationLeaf } from '@seek-justice/domain/curriculum/clip.ts';
import { numbersHold } from '@seek-justice/domain/curriculum/narration.ts';
import { keepFile, keptFile } from '../../local/files.ts';
import type { Scene } from './scene.ts';

/** Nothing came: neither from the phone nor from the server. */
export class NotHeard extends Error {}

/** A file under its hash: the phone's own copy, else the server's. What everybody may have is kept on the way when `keeping`. */
export async function fileAt(path: string, keeping = false): Promise<Response> {
  const own = await keptFile(path);
  if (own) return own;
  const answer = await fetch(path).catch(() => null);
  if (!answer?.ok) throw new NotHeard(path);
  if (keeping && !(await keepFile(path, answer.clone()))) throw new NotHeard(path);
  return answer;
}

const leaves = new Map<string, Promise<NarrationLeaf>>();

/** A narration by its hash; one that did not come is asked for again the next time. */
export function narrationLeaf(hash: string): Promise<NarrationLeaf> {
  const before = leaves.get(hash);
  if (before) return before;
  const coming = fileAt(`/api/snapshots/${hash}`).then((answer) => answer.json() as Promise<NarrationLeaf>);
  leaves.set(hash, coming);
  coming.catch(() => leaves.delete(hash));
  return coming;
}

/** The clip of a part as `Hear` names it; null where nobody has recorded it, or where it speaks a number that has changed. */
export async function clipOf(part: string, scene: Scene | null): Promise<Pick<Clip, 'media'> | null> {
  if (part.startsWith('@')) return { media: part.slice(1) };
  const [hash, key] = part.startsWith('#')
    ? [scene?.phrases?.hash, part.slice(1)]
    : part.includes('/')
      ? (part.split('/') as [string, string])
      : [scene?.narration?.hash, part];
  const clip = hash ? (await narrationLeaf(hash)).parts[key] : undefined;
  return clip && numbersHold(clip, scene?.contacts ?? []) ? clip : null;
}

const sounds = new Map<string, Promise<string>>();

/** Address of a clip's sound within this page. */
export function soundOf({ media }: Pick<Clip, 'media'>): Promise<string> {
  const before = sounds.get(media);
  if (before) return before;
  const coming = fileAt(`/api/media/${media}`).then(async (answer) => URL.createObjectURL(await answer.blob()));
  sounds.set(media, coming);
  coming.catch(() => sounds.delete(media));
  return coming;
}
