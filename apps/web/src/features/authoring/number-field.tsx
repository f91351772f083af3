import { type ReactNode, useId, useState } from 'react';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { toAsciiDigits } from '@seek-justice/domain/language/digits.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { useEditing } from './editing.ts';
import { useTyped } from './use-typed.ts';

interface Props {
  name: string;
  field: { key: string; least: number; most: number };
  value: Json;
  path: string[];
}

/** A whole number, in the digits of either language; one that does not fit stays as it was typed, and is told. */
export function NumberField({ name, field, value, path }: Props): ReactNode {
  const { t, n } = useAuthorWords();
  const { edit, mayWrite } = useEditing();
  const about = useId();
  const [wrong, setWrong] = useState(false);
  const typed = useTyped(value, typeof value === 'number' ? String(value) : '');
  const take = (text: string, was: Json): boolean => {
    const digits = toAsciiDigits(text.trim());
    const next = Number(digits);
    const fits = /^\d+$/.test(digits) && next >= field.least && next <= field.most;
    setWrong(!fits);
    if (fits && next !== was) edit({ op: 'set', path, was, value: next });
    return fits;
  };
  return (
    <label className="plain-field" data-field={field.key}>
      <span>{name}</span>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={typed.text}
        disabled={!mayWrite}
        aria-invalid={wrong}
        aria-describedby={about}
        onChange={({ target }) => typed.type(target.value)}
        onBlur={() => typed.leave(take)}
      />
      <span id={about} className="reference-wrong">
        {wrong && t('field.numberFits', { least: n(field.least), most: n(field.most) })}
      </span>
    </label>
  );
}
