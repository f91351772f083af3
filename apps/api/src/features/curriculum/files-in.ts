import type { NarrationLeaf } from '@seek-justice/domain/curriculum/clip.ts';
import type { LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { mediaIn } from '@seek-justice/domain/curriculum/media.ts';

/** Hashes of every file that nodes, given as their texts, name: of blocks, and of what is read aloud. */
export function filesIn(nodes: Iterable<string>): string[] {
  const found = [...nodes].flatMap((text) => {
    const node = JSON.parse(text) as LessonLeaf | NarrationLeaf | { kind: 'quiz' | 'course' };
    if (node.kind === 'lesson') return mediaIn(node.blocks).map(({ hash }) => hash);
    return node.kind === 'narration' ? Object.values(node.parts).map(({ media }) => media) : [];
  });
  return [...new Set(found)];
}
