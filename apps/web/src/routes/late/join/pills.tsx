import type { ReactNode } from 'react';

/** One of a few, all in sight: radio buttons that look like words in a row. */
export function Pills<T extends string>(props: { name: string; label: string; choices: readonly (readonly [T, string])[]; value: T; onChoose: (value: T) => void }): ReactNode {
  const { name, label, choices, value, onChoose } = props;
  return (
    <fieldset className="pills">
      <legend>{label}</legend>
      {choices.map(([choice, words]) => (
        <label key={choice}>
          <input type="radio" name={name} value={choice} checked={choice === value} onChange={() => onChoose(choice)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
