import type { ReactNode } from 'react';
import type { FieldForm } from '@seek-justice/domain/curriculum/form.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { useEditing } from './editing.ts';
import { NumberField } from './number-field.tsx';
import { TwinField } from './quiz/twin-field.tsx';
import { ReferenceField } from './reference-field.tsx';
import { SourcesField } from './sources/sources-field.tsx';

interface Props {
  field: FieldForm;
  value: Json;
  path: string[];
  /** The text beside it in its thing, where there is one. */
  text?: LocalizedText | undefined;
}

/** A field that is the same in every language: a number, a choice, a reference, who must sign. */
export function PlainField({ field, value, path, text }: Props): ReactNode {
  const { t, say } = useAuthorWords();
  const { edit, mayWrite } = useEditing();
  const set = (next: Json): void => void edit({ op: 'set', path, was: value, value: next });
  const name = say(`field.${field.key}`);
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field.kind) {
    case 'number':
      return <NumberField name={name} field={field} value={value} path={path} />;
    case 'choice':
      return (
        <label className="plain-field" data-field={field.key}>
          <span>{name}</span>
          <select value={shown} disabled={!mayWrite} onChange={({ target }) => set(target.value === '' ? null : target.value)}>
            {field.optional && <option value="">{t('choice.none')}</option>}
            {field.of.map((one) => (
              <option key={one} value={one}>
                {say(`choice.${one}`)}
              </option>
            ))}
          </select>
        </label>
      );
    case 'day':
      return (
        <label className="plain-field" data-field={field.key}>
          <span>{name}</span>
          <input type="date" value={shown} disabled={!mayWrite} onChange={({ target }) => set(target.value)} />
        </label>
      );
    case 'thing':
      return <TwinField value={shown} path={path} />;
    case 'flag':
      return (
        <label className="plain-field tick" data-field={field.key}>
          <input type="checkbox" checked={value === true} disabled={!mayWrite} onChange={({ target }) => set(target.checked)} /> <span>{name}</span>
        </label>
      );
    case 'reference':
      return <ReferenceField name={name} value={shown} path={path} text={text} />;
    case 'words':
      return field.of ? <TickField name={name} of={field.of} field={field.key} value={value} onSet={set} mayWrite={mayWrite} /> : <SourcesField value={value} path={path} />;
    default:
      return null;
  }
}

/** Some of a few words, each with its box; who may not write is shown what was chosen, and nothing where nothing was. */
function TickField(props: { name: string; of: readonly string[]; field: string; value: Json; onSet: (next: Json) => void; mayWrite: boolean }): ReactNode {
  const { name, of, field, value, onSet, mayWrite } = props;
  const { say } = useAuthorWords();
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const shown = mayWrite ? of : of.filter((one) => chosen.includes(one));
  if (shown.length === 0) return null;
  return (
    <fieldset className="plain-field ticks" data-field={field}>
      <legend>{name}</legend>
      {shown.map((one) => (
        <label key={one} className="tick">
          <input type="checkbox" checked={chosen.includes(one)} disabled={!mayWrite} onChange={({ target }) => onSet(of.filter((word) => (word === one ? target.checked : chosen.includes(word))))} />{' '}
          <span>{say(`competence.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
