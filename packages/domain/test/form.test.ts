import { describe, expect, test } from '@jest/globals';
import { curriculumSchemas } from '../src/curriculum/schema.ts';
import { BLOCK_FORMS, formOf, textsOf } from '../src/curriculum/form.ts';
import { smallCourse } from '../src/testing/course.ts';

const { lesson } = curriculumSchemas(['km', 'en']);

/** Field names that the schema knows for a block type. */
function keysOf(type: string): string[] {
  const blocks = (lesson.shape.blocks.element as unknown as { options: { shape: Record<string, unknown> }[] }).options;
  const found = blocks.find(({ shape }) => (shape.type as { value: string }).value === type);
  return Object.keys(found?.shape ?? {}).filter((key) => !['id', 'type', 'sources', 'tags', 'notes'].includes(key));
}

describe('forms', () => {
  test.each(Object.keys(BLOCK_FORMS))('%s has the fields of its schema', (type) => {
    expect(BLOCK_FORMS[type as keyof typeof BLOCK_FORMS].map(({ key }) => key).sort()).toEqual(keysOf(type).sort());
  });

  test('every type of the schema has a form', () => {
    const types = (lesson.shape.blocks.element as unknown as { options: { shape: { type: { value: string } } }[] }).options.map(({ shape }) => shape.type.value);
    expect(Object.keys(BLOCK_FORMS).sort()).toEqual(types.sort());
  });

  test('a type of a later version has none', () => {
    expect(formOf('hologram')).toBeNull();
    expect(formOf('constructor')).toBeNull();
  });

  test('texts are found in the order in which they are read, below lists by id and through steps', () => {
    const [, , scenario] = smallCourse().modules[0]?.lessons[0]?.blocks ?? [];
    expect(textsOf(scenario ?? {}, formOf('scenario') ?? []).map(({ path }) => path.join('.'))).toEqual([
      'heading',
      'step.text',
      'step.choices.a.text',
      'step.choices.a.outcome',
      'step.choices.a.step.text',
      'step.choices.b.text',
      'step.choices.b.outcome',
      'notes',
    ]);
  });
});
