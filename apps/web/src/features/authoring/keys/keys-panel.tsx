import { type ReactNode, useCallback, useState } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import type { EditorStore } from '../editor-store.ts';
import { SHOWN } from './command.ts';
import { useKeys } from './use-keys.ts';

/** The keys of the editor: they work from here on, are listed when asked for, and say what they did. */
export function KeysPanel({ store }: { store: EditorStore }): ReactNode {
  const { t, say } = useAuthorWords();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const help = useCallback(() => setOpen((now) => !now), []);
  useKeys(store, setSaid, help);
  return (
    <div className="keys-panel">
      <button type="button" className="plain" aria-expanded={open} onClick={help}>
        {t('keys.open')}
      </button>
      <span role="status" className="keys-said">
        {said}
      </span>
      {open && (
        <dl aria-label={t('keys.title')}>
          {SHOWN.map(([word, ...keys]) => (
            <div key={word}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key} lang="en">
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{say(`keys.${word}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
