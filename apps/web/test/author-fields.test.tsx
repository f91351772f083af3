import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Edit } from '@seek-justice/domain/curriculum/authoring/edit.ts';
import { EditingContext } from '../src/features/authoring/editing.ts';
import type { EditorStore } from '../src/features/authoring/editor-store.ts';
import { PlainField } from '../src/features/authoring/plain-field.tsx';
import { WordsIn } from './words-in.tsx';

let told: Edit[] = [];
beforeEach(() => {
  told = [];
});
afterEach(cleanup);

type Field = Parameters<typeof PlainField>[0]['field'];
const MINUTES = { key: 'minutes', kind: 'number', least: 1, most: 240 } as Field;
const REFERENCE = { key: 'reference', kind: 'reference' } as Field;

function show(field: Field, value: string | number, lang = 'en', text?: Record<string, string>) {
  const inside = (now: string | number) => (
    <WordsIn lang={lang}>
      <EditingContext.Provider value={{ store: {} as EditorStore, languages: ['km', 'en'], mayWrite: true, edit: (edit) => told.push(edit) > 0 }}>
        <PlainField field={field} value={now} path={[field.key]} text={text} />
      </EditingContext.Provider>
    </WordsIn>
  );
  const { rerender } = render(inside(value));
  const input = screen.getByRole<HTMLInputElement>('textbox');
  return {
    input,
    type: (text: string) => fireEvent.change(input, { target: { value: text } }),
    leave: () => fireEvent.blur(input),
    becomes: (now: string | number) => rerender(inside(now)),
  };
}

test('a number is told when its field is left, in the digits of either language, over what it was typed over', () => {
  const { input, type, leave, becomes } = show(MINUTES, 10, 'km');
  type('១');
  // Somebody else has changed it meanwhile: what is being typed stays.
  becomes(15);
  expect(input.value).toBe('១');
  type('១២');
  leave();
  expect(told).toEqual([{ op: 'set', path: ['minutes'], was: 10, value: 12 }]);
  expect(input.value).toBe('15');
});

test('a number that does not fit is told so and stays as it was typed', () => {
  const { input, type, leave } = show(MINUTES, 10);
  for (const wrong of ['500', '0', 'ten', '']) {
    type(wrong);
    leave();
    expect([input.value, input.getAttribute('aria-invalid')]).toEqual([wrong, 'true']);
    screen.getByText('A whole number from 1 to 240, please');
  }
  type('10');
  leave();
  expect(input.getAttribute('aria-invalid')).toBe('false');
  expect(told).toEqual([]);
});

test('a reference is kept as the Bible is opened, and takes nothing that is being typed away', () => {
  const { input, type, leave, becomes } = show(REFERENCE, 'Luke 10:25-37');
  type('Isaiah 1');
  becomes('Micah 6:8');
  expect(input.value).toBe('Isaiah 1');
  type('Isaiah 1:17');
  leave();
  expect(told).toEqual([{ op: 'set', path: ['reference'], was: 'Luke 10:25-37', value: 'Isaiah 1:17' }]);
  type('somewhere in Luke');
  leave();
  expect([input.value, input.getAttribute('aria-invalid'), told.length]).toEqual(['somewhere in Luke', 'true', 1]);
});

test('a reference that the text names can be taken instead of what was typed', () => {
  const { input, type, leave } = show(REFERENCE, 'Luke 10:25-37', 'en', { en: 'Read Micah 6:8 together.' });
  type('somewhere in Luke');
  leave();
  fireEvent.click(screen.getByRole('button'));
  expect(told).toEqual([{ op: 'set', path: ['reference'], was: 'Luke 10:25-37', value: 'Micah 6:8' }]);
  expect([input.value, input.getAttribute('aria-invalid')]).toEqual(['Luke 10:25-37', 'false']);
});
