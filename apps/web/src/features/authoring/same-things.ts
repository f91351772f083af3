import type { Bases, Document } from '@seek-justice/domain/curriculum/authoring/document.ts';

type Listed = { id: string }[];

const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * The next document with the very objects of the one before wherever the two say the same: blocks and items, their lists,
 * bases, the body, the whole. So a letter typed in one of two hundred blocks draws that block alone, and an answer of the
 * server that brings nothing new draws nothing.
 */
export function sameThings(before: Document, next: Document): Document {
  const body = sameBody(before.body, next.body);
  const bases = sameBases(before.bases, next.bases);
  return body === before.body && bases === before.bases && before.id === next.id && before.kind === next.kind ? before : { ...next, body, bases };
}

function sameBody(before: Document['body'], next: Document['body']): Document['body'] {
  const old = before as unknown as Record<string, unknown>;
  const body = Object.fromEntries(
    Object.entries(next).map(([key, value]) => {
      const known = old[key];
      if (Array.isArray(known) && Array.isArray(value)) return [key, sameList(known as Listed, value as Listed)];
      return [key, equal(known, value) ? known : value];
    }),
  );
  const isSame = Object.keys(old).length === Object.keys(body).length && Object.entries(body).every(([key, value]) => old[key] === value);
  return isSame ? before : (body as unknown as Document['body']);
}

function sameList(before: Listed, next: Listed): Listed {
  const known = new Map(before.map((one) => [one.id, one]));
  const list = next.map((one) => {
    const same = known.get(one.id);
    return same && equal(same, one) ? same : one;
  });
  return list.length === before.length && list.every((one, at) => one === before[at]) ? before : list;
}

function sameBases(before: Bases, next: Bases): Bases {
  if (before === next) return before;
  const keys = Object.keys(next);
  let isSame = keys.length === Object.keys(before).length;
  const bases: Bases = {};
  for (const key of keys) {
    const [old, fresh] = [before[key], next[key]];
    const kept = old && equal(old, fresh) ? old : fresh;
    if (kept) bases[key] = kept;
    isSame &&= kept === old;
  }
  return isSame ? before : bases;
}
