import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import type { CourseDraft, Source } from '@seek-justice/domain/curriculum/draft.ts';
import type { Term } from '@seek-justice/domain/curriculum/glossary.ts';
import { curriculumSchemas } from '@seek-justice/domain/curriculum/schema.ts';
import { SITE } from './site.ts';

const ROOT = join(import.meta.dirname, '..');

async function read<S extends z.ZodType>(schema: S, ...path: string[]): Promise<z.output<S>> {
  const file = join(ROOT, ...path);
  const result = schema.safeParse(parse(await readFile(file, 'utf8')));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`${path.join('/')}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/**
 * Reads one course of the seeded curriculum.
 * @throws Error naming the file, the place in it and what is wrong there.
 */
export async function loadCourse(name: string): Promise<CourseDraft> {
  const schemas = curriculumSchemas(SITE.languages);
  const course = await read(schemas.course, 'curriculum', name, 'course.yaml');
  const modules = await Promise.all(
    course.modules.map(async (folder) => {
      const module = await read(schemas.module, 'curriculum', name, folder, 'module.yaml');
      return {
        ...module,
        lessons: await Promise.all(module.lessons.map((file) => read(schemas.lesson, 'curriculum', name, folder, file))),
        quiz: await read(schemas.quiz, 'curriculum', name, folder, module.quiz),
      };
    }),
  );
  return { ...course, modules } as CourseDraft;
}

/** The words of the curriculum that mean one thing everywhere, as an installation begins with them. */
export async function loadGlossary(): Promise<Term[]> {
  const { z } = await import('zod');
  const { terms } = await read(z.strictObject({ terms: z.array(curriculumSchemas(SITE.languages).term) }), 'glossary.yaml');
  return terms as Term[];
}

/** Numbers to call, and where the facts of the curriculum come from. */
export async function loadFacts(): Promise<{ contacts: Contact[]; sources: Source[] }> {
  const schemas = curriculumSchemas(SITE.languages);
  const { z } = await import('zod');
  const contacts = await read(z.strictObject({ contacts: z.array(schemas.contact) }), 'contacts.yaml');
  const sources = await read(z.strictObject({ sources: z.array(schemas.source) }), 'sources.yaml');
  return { contacts: contacts.contacts as Contact[], sources: sources.sources };
}
