import { type ReactNode, useRef, useState } from 'react';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { useEditing } from '../editing.ts';
import { sourceName } from './find-sources.ts';
import { SourceForm } from './source-form.tsx';
import { SourcePicker } from './source-picker.tsx';
import { useSources } from './source-store.ts';

/** What is open below the sources of a block: nothing, the list, a form for a new one or for one of them. */
type Open = { what: 'nothing' } | { what: 'list' } | { what: 'form'; id: string | null; title: string };

/** The sources that stand behind a block: chosen from the list, added to it, looked at and changed. */
export function SourcesField({ value, path }: { value: Json; path: string[] }): ReactNode {
  const { t, lang } = useAuthorWords();
  const { edit, mayWrite, languages } = useEditing();
  const { entries, trouble, failed } = useSources();
  const [open, setOpen] = useState<Open>({ what: 'nothing' });
  const begin = useRef<HTMLButtonElement>(null);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const set = (next: string[]): void => void edit({ op: 'set', path, was: value, value: next });
  const close = (): void => {
    setOpen({ what: 'nothing' });
    // Back to where the keyboard came from, which is drawn again just now.
    requestAnimationFrame(() => begin.current?.focus());
  };
  const choose = (id: string): void => {
    if (!chosen.includes(id)) set([...chosen, id]);
    close();
  };
  if (chosen.length === 0 && !mayWrite) return null;
  return (
    <fieldset className="src-field" data-field={path.at(-1)}>
      <legend>{t('field.sources')}</legend>
      {chosen.length > 0 && (
        <ul>
          {chosen.map((id) => {
            const entry = entries?.find((one) => one.id === id);
            const name = entry ? sourceName(entry, lang) : id;
            return (
              <li key={id}>
                <span className={entry || !entries ? undefined : 'src-gone'}>{entry || !entries ? name : t('source.gone', { id })}</span>
                {mayWrite && entry && (
                  <button type="button" className="plain" aria-label={`${t('source.change')}: ${name}`} onClick={() => setOpen({ what: 'form', id, title: '' })}>
                    {t('source.change')}
                  </button>
                )}
                {mayWrite && (
                  <button type="button" className="plain" aria-label={`${t('thing.remove')}: ${name}`} onClick={() => set(chosen.filter((one) => one !== id))}>
                    {t('thing.remove')}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {failed && !entries && <p role="alert">{trouble || t('state.offline')}</p>}
      {mayWrite && open.what === 'nothing' && (
        <button type="button" ref={begin} className="plain add-small" onClick={() => setOpen({ what: 'list' })}>
          + {t('source.choose')}
        </button>
      )}
      {open.what === 'list' && (
        <SourcePicker entries={(entries ?? []).filter(({ id }) => !chosen.includes(id))} onChoose={choose} onNew={(title) => setOpen({ what: 'form', id: null, title })} onClose={close} />
      )}
      {open.what === 'form' && (
        <SourceForm
          key={open.id}
          languages={languages}
          entry={entries?.find(({ id }) => id === open.id) ?? null}
          title={open.title}
          onSaved={({ id }) => (open.id === null ? choose(id) : close())}
          onClose={close}
        />
      )}
    </fieldset>
  );
}
