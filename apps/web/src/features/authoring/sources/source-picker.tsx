import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { findSources, sourceName } from './find-sources.ts';
import type { SourceEntry } from './source-store.ts';

interface Props {
  entries: readonly SourceEntry[];
  onChoose: (id: string) => void;
  /** Nothing of the list fits: begins a new one with the words that were typed. */
  onNew: (typed: string) => void;
  onClose: () => void;
}

/** A list of sources to choose from by typing: arrows move, Enter chooses, Escape leaves. Both languages are searched and shown. */
export function SourcePicker({ entries, onChoose, onNew, onClose }: Props): ReactNode {
  const { t, lang } = useAuthorWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const found = findSources(entries, typed);
  const last = found.length;
  const take = (index: number): void => {
    const one = found[index];
    if (one) onChoose(one.id);
    else onNew(typed.trim());
  };
  const moves: Record<string, () => void> = {
    ArrowDown: () => setAt((at + 1) % (last + 1)),
    ArrowUp: () => setAt((at + last) % (last + 1)),
    Home: () => setAt(0),
    End: () => setAt(last),
    Enter: () => take(at),
    Escape: onClose,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = event.altKey || event.ctrlKey || event.metaKey ? undefined : moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  return (
    <div className="src-picker">
      <label>
        <span className="field-name">{t('source.find')}</span>
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={list}
          aria-activedescendant={`${list}-${at}`}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div className="src-options" id={list} role="listbox" aria-label={t('source.title')}>
        {found.map((entry, index) => (
          <Option key={entry.id} id={`${list}-${index}`} chosen={index === at} onTake={() => take(index)}>
            <span>{sourceName(entry, lang)}</span>
            {Object.entries(entry.source.title)
              .filter(([other]) => other !== lang)
              .map(([other, title]) => (
                <span key={other} lang={other} className="faint">
                  {title}
                </span>
              ))}
          </Option>
        ))}
        <Option id={`${list}-${last}`} chosen={at === last} onTake={() => take(last)}>
          + {t('source.new')} {typed.trim() && `«${typed.trim()}»`}
        </Option>
      </div>
      <button type="button" className="plain" onClick={onClose}>
        {t('source.close')}
      </button>
    </div>
  );
}

function Option({ id, chosen, onTake, children }: { id: string; chosen: boolean; onTake: () => void; children: ReactNode }): ReactNode {
  return (
    // The keys are the input's: focus stays there.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div id={id} role="option" aria-selected={chosen} tabIndex={-1} ref={(one) => void (chosen && one?.scrollIntoView?.({ block: 'nearest' }))} onMouseDown={(event) => event.preventDefault()} onClick={onTake}>
      {children}
    </div>
  );
}
