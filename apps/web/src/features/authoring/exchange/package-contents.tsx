import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { packageTaken } from '@seek-justice/contracts/endpoints/exchange-package.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { Link } from '../../../ui/router.tsx';

export type PackageTaken = z.output<typeof packageTaken>;

const STATES = ['differs', 'program', 'new', 'same'] as const;

/** What a course package holds and what it is to this site, before anything is done. */
export function PackageContents({ answer }: { answer: PackageTaken }): ReactNode {
  const { t, say, lang, n } = useAuthorWords();
  const { fault, course, documents, sources, contacts, media, refusedIn, recordings, signatures, recalls } = answer;
  if (fault)
    return (
      <>
        <h3 role="alert">{t('exchange.refused')}</h3>
        <p>
          {textIn(fault.words, lang)} {fault.file && <code>{fault.file}</code>}
        </p>
      </>
    );
  const notes = [
    sources.added.length > 0 && t('package.sources', { count: sources.added.length }),
    sources.differ.length > 0 && t('package.sourcesDiffer', { list: sources.differ.join(', ') }),
    contacts.length > 0 && t('package.contacts', { list: contacts.join(', ') }),
    media.files > 0 && t('package.files', { count: media.files }),
    recordings.brought > 0 && t('package.recordings', { n: recordings.brought }),
    signatures.brought > 0 && t(signatures.count ? 'package.signatures' : 'package.signaturesLost', { n: signatures.brought }),
    recalls > 0 && t('package.recalls', { n: recalls }),
  ].filter((one) => one !== false);
  return (
    <>
      <h3 role="status">{textIn(course?.title ?? {}, lang) || t('tree.untitled')}</h3>
      {STATES.map((state) => {
        const found = documents.filter((one) => one.state === state);
        if (found.length === 0) return null;
        return (
          <details key={state} open={state === 'differs'}>
            <summary>
              <b>{say(`package.state.${state}`)}</b> · {n(found.length)}
            </summary>
            <ul>
              {found.map(({ id, kind, title }) => {
                const words = [textIn(title, lang) || t('tree.untitled'), ...(kind === 'quiz' ? [t('kind.quiz')] : [])].join(' · ');
                return <li key={id}>{state === 'new' ? words : <Link to={`/author/${id}`}>{words}</Link>}</li>;
              })}
            </ul>
          </details>
        );
      })}
      {media.refused.length > 0 && (
        <details open>
          <summary>
            <b>{t('package.filesRefused', { count: media.refused.length })}</b>
          </summary>
          <p>{t('package.whyRefused')}</p>
          <ul>
            {documents
              .filter(({ id }) => refusedIn.includes(id))
              .map(({ id, title }) => (
                <li key={id}>{textIn(title, lang) || t('tree.untitled')}</li>
              ))}
            {media.refused.map((hash) => (
              <li key={hash}>
                <code>media/{hash}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}
