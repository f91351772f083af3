import { type ReactNode, useEffect, useState } from 'react';
import { useReading } from '../../blocks/reading.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { hasForms, type QuizForm } from '@seek-justice/domain/assessment/quiz-forms.ts';
import { FormChoice } from '../../features/authoring/quiz/form-choice.tsx';
import { PrintLesson } from '../../features/authoring/print/print-lesson.tsx';
import { PrintQuiz } from '../../features/authoring/print/print-quiz.tsx';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { call } from '../../local/api.ts';
import { Link } from '../../ui/router.tsx';

/** Today as the author's computer has it, YYYY-MM-DD. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA').format(new Date());
}

/** A lesson or its questions on paper, in one language or both, for whoever corrects with a pen. */
export function PaperScreen({ id, languages }: { id: string; languages: readonly string[] }): ReactNode {
  const { t } = useAuthorWords();
  const { contacts } = useReading();
  const [found, setFound] = useState<{ document: Document; version: number } | null>(null);
  const [trouble, setTrouble] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(languages);
  const [form, setForm] = useState<QuizForm | null>(null);
  const [blank, setBlank] = useState(false);
  useEffect(() => {
    void call<{ document: Document; version: number }>('GET', `/api/drafts/${id}`).then((answer) => (answer.ok ? setFound(answer.body) : setTrouble(answer.problem?.title ?? t('state.offline'))));
    // The words of a language that is chosen later need no new answer.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  const quiz = found?.document.kind === 'quiz' ? (found.document as Document<'quiz'>).body : null;
  const printing = { languages: chosen, version: `${id}-${found?.version ?? 0}`, date: today(), contacts, sources: [] };
  return (
    <div className="author-screen paper">
      <p className="way-back">
        <Link to={`/author/${id}`}>{t(quiz ? 'kind.quiz' : 'kind.lesson')}</Link>
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
      {quiz && hasForms(quiz.items) && <FormChoice form={form} onForm={setForm} />}
      {quiz && (
        <label className="tick">
          <input type="checkbox" checked={blank} onChange={({ target }) => setBlank(target.checked)} /> <span>{t('paper.blank')}</span>
        </label>
      )}
      {trouble && <p role="alert">{trouble}</p>}
      {!found && !trouble && <p role="status">{t('state.loading')}</p>}
      {found?.document.kind === 'lesson' && <PrintLesson lesson={{ id, draft: [], ...(found.document as Document<'lesson'>).body }} {...printing} />}
      {quiz && <PrintQuiz quiz={{ id, draft: [], ...quiz }} title={{}} form={hasForms(quiz.items) ? form : null} blank={blank} {...printing} />}
    </div>
  );
}
