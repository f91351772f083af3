import { type ReactNode, useId } from 'react';
import { FieldError } from './draft-field.tsx';
import { useStaffWords } from './words.ts';

interface Choice {
  value: string;
  label: string;
}

interface Props {
  name: string;
  label: string;
  optional?: boolean;
  error?: string | undefined;
  value: string;
  /** Choices in groups; a group without a name is the only one, a folded one is needed seldom. */
  groups: readonly { label?: string; hint?: string; folded?: boolean; choices: readonly Choice[] }[];
  onChoose: (value: string) => void;
}

/** One of a few, all in sight: radio buttons that look like one row of words. */
export function ChoiceRow({ name, label, optional = false, error, value, groups, onChoose }: Props): ReactNode {
  const { t } = useStaffWords();
  const id = useId();
  return (
    <fieldset className={error ? 'choices wrong' : 'choices'} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        {label} {optional && <span className="optional">{t('add.optional')}</span>}
      </legend>
      {groups.map((group) => {
        const row = (
          <div className="choice-row">
            {group.choices.map((choice) => (
              <label key={choice.value}>
                <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChoose(choice.value)} />
                <span>{choice.label}</span>
              </label>
            ))}
          </div>
        );
        const head = group.label && (
          <>
            <b>{group.label}</b> {group.hint}
          </>
        );
        return group.folded ? (
          <details className="choice-group" key={group.label} open={group.choices.some((choice) => choice.value === value)}>
            <summary className="choice-head">{head}</summary>
            {row}
          </details>
        ) : (
          <div className="choice-group" key={group.label ?? name}>
            {head && <p className="choice-head">{head}</p>}
            {row}
          </div>
        );
      })}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}
