import { type ReactNode, useId } from 'react';

export interface WordOption {
  value: string;
  label: string;
}

interface Props {
  /** What is chosen here, for who cannot see the sentence. */
  label: string;
  value: string;
  options: readonly (WordOption | { group: string; options: readonly WordOption[] })[];
  onChoose: (value: string) => void;
}

/**
 * A native select that looks like an underlined word of a sentence. The word is real text and may break over lines;
 * the select lies over it, so that keyboard, touch and screen reader meet the browser's own control.
 */
export function WordSelect({ label, value, options, onChoose }: Props): ReactNode {
  const id = useId();
  const flat = options.flatMap((option) => ('group' in option ? option.options : [option]));
  return (
    <span className="word">
      <span className="word-text" aria-hidden="true">
        {flat.find((option) => option.value === value)?.label ?? '…'}
      </span>
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) =>
          'group' in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map(({ value: inner, label: words }) => (
                <option key={inner} value={inner}>
                  {words}
                </option>
              ))}
            </optgroup>
          ) : (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ),
        )}
      </select>
    </span>
  );
}
