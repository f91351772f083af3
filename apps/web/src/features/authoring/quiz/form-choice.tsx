import type { ReactNode } from 'react';
import { QUIZ_FORMS, type QuizForm } from '@seek-justice/domain/assessment/quiz-forms.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';

/** All questions of a quiz, or those of one of its forms. */
export function FormChoice({ form, onForm }: { form: QuizForm | null; onForm: (form: QuizForm | null) => void }): ReactNode {
  const { t } = useAuthorWords();
  return (
    <div className="tabs" role="group" aria-label={t('field.form')}>
      {[null, ...QUIZ_FORMS].map((one) => (
        <button key={one} type="button" className="plain" aria-pressed={one === form} onClick={() => onForm(one)}>
          {one === null ? t('forms.all') : t(`choice.${one}`)}
        </button>
      ))}
    </div>
  );
}
