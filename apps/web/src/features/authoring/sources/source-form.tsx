import { type FormEvent, type ReactNode, useState } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { newThingId } from '../empty-thing.ts';
import { SourceDifference } from './source-difference.tsx';
import { type SourceEntry, type SourceFields, useSources, writeSource } from './source-store.ts';
import { SourceUses } from './source-uses.tsx';

interface Props {
  languages: readonly string[];
  /** What is changed; null: a new one. */
  entry: SourceEntry | null;
  /** A first title for a new one, in the language that the author works in. */
  title?: string;
  onSaved: (entry: SourceEntry) => void;
  onClose: () => void;
}

type Written = Record<'publisher' | 'where' | 'date' | 'verifiedOn' | 'reviewBy', string> & { title: Record<string, string>; supports: Record<string, string> };

const trimmed = (text: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(text).flatMap(([lang, words]) => (words.trim() ? [[lang, words.trim()]] : [])));

/** What a form shows of a source. */
function writtenOf(source: Partial<SourceFields>): Written {
  const { title = {}, supports = {}, publisher = '', where = '', date = '', verifiedOn, reviewBy } = source;
  return { title, supports, publisher, where, date, verifiedOn: verifiedOn ?? '', reviewBy: reviewBy ?? '' };
}

/** What is sent: nothing for what was left empty. */
function fieldsOf(written: Written): SourceFields {
  const { publisher, where, date, verifiedOn, reviewBy } = written;
  const supports = trimmed(written.supports);
  return {
    title: trimmed(written.title),
    ...(publisher.trim() && { publisher: publisher.trim() }),
    ...(where.trim() && { where: where.trim() }),
    ...(date && { date }),
    ...(Object.keys(supports).length > 0 && { supports }),
    verifiedOn: verifiedOn || null,
    reviewBy: reviewBy || null,
  };
}

/** A source: what it is, who answers for it, where it is found, what it supports, and when somebody last looked. */
export function SourceForm({ languages, entry, title = '', onSaved, onClose }: Props): ReactNode {
  const { t, say, lang } = useAuthorWords();
  const { entries } = useSources();
  const [id] = useState(() => entry?.id ?? newThingId());
  const [written, setWritten] = useState<Written>(() => writtenOf(entry?.source ?? { title: { [lang]: title } }));
  // The version that the author has before them: another one is shown first, then it may be written over.
  const [{ version: seen, source: was }, setSeen] = useState<{ version: number; source: SourceFields | null }>({ version: entry?.version ?? 0, source: entry?.source ?? null });
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const present = entries?.find((one) => one.id === id);
  const moved = present && present.version !== seen ? present : null;
  const set = (change: Partial<Written>): void => setWritten({ ...written, ...change });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (Object.keys(trimmed(written.title)).length === 0) return setTrouble(t('source.untitled'));
    setBusy(true);
    const answer = await writeSource(id, moved ? moved.version : seen, fieldsOf(written));
    setBusy(false);
    if (answer.ok) {
      setSeen(answer.body);
      return onSaved(answer.body);
    }
    setTrouble(answer.problem?.title ?? t('state.offline'));
  };
  const line = (key: 'publisher' | 'where', hint?: string): ReactNode => (
    <label>
      <span className="field-name">{say(`source.${key}`)}</span>
      <input type="text" maxLength={300} value={written[key]} placeholder={hint} onChange={({ target }) => set({ [key]: target.value })} />
    </label>
  );
  const day = (key: 'date' | 'verifiedOn' | 'reviewBy'): ReactNode => (
    <label>
      <span className="field-name">{say(`source.${key}`)}</span>
      <input type="date" value={written[key]} onChange={({ target }) => set({ [key]: target.value })} />
    </label>
  );
  const inLanguages = (key: 'title' | 'supports'): ReactNode => (
    <div className="pair">
      {languages.map((one) => (
        <label key={one}>
          <span className="field-name">{`${say(`source.${key === 'title' ? 'name' : key}`)} · ${say(`lang.${one}`)}`}</span>
          <textarea lang={one} rows={2} maxLength={key === 'title' ? 300 : 1000} value={written[key][one] ?? ''} onChange={({ target }) => set({ [key]: { ...written[key], [one]: target.value } })} />
        </label>
      ))}
    </div>
  );
  return (
    <form className="src-form" aria-label={t(entry ? 'source.change' : 'source.new')} onSubmit={(event) => void save(event)}>
      {inLanguages('title')}
      <div className="src-row">
        {line('publisher')}
        {line('where', 'https://')}
        {day('date')}
      </div>
      {inLanguages('supports')}
      <div className="src-row">
        {day('verifiedOn')}
        {day('reviewBy')}
      </div>
      {trouble && <p role="alert">{trouble}</p>}
      {moved && (
        <div className="src-moved">
          <h3>{t('source.theirs')}</h3>
          <SourceDifference before={was} after={moved.source} languages={languages} />
          <h3>{t('source.mine')}</h3>
          <SourceDifference before={moved.source} after={fieldsOf(written)} languages={languages} />
          <button
            type="button"
            onClick={() => {
              setWritten(writtenOf(moved.source));
              setSeen(moved);
              setTrouble('');
            }}
          >
            {t('collision.takeTheirs')}
          </button>
        </div>
      )}
      {entry && entry.usedBy.length > 0 && <p className="faint">{t('source.resign')}</p>}
      <p className="do">
        <button type="submit" disabled={busy}>
          {t(moved ? 'collision.takeMine' : 'source.save')}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {t('source.cancel')}
        </button>
      </p>
      {entry && <SourceUses entry={present ?? entry} />}
    </form>
  );
}
