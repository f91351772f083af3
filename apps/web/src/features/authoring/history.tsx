import { type ReactNode, useEffect, useState } from 'react';
import { type Document, DOCUMENT_FORMS } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { textsOf } from '@seek-justice/domain/curriculum/form.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { call } from '../../local/api.ts';
import { Difference } from './difference.tsx';

interface Version {
  version: number;
  at: string;
  by: string | null;
  why: string;
}

/** Texts by path and language. */
function textsIn(document: Pick<Document, 'kind' | 'body'>): Map<string, Record<string, string>> {
  return new Map(textsOf(document.body, DOCUMENT_FORMS[document.kind]).map(({ path, text }) => [path.join('/'), text ?? {}]));
}

/** The history of a document: each version beside what stands there now, in both languages, and the way back to it. */
export function History({ document, languages, mayWrite, onRestored }: { document: Document; languages: readonly string[]; mayWrite: boolean; onRestored: () => void }): ReactNode {
  const { t, say, n } = useAuthorWords();
  const [versions, setVersions] = useState<Version[]>([]);
  const [chosen, setChosen] = useState<{ version: number; body: Document['body'] } | null>(null);
  useEffect(() => {
    void call<{ versions: Version[] }>('GET', `/api/drafts/${document.id}/versions`).then((answer) => answer.ok && setVersions(answer.body.versions));
  }, [document.id]);
  const choose = async (version: number): Promise<void> => {
    const answer = await call<{ body: Document['body'] }>('GET', `/api/drafts/${document.id}/versions/${version}`);
    if (answer.ok) setChosen({ version, body: answer.body.body });
  };
  const restore = async (version: number): Promise<void> => {
    const answer = await call('POST', `/api/drafts/${document.id}/restore`, { version });
    if (answer.ok) onRestored();
  };
  const now = textsIn(document);
  const then = chosen && textsIn({ kind: document.kind, body: chosen.body });
  const differ = then
    ? [...new Set([...then.keys(), ...now.keys()])].flatMap((path) =>
        languages.flatMap((lang) => {
          const [before, after] = [then.get(path)?.[lang] ?? '', now.get(path)?.[lang] ?? ''];
          return before === after ? [] : [{ path, lang, before, after }];
        }),
      )
    : [];
  return (
    <div className="history">
      <ol>
        {versions.map(({ version, at, by, why }) => (
          <li key={version}>
            <button type="button" className="plain" aria-pressed={chosen?.version === version} onClick={() => void choose(version)}>
              {n(version)} · {n(at.slice(0, 10))} {n(at.slice(11, 16))} UTC · {by ?? t('history.program')} · {say(`history.why.${why}`)}
            </button>
          </li>
        ))}
      </ol>
      {chosen && (
        <section>
          <h2>{t('history.since', { version: chosen.version })}</h2>
          {differ.length === 0 && <p>{t('history.same')}</p>}
          {differ.map(({ path, lang, before, after }) => (
            <div key={`${path} ${lang}`}>
              <span className="field-name">{say(`lang.${lang}`)}</span>
              <Difference before={before} after={after} lang={lang} />
            </div>
          ))}
          {mayWrite && (
            <button type="button" onClick={() => void restore(chosen.version)}>
              {t('history.restore')}
            </button>
          )}
        </section>
      )}
    </div>
  );
}
