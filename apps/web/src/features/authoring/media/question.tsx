import { type ReactNode, useId } from 'react';
import type { FieldForm } from '@seek-justice/domain/curriculum/form.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { useEditing } from '../editing.ts';

/** A choice that nobody has made for the author: it is asked in a sentence, and nothing is chosen before it is answered. */
export function Question({ field, value, path }: { field: FieldForm & { kind: 'choice' }; value: Json; path: string[] }): ReactNode {
  const { say } = useAuthorWords();
  const { edit, mayWrite } = useEditing();
  const name = useId();
  return (
    <fieldset className="md-question" data-field={field.key}>
      <legend>{say(`ask.${field.key}`)}</legend>
      {field.of.map((one) => (
        <label key={one} className="tick">
          <input type="radio" name={name} checked={value === one} disabled={!mayWrite} onChange={() => edit({ op: 'set', path, was: value, value: one })} /> <span>{say(`ask.${field.key}.${one}`)}</span>
        </label>
      ))}
      <p className="hint">{say(`ask.${field.key}.hint`)}</p>
    </fieldset>
  );
}
