import type { ReactNode } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import type { Review } from '../api.ts';

/**
 * The way from a text to where it is read aloud, with how much is still to be read. It loads a page of its own: no other
 * address may ask for a microphone.
 */
export function ListenLink({ id, audio }: { id: string; audio: Review['audio'] | undefined }): ReactNode {
  const { t, n } = useAuthorWords();
  const missing = Object.values(audio ?? {}).reduce((sum, one) => sum + one.missing.length, 0);
  return (
    <p className="nar-link">
      <a href={`/author/listen/${id}`}>{missing > 0 ? t('record.linkMissing', { n: n(missing) }) : t('record.link')}</a>
    </p>
  );
}
