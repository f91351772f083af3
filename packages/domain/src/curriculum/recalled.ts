import { canonical, type Json } from '../kernel/canonical.ts';
import { type CourseManifest, type ManifestLesson, nodesOf } from './leaf.ts';
import type { Sha256, Snapshot } from './publish.ts';

/**
 * A snapshot in which these lessons alone are as they were frozen now. Everything else of the course stays, node by node,
 * what its readers have: whoever calls one lesson back publishes nobody's unfinished text, recording or source.
 */
export function recallSnapshot(fresh: Snapshot, present: CourseManifest, lessons: readonly string[], sha256: Sha256): Snapshot {
  const now = new Map(fresh.manifest.modules.flatMap((module) => module.lessons.filter(({ id }) => lessons.includes(id)).map((lesson) => [lesson.id, lesson])));
  const swapped = (lesson: ManifestLesson): ManifestLesson => now.get(lesson.id) ?? lesson;
  const manifest = { ...present, modules: present.modules.map((module) => ({ ...module, lessons: module.lessons.map(swapped) })) };
  const own = new Set([...now.values()].flatMap(nodesOf));
  const text = canonical(manifest as unknown as Json);
  const hash = sha256(text);
  return { hash, manifest, nodes: new Map([...[...fresh.nodes].filter(([node]) => own.has(node)), [hash, text]]) };
}
