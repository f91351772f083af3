import { type ReactNode, useEffect, useState } from 'react';
import { useReading } from '../../blocks/reading.ts';
import type { Source } from '@seek-justice/domain/curriculum/draft.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { PrintLesson } from '../../features/authoring/print/print-lesson.tsx';
import { PrintQuiz } from '../../features/authoring/print/print-quiz.tsx';
import { useSources } from '../../features/authoring/sources/source-store.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { call } from '../../local/api.ts';
import { Link } from '../../ui/router.tsx';
import { today } from './today.ts';

/** A lesson or its questions on paper, in one language or both, for whoever corrects with a pen. */
export function PaperScreen({ id, languages }: { id: string; languages: readonly string[] }): ReactNode {
  const { t, lang } = useAuthorWords();
  const { contacts } = useReading();
  const { entries } = useSources();
  const [found, setFound] = useState<{ document: Document; version: number } | null>(null);
  const [trouble, setTrouble] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(languages);
  useEffect(() => {
    void call<{ document: Document; version: number }>('GET', `/api/drafts/${id}`).then((answer) => (answer.ok ? setFound(answer.body) : setTrouble(answer.problem?.title ?? t('state.offline'))));
    // The words of a language that is chosen later need no new answer.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  const printing = { languages: chosen, version: `${id}-${found?.version ?? 0}`, date: today(), contacts, sources: (entries ?? []).map(({ id: source, source: fields }) => ({ id: source, ...fields }) as Source) };
  return (
    <div className="author-screen paper">
      <p className="way-back">
        <Link to={`/author/${id}`}>{t('kind.lesson')}</Link>
      </p>
      <h1 tabIndex={-1}>{t('preview.print')}</h1>
      <p className="tabs">
        {[...languages.map((one) => [one]), languages].map((some) => (
          <button key={some.join()} type="button" className="plain" aria-pressed={some.join() === chosen.join()} onClick={() => setChosen(some)}>
            {some.length > 1 ? t('preview.both') : t(`lang.${some[0]}` as 'lang.km')}
          </button>
        ))}
        <button type="button" onClick={() => window.print()}>
          {t('paper.print')}
        </button>
      </p>
      {trouble && <p role="alert">{trouble}</p>}
      {!found && !trouble && <p role="status">{t('state.loading')}</p>}
      {found?.document.kind === 'lesson' && <PrintLesson lesson={{ id, draft: [], ...(found.document as Document<'lesson'>).body }} {...printing} />}
      {found?.document.kind === 'quiz' && <PrintQuiz quiz={{ id, draft: [], ...(found.document as Document<'quiz'>).body }} title={{ [lang]: t('kind.quiz') }} {...printing} />}
    </div>
  );
}
