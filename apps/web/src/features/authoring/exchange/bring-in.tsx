import { type ReactNode, useState } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import type { Answer } from '../../../local/api.ts';
import { sendFile } from './files.ts';

interface Props<T> {
  path: string;
  /** How the file is sent, and which names it may have. */
  type: string;
  accept: string;
  label: string;
  /** What arrived, to be shown below. */
  children: (answer: T, file: File) => ReactNode;
}

/** A file to bring in, and what became of it. */
export function BringIn<T>({ path, type, accept, label, children }: Props<T>): ReactNode {
  const { t } = useAuthorWords();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const [found, setFound] = useState<{ file: File; answer: T } | null>(null);
  const bring = async (file: File): Promise<void> => {
    setBusy(true);
    setTrouble('');
    setFound(null);
    const answer: Answer<T> = await sendFile<T>(path, file, type);
    setBusy(false);
    if (answer.ok) setFound({ file, answer: answer.body });
    else setTrouble(answer.problem?.title ?? t('state.offline'));
  };
  return (
    <>
      <label className="exchange-file">
        <span>↑ {label}</span>
        <input
          type="file"
          accept={accept}
          disabled={busy}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            // The same file once more, mended, is another one.
            target.value = '';
            if (file) void bring(file);
          }}
        />
      </label>
      <div role="status">{busy && <p>{t('exchange.reading')}</p>}</div>
      {trouble && <p role="alert">{trouble}</p>}
      {found && <section className="exchange-result">{children(found.answer, found.file)}</section>}
    </>
  );
}
