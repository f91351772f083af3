import { describe, expect, test } from '@jest/globals';
import { curriculumSchemas } from '../src/curriculum/schema.ts';
import { BLOCK_FORMS, formOf, ITEM_FORMS, itemFormOf, textsOf, formIn } from '../src/curriculum/form.ts';
import { smallCourse } from '../src/testing/course.ts';

const { lesson, quiz } = curriculumSchemas(['km', 'en']);

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

type Shape = Record<string, { value?: string; element?: { shape: object }; def?: { element?: { shape: object } } }>;
const itemShapes = (quiz.shape.items.element as unknown as { options: { shape: Shape }[] }).options.map(({ shape }) => shape);

describe('forms of items', () => {
  test('there is one for every type of the schema', () => {
    expect(Object.keys(ITEM_FORMS).sort()).toEqual(itemShapes.map(({ type }) => type?.value ?? '').sort());
  });

  test.each(Object.keys(ITEM_FORMS))('%s has the fields of its schema, in its options too', (type) => {
    const shape = itemShapes.find((one) => one.type?.value === type) ?? {};
    const form = itemFormOf(type) ?? [];
    expect(form.map(({ key }) => key).sort()).toEqual(Object.keys(shape).filter((key) => !['id', 'type'].includes(key)).sort());
    const options = form.find(({ key }) => key === 'options');
    // Where none is chosen all of them are right: nobody marks them.
    const unmarked = ['matching', 'ordering', 'written'].includes(type) ? ['id', 'right'] : ['id'];
    const keys = Object.keys(shape.options?.element?.shape ?? {}).filter((key) => !unmarked.includes(key));
    expect(options?.kind === 'list' && formIn(options, {}).map(({ key }) => key).sort()).toEqual(keys.sort());
  });

  test('lists are as long as the schema allows', () => {
    const options = (count: number, more: object) => Array.from({ length: count }, (_, at) => ({ id: `o${at}`, text: both, feedback: both, ...more }));
    const both = { en: 'Text', km: 'អក្សរ' };
    const fits = (type: string, count: number): boolean => {
      const item = { id: 'i', type, question: both, ...(type === 'scenario' ? { situation: both } : {}), options: options(count, type === 'matching' ? { match: both } : {}) };
      return quiz.safeParse({ id: 'qqqqqq', passMark: 80, items: [item] }).success;
    };
    for (const [type, form] of Object.entries(ITEM_FORMS)) {
      const list = form.find(({ key }) => key === 'options');
      if (list?.kind !== 'list') throw new Error(`${type} has no list of options`);
      // That true or false has two is said by the content check.
      const most = type === 'truefalse' ? 4 : list.most;
      expect([type, list.least, most].concat([fits(type, list.least - 1), fits(type, list.least), fits(type, most), fits(type, most + 1)].map(String))).toEqual([type, list.least, most, 'false', 'true', 'true', 'false']);
    }
  });

  test('a type of a later version has none', () => {
    expect(itemFormOf('hotspot')).toBeNull();
    expect(itemFormOf('constructor')).toBeNull();
  });

  test('texts are found in the order in which they are read', () => {
    const text = { en: 'Text', km: 'អក្សរ' };
    const options = ['a', 'b', 'c'].map((id) => ({ id, right: true, text, match: text, feedback: text }));
    expect(textsOf({ question: text, options }, itemFormOf('matching') ?? []).map(({ path }) => path.join('.'))).toEqual([
      'question',
      ...['a', 'b', 'c'].flatMap((id) => [`options.${id}.text`, `options.${id}.match`, `options.${id}.feedback`]),
    ]);
  });
});
