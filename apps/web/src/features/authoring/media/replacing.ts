import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';

/** A file of a block with the answer about the people in it; undefined or null: nobody has answered. */
export interface Answered {
  media: Json;
  consent: Json | undefined;
}

/**
 * The edits that put one file with its answer in the place of another. Each of them may be taken back alone: the old
 * answer goes before its picture does, and the new one comes after its own, so that no picture ever has another's.
 * @param path of the file.
 */
export function replacing(path: string[], was: Answered, next: Answered): Edit[] {
  const consentPath = [...path.slice(0, -1), 'consent'];
  const [former, answer] = [was.consent ?? null, next.consent ?? null];
  return [
    ...(former === null ? [] : [{ op: 'set' as const, path: consentPath, was: former, value: null }]),
    { op: 'set', path, was: was.media, value: next.media },
    ...(answer === null ? [] : [{ op: 'set' as const, path: consentPath, was: null, value: answer }]),
  ];
}
