import { documentLeaf } from '@seek-justice/domain/curriculum/authoring/documents-of.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { LessonLeaf, QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';

type SeenBlock = LessonLeaf['blocks'][number];

/** What readers see of a block, by the block itself: it is another object when it says something else. */
const seen = new WeakMap<object, Map<string, SeenBlock>>();

/** What readers would have of a document. A block that nobody has touched is the very object of the time before. */
export function seenLeaf(document: Document, lang: string): LessonLeaf | QuizLeaf | null {
  if (document.kind !== 'lesson') return documentLeaf(document, lang);
  const lesson = document as Document<'lesson'>;
  const only = (blocks: Document<'lesson'>['body']['blocks']): LessonLeaf => documentLeaf({ ...lesson, body: { ...lesson.body, blocks } }, lang) as LessonLeaf;
  const blocks = lesson.body.blocks.flatMap((block) => {
    const known = seen.get(block) ?? new Map<string, SeenBlock>();
    seen.set(block, known);
    const made = known.get(lang) ?? only([block]).blocks[0];
    if (made) known.set(lang, made);
    return made ? [made] : [];
  });
  return { ...only([]), blocks };
}
