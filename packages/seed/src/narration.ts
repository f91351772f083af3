import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { curriculumSchemas } from '@seek-justice/domain/curriculum/schema.ts';
import { SITE } from './site.ts';

/** One recording: which part of what it is, where its file lies, and what was read. */
export interface Recording {
  /** Id of a lesson or quiz, `phrases`, or `contacts`. */
  of: string;
  lang: string;
  /** Part key; of contacts the contact's id. */
  key: string;
  /** Path of the file. */
  file: string;
  ms: number;
  /** SHA-256 of the text that was read. */
  source: string;
  numbers?: Record<string, string> | undefined;
}

/** The recordings that the project brings along. */
export const NARRATION = join(import.meta.dirname, '..', 'narration');

/**
 * Reads the index of a folder of recordings.
 * @throws Error naming the place in it and what is wrong there.
 */
export async function loadRecordings(folder: string = NARRATION): Promise<Recording[]> {
  const file = join(folder, 'index.yaml');
  const result = curriculumSchemas(SITE.languages).recordings.safeParse(parse(await readFile(file, 'utf8')));
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new Error(`${file}: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  return result.data.parts.map((part) => ({ ...part, file: join(folder, part.file) }));
}
