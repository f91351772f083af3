import type { ReactNode } from 'react';
import { StateMark } from './module-marks.tsx';
import type { ModuleView, TaughtModule } from './shapes.ts';
import { inLanguage } from './site-data.tsx';
import { useStaffWords } from './words.ts';

/** What is left of a module, in words: its open lessons by name, and the questions. */
export function leftOf(view: ModuleView, module: TaughtModule | undefined, lang: string, questions: string): string[] {
  const open = (module?.lessons ?? []).filter(({ id }) => !view.lessonsDone.includes(id)).map(({ title }) => inLanguage(title, lang));
  return view.quiz.passed ? open : [...open, questions];
}

/** One module of an opened person: its state, lessons, best mark, and what is still to do. */
export function ModuleProgress({ view, module, number }: { view: ModuleView; module: TaughtModule | undefined; number: number }): ReactNode {
  const { t, lang } = useStaffWords();
  const { attempts, best, passed } = view.quiz;
  const left = leftOf(view, module, lang, t('open.leftQuestions'));
  const marks = best === null ? t('open.noTry') : t(passed ? 'open.passed' : 'open.notPassed', { n: best });
  return (
    <li className={`module ${view.state}`}>
      <h2>{module ? inLanguage(module.title, lang) : t('open.module', { n: number })}</h2>
      <p className="module-state">
        <StateMark state={view.state} />
        {t(`open.${view.state}`)}
      </p>
      <p>{t('open.lessons', { n: view.lessonsDone.length, of: view.lessonsOf })}</p>
      <p>
        {marks}
        {attempts > 1 && <span className="faint"> · {t('open.tries', { count: attempts })}</span>}
      </p>
      {view.state === 'begun' && left.length > 0 && (
        <p className="left">
          <b>{t('open.left')}</b> {left.join(' · ')}
        </p>
      )}
    </li>
  );
}
