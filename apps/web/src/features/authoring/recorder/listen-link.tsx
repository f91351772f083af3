import type { ReactNode } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import type { Review } from '../api.ts';

/**
 * The way from a text to where it is read aloud, with how much is still to be read in each language. It loads a page of
 * its own: no other address may ask for a microphone.
 */
export function ListenLink({ id, audio }: { id: string; audio: Review['audio'] | undefined }): ReactNode {
  const { t, n } = useAuthorWords();
  const open = Object.entries(audio ?? {}).filter(([, { missing }]) => missing.length > 0);
  return (
    <p className="nar-link">
      <a href={`/author/listen/${id}`}>{t('record.link')}</a>
      {open.map(([lang, { missing }]) => (
        <a key={lang} href={`/author/listen/${id}#${lang}`}>
          {t(`lang.${lang}` as 'lang.km')}: {n(missing.length)} {t('count.unheard')}
        </a>
      ))}
    </p>
  );
}
