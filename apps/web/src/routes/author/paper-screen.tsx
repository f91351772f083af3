import { type ReactNode, useEffect, useState } from 'react';
import { useReading } from '../../blocks/reading.ts';
import { loadPapers, type Papers } from '../../features/authoring/print/papers.ts';
import { PrintPapers } from '../../features/authoring/print/print-papers.tsx';
import { hasForms, type QuizForm } from '@seek-justice/domain/assessment/quiz-forms.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Source } from '@seek-justice/domain/curriculum/draft.ts';
import { useSources } from '../../features/authoring/sources/source-store.ts';
import { titleOf } from '../../features/authoring/title-of.ts';
import { FormChoice } from '../../features/authoring/quiz/form-choice.tsx';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { isThisComputerAlone } from '../../local/this-computer.ts';
import { Link } from '../../ui/router.tsx';
import { today } from './today.ts';

/** A lesson, its questions or a whole module on paper, in one language or both, for whoever corrects with a pen. */
export function PaperScreen({ id, languages }: { id: string; languages: readonly string[] }): ReactNode {
  const { t, lang } = useAuthorWords();
  const { contacts } = useReading();
  const { entries } = useSources();
  const [papers, setPapers] = useState<Papers | null>(null);
  const [trouble, setTrouble] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(languages);
  const [form, setForm] = useState<QuizForm | null>(null);
  const [blank, setBlank] = useState(false);
  useEffect(() => {
    let wanted = true;
    void loadPapers(id, languages).then((found) => {
      if (!wanted) return;
      if ('papers' in found) setPapers(found.papers);
      else setTrouble(found.trouble ?? t('state.offline'));
    });
    return () => void (wanted = false);
    // The words of a language that is chosen later need no new answer.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  const document = papers?.get(id)?.document;
  const called = document && (titleOf(document, lang) || t(`kind.${document.kind}`));
  const quiz = document?.kind === 'quiz' ? (document as Document<'quiz'>).body : null;
  const sources = (entries ?? []).map(({ id: source, source: fields }) => ({ id: source, ...fields }) as Source);
  return (
    <div className="author-screen paper">
      <p className="way-back">
        <Link to={`/author/${id}`}>{called ?? t('tree.title')}</Link>
      </p>
      <h1 tabIndex={-1}>{t('preview.print')}</h1>
      <p className="tabs">
        {[...languages.map((one) => [one]), languages].map((some) => (
          <button key={some.join()} type="button" className="plain" aria-pressed={some.join() === chosen.join()} onClick={() => setChosen(some)}>
            {some.length > 1 ? t('preview.both') : t(`lang.${some[0]}` as 'lang.km')}
          </button>
        ))}
        <button type="button" disabled={!papers} onClick={() => window.print()}>
          {t('paper.print')}
        </button>
      </p>
      {quiz && hasForms(quiz.items) && <FormChoice form={form} onForm={setForm} />}
      {quiz && (
        <label className="tick">
          <input type="checkbox" checked={blank} onChange={({ target }) => setBlank(target.checked)} /> <span>{t('paper.blank')}</span>
        </label>
      )}
      {isThisComputerAlone() && <p className="hint">{t('paper.thisComputer')}</p>}
      {trouble && <p role="alert">{trouble}</p>}
      {!papers && !trouble && <p role="status">{t('state.loading')}</p>}
      {papers && <PrintPapers id={id} papers={papers} languages={chosen} date={today()} contacts={contacts} sources={sources} form={quiz && hasForms(quiz.items) ? form : null} blank={blank} />}
    </div>
  );
}
