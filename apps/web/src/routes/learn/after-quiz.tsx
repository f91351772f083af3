import type { ReactNode } from 'react';
import { Link } from '../../ui/router.tsx';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { pathOf, type Step } from '../../features/curriculum/find-step.ts';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';

/** The ways on from a result: after a pass onwards first, else another try first, and the module's lessons to read again. */
export function AfterQuiz(props: { step: Step; next: Step | null; passed: boolean; onRetry: () => void }): ReactNode {
  const { step, next, passed, onRetry } = props;
  const { t, lang } = useWords();
  const title = next?.kind === 'lesson' ? textIn(next.lesson.title, lang) : null;
  return (
    <div className="actions">
      {passed && (
        <Link className="btn" to={next ? pathOf(next) : '/learn'}>
          {title ? t('result.next', { title }) : t('result.map')} <Icon name="next" />
        </Link>
      )}
      <button type="button" className={passed ? 'quiet' : ''} onClick={onRetry}>
        {t('result.retry')}
      </button>
      {!passed && (
        <details className="again">
          <summary>{t('result.lessons')}</summary>
          <ul>
            {step.module.lessons.map((lesson) => (
              <li key={lesson.id}>
                <Link to={`/learn/${lesson.id}`}>{textIn(lesson.title, lang)}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      {(!passed || title) && (
        <p>
          <Link to="/learn">{t('result.map')}</Link>
        </p>
      )}
    </div>
  );
}
