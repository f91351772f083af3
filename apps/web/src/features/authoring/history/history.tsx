import { type ReactNode, useState } from 'react';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { momentWords } from '../../../i18n/moment-words.ts';
import { call } from '../../../local/api.ts';
import { useDocument, useVersion as useVersionNumber } from '../editing.ts';
import type { EditorStore } from '../editor-store.ts';
import { whenSaved } from '../when-saved.ts';
import { ChangesShown } from './changes-shown.tsx';
import { useVersion, useVersions, type Version } from './use-versions.ts';

interface Props {
  store: EditorStore;
  mayWrite: boolean;
  onRestored: () => void;
}

/** The history of a document: any two of its versions beside each other, in both languages, and the way back to one. */
export function History({ store, mayWrite, onRestored }: Props): ReactNode {
  const { t, n } = useAuthorWords();
  const document = useDocument(store);
  const { versions, state, older } = useVersions(document.id, useVersionNumber(store));
  const [from, setFrom] = useState<number | null>(null);
  /** Null: what stands now. */
  const [to, setTo] = useState<number | null>(null);
  const choose = (version: number): void => {
    setFrom(version);
    if (to !== null && to <= version) setTo(null);
  };
  return (
    <div className="history">
      <ol aria-label={t('history.title')}>
        {versions.map((version) => (
          <li key={version.version}>
            <button type="button" className="plain" aria-pressed={from === version.version} onClick={() => choose(version.version)}>
              <VersionWords version={version} />
            </button>
          </li>
        ))}
      </ol>
      {state === 'loading' && <p role="status">{t('state.loading')}</p>}
      {state === 'failed' && <p role="alert">{t('state.offline')}</p>}
      {older && (
        <button type="button" className="plain" onClick={older}>
          {t('history.older')}
        </button>
      )}
      {from === null ? (
        <p className="hint">{t('history.choose')}</p>
      ) : (
        <section aria-live="polite">
          <label className="compared">
            <h2>{t('history.from', { version: from })}</h2>
            <select value={to ?? ''} onChange={({ target }) => setTo(target.value === '' ? null : Number(target.value))}>
              <option value="">{t('history.now')}</option>
              {versions
                .filter(({ version }) => version > from)
                .map(({ version }) => (
                  <option key={version} value={version}>
                    {t('history.version', { version: n(version) })}
                  </option>
                ))}
            </select>
          </label>
          <Compared document={document} from={from} to={to} />
          {mayWrite && <Restore store={store} version={from} onRestored={onRestored} />}
        </section>
      )}
    </div>
  );
}

function VersionWords({ version: { version, at, by, why } }: { version: Version }): ReactNode {
  const { t, say, n, lang } = useAuthorWords();
  return (
    <>
      <b>
        {n(version)} · <time dateTime={at}>{momentWords(lang, at)}</time>
      </b>{' '}
      <span>
        {by ?? t('history.program')} · {say(`history.why.${why}`)}
      </span>
    </>
  );
}

function Compared({ document, from, to }: { document: Document; from: number; to: number | null }): ReactNode {
  const { t } = useAuthorWords();
  const before = useVersion(document.id, from);
  const chosen = useVersion(document.id, to);
  const after = to === null ? document.body : chosen;
  if (before === 'failed' || after === 'failed') return <p role="alert">{t('state.offline')}</p>;
  if (!before || !after) return <p role="status">{t('state.loading')}</p>;
  return <ChangesShown kind={document.kind} before={before} after={after} />;
}

/** Nothing is lost by it: what it replaces is a version as well. */
function Restore({ store, version, onRestored }: { store: EditorStore; version: number; onRestored: () => void }): ReactNode {
  const { t } = useAuthorWords();
  const [trouble, setTrouble] = useState<string | null>(null);
  const restore = async (): Promise<void> => {
    // What was written just now is a version too, and lies below what is brought back, not upon it.
    if (!(await whenSaved(store))) return setTrouble(t('state.offline'));
    const answer = await call('POST', `/api/drafts/${store.state.document.id}/restore`, { version });
    if (answer.ok) onRestored();
    else setTrouble(answer.problem?.title ?? t('state.offline'));
  };
  return (
    <>
      {trouble && <p role="alert">{trouble}</p>}
      <button type="button" onClick={() => void restore()}>
        {t('history.restore')}
      </button>
    </>
  );
}
