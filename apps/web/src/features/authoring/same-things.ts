import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';

type Listed = { id: string }[];

/**
 * The next document with the very objects of the one before for blocks and items that are equal in both, so that a
 * letter typed in one of two hundred blocks draws that block alone.
 */
export function sameThings(before: Document, next: Document): Document {
  const body = { ...next.body } as Record<string, unknown>;
  for (const key of ['blocks', 'items']) {
    const [old, fresh] = [(before.body as unknown as Record<string, unknown>)[key], body[key]];
    if (!Array.isArray(old) || !Array.isArray(fresh)) continue;
    const known = new Map((old as Listed).map((one) => [one.id, one]));
    body[key] = (fresh as Listed).map((one) => {
      const same = known.get(one.id);
      return same && (same === one || JSON.stringify(same) === JSON.stringify(one)) ? same : one;
    });
  }
  return { ...next, body: body as unknown as Document['body'] };
}
