import { type ReactNode, useId, useState } from 'react';
import { nowhere } from '@seek-justice/domain/curriculum/bible/exists.ts';
import { referencesIn } from '@seek-justice/domain/curriculum/bible/references-in.ts';
import { parseReference, showReference } from '@seek-justice/domain/curriculum/reference.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { useEditing } from './editing.ts';
import { useReferenceWords } from './reference-words.tsx';
import { useTyped } from './use-typed.ts';

interface Props {
  name: string;
  value: string;
  path: string[];
  /** The text of the passage: what it names is offered. */
  text: LocalizedText | undefined;
}

const EXAMPLE = 'Luke 10:25-37';

/** The one reference that an author typed, in either language; null where it is none, or more. */
function understood(typed: string): string | null {
  const parsed = parseReference(typed.replace('–', '-'));
  if (parsed) return typed.replace('–', '-');
  const [only, ...more] = referencesIn(typed);
  return only && more.length === 0 && only.from === 0 && only.to === typed.length ? only.reference : null;
}

/** Where a passage opens the Bible: typed in either language, or taken from the text that names it. */
export function ReferenceField({ name, value, path, text }: Props): ReactNode {
  const { t, lang } = useAuthorWords();
  const { edit, mayWrite } = useEditing();
  const say = useReferenceWords();
  const about = useId();
  const [unknown, setUnknown] = useState(false);
  const shown = (reference: string): string => showReference(reference, lang, (digits) => digitsFor(lang, digits));
  const typed = useTyped(value, value);
  const set = (next: string, was = value): void => {
    setUnknown(false);
    if (next !== was) edit({ op: 'set', path, was, value: next });
  };
  // What was typed in another way is shown as it is kept.
  const take = (words: string, was: string): boolean => {
    const next = words.trim() === '' ? '' : understood(words.trim());
    setUnknown(next === null);
    if (next !== null) set(next, was);
    return next !== null;
  };
  const parsed = parseReference(value);
  const missing = parsed && nowhere(parsed);
  const named = Object.values(text ?? {}).flatMap((words) => referencesIn(words)).flatMap(({ reference, wrong }) => (reference && !wrong && reference !== value ? [reference] : []));
  return (
    <div className="plain-field reference-field" data-field={path.at(-1)}>
      <label>
        <span className="field-name">{name}</span>{' '}
        <input
          type="text"
          value={typed.text}
          placeholder={EXAMPLE}
          disabled={!mayWrite}
          aria-describedby={about}
          aria-invalid={unknown || Boolean(missing)}
          onChange={({ target }) => typed.type(target.value)}
          onBlur={() => typed.leave(take)}
        />
      </label>
      <span id={about} className={unknown || missing ? 'reference-wrong' : 'faint'}>
        {unknown ? t('field.referenceUnknown', { example: EXAMPLE }) : missing ? say(shown(value), missing) : shown(value)}
      </span>
      {mayWrite &&
        [...new Set(named)].map((reference) => (
          <button key={reference} type="button" className="plain" onClick={() => {
              typed.drop();
              set(reference);
            }}>
            {t('reference.use', { reference: shown(reference) })}
          </button>
        ))}
    </div>
  );
}
