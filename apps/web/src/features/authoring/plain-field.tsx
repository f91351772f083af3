import type { ReactNode } from 'react';
import type { FieldForm } from '@seek-justice/domain/curriculum/form.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { useEditing } from './editing.ts';
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
  const { say } = useAuthorWords();
  const { edit, mayWrite } = useEditing();
  const set = (next: Json): void => edit({ op: 'set', path, was: value, value: next });
  const name = say(`field.${field.key}`);
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field.kind) {
    case 'number':
      return (
        <label className="plain-field" data-field={field.key}>
          <span>{name}</span>
          <input
            type="number"
            min={field.least}
            max={field.most}
            defaultValue={Number(value)}
            key={Number(value)}
            disabled={!mayWrite}
            onBlur={({ target }) => {
              const next = Number(target.value);
              if (Number.isInteger(next) && next >= field.least && next <= field.most) set(next);
              else target.value = shown;
            }}
          />
        </label>
      );
    case 'choice':
      return (
        <label className="plain-field" data-field={field.key}>
          <span>{name}</span>
          <select value={shown} disabled={!mayWrite} onChange={({ target }) => set(target.value)}>
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
    case 'flag':
      return (
        <label className="plain-field tick" data-field={field.key}>
          <input type="checkbox" checked={value === true} disabled={!mayWrite} onChange={({ target }) => set(target.checked)} /> <span>{name}</span>
        </label>
      );
    case 'reference':
      return <ReferenceField name={name} value={shown} path={path} text={text} />;
    case 'words':
      return field.of ? (
        <fieldset className="plain-field ticks" data-field={field.key}>
          <legend>{name}</legend>
          {field.of.map((one) => {
            const chosen = Array.isArray(value) ? (value as string[]) : [];
            return (
              <label key={one} className="tick">
                <input
                  type="checkbox"
                  checked={chosen.includes(one)}
                  disabled={!mayWrite}
                  onChange={({ target }) => set(field.of?.filter((word) => (word === one ? target.checked : chosen.includes(word))) ?? [])}
                />{' '}
                <span>{say(`competence.${one}`)}</span>
              </label>
            );
          })}
        </fieldset>
      ) : (
        <SourcesField value={value} path={path} />
      );
    default:
      return null;
  }
}
