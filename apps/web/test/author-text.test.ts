import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '@seek-justice/domain/curriculum/authoring/apply.ts';
import { DOCUMENT_FORMS, type Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { BLOCK_FORMS, formIn, type FieldForm, formOf, ITEM_FORMS } from '@seek-justice/domain/curriculum/form.ts';
import { emptyThing } from '../src/features/authoring/empty-thing.ts';
import { cleanPasted } from '../src/features/authoring/paste.ts';
import { fromEditor, toEditor } from '../src/features/authoring/rich-text.ts';

describe('a text in the editor', () => {
  test.each([
    'ការ\u200bជួញដូរ\u200bមនុស្ស',
    '**សូមស្តាប់** កុំសួរដេញដោល។\n\nហៅ {contact:hotline-police} ឥឡូវ។',
    'One **strong** word, and **two more** 😀.',
    '',
  ])('comes out as it went in: %s', (text) => {
    expect(fromEditor(toEditor(text, true))).toBe(text);
  });

  test('that is a line has no strong words: its stars are stars', () => {
    expect(toEditor('A **b** c', false)).toEqual({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A **b** c' }] }] });
    expect(fromEditor(toEditor('A **b** c', false))).toBe('A **b** c');
    expect(fromEditor(toEditor('', false))).toBe('');
  });

  test('keeps spaces at the edge of strong words outside of their marks', () => {
    expect(fromEditor({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }, { type: 'text', text: ' b ', marks: [{ type: 'bold' }] }, { type: 'text', text: 'c' }] }] })).toBe('a **b** c');
  });

  test('has no empty paragraphs', () => {
    expect(fromEditor({ type: 'doc', content: [{ type: 'paragraph' }, { type: 'paragraph', content: [{ type: 'text', text: 'មួយ' }] }, { type: 'paragraph' }] })).toBe('មួយ');
  });
});

describe('what is pasted', () => {
  test('from Word loses its dress', () => {
    const html = '<!--StartFragment--><style>p{color:red}</style><p class=MsoNormal style=\'font-size:40pt\'><b>Listen</b> first<o:p></o:p></p>';
    expect(cleanPasted(html)).toBe('<p><b>Listen</b> first</p>');
  });

  test('from Google Docs keeps strong words, and is not strong as a whole', () => {
    const html = '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;">ស្តាប់ </span><span style="font-weight:700;">សិន</span></p></b>';
    expect(cleanPasted(html)).toBe('<div><p><span>ស្តាប់ </span><strong>សិន</strong></p></b>');
  });
});

describe('a new thing', () => {
  const document = (kind: 'lesson' | 'quiz'): Document => ({
    id: 'aaaaaa',
    kind,
    body: (kind === 'lesson' ? { source: 'km', title: {}, minutes: 10, blocks: [] } : { source: 'km', passMark: 80, items: [] }) as unknown as Document['body'],
    bases: {},
  });
  const add = (kind: 'lesson' | 'quiz', list: string, thing: ReturnType<typeof emptyThing>) => applyEdits(document(kind), [{ op: 'add', path: [list], thing, after: null }], ['km', 'en']).outcomes;

  test.each(Object.keys(BLOCK_FORMS))('of type %s is one that the server takes', (type) => {
    expect(add('lesson', 'blocks', emptyThing(formOf(type) ?? [], type))).toEqual([{ result: 'done' }]);
  });

  test.each(Object.keys(ITEM_FORMS))('of type %s is a question that the server takes', (type) => {
    const items = DOCUMENT_FORMS.quiz.find(({ key }) => key === 'items') as FieldForm & { kind: 'list' };
    expect(add('quiz', 'items', emptyThing(formIn(items, { type }), type))).toEqual([{ result: 'done' }]);
  });
});
