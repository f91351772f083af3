import type { ReactNode } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import type { NarrationPart, Standing } from './narration.ts';

const MARKS: Record<Standing, string> = { recorded: '✓', stale: '●', missing: '○', sending: '↑', refused: '!' };

/** All parts of a document with how each of them stands. */
export function PartList(props: { parts: readonly NarrationPart[]; lang: string; current: string; standing: (key: string) => Standing; show: (text: string) => string; disabled: boolean; onChoose: (key: string) => void }): ReactNode {
  const { parts, lang, current, standing, show, disabled, onChoose } = props;
  const { t } = useAuthorWords();
  return (
    <ol className="nar-list">
      {parts.map(({ key, text }) => (
        <li key={key}>
          <button type="button" className={`plain is-${standing(key)}`} data-key={key} data-state={standing(key)} aria-current={key === current ? 'true' : undefined} disabled={disabled} onClick={() => onChoose(key)}>
            <span className="nar-mark">
              <span aria-hidden="true">{MARKS[standing(key)]}</span> {t(`record.state.${standing(key)}`)}
            </span>
            <span className="nar-start" lang={lang}>
              {show(text)}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
