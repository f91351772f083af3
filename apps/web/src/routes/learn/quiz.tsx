import { type ReactNode, useState } from 'react';
import { Link } from '../../ui/router.tsx';
import type { QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useSession } from '../../auth/session.ts';
import { type Handed, type Playing, Quiz } from '../../features/assessment/quiz.tsx';
import { type Fate, Result } from '../../features/assessment/result.tsx';
import { ListeningProvider } from '../../features/media/listening.tsx';
import { Listen } from '../../features/media/listen.tsx';
import { leafOf, numberOf, type Step, stepAfter } from '../../features/curriculum/find-step.ts';
import { useLeaf } from '../../features/curriculum/leaves.ts';
import { useWords } from '../../i18n/words.ts';
import { append } from '../../records/append.ts';
import { useRecords } from '../../records/status.ts';
import { Failed } from '../../ui/message.tsx';
import { useMounted } from '../../ui/use-mounted.ts';
import { Screen } from '../screen.tsx';
import { AfterQuiz } from './after-quiz.tsx';

type QuizStep = Step & { kind: 'quiz' };

/** What is known of the questions before they are here. */
function Awaited({ step }: { step: QuizStep }): ReactNode {
  const { t, lang } = useWords();
  const mounted = useMounted();
  return (
    <>
      <h1 tabIndex={-1}>{t('learn.quiz')}</h1>
      <p className="small">
        {textIn(step.module.title, lang)} · {t('learn.items', { n: step.module.quiz.items })}
      </p>
      <p className="hint" role="status">
        {mounted && t('quiz.loading')}
      </p>
      <noscript>
        <p>{t('quiz.needsScript')}</p>
      </noscript>
    </>
  );
}

/** A module's questions, then their result. */
export function QuizScreen({ step }: { step: QuizStep }): ReactNode {
  const { t, n, lang } = useWords();
  const { me, status } = useSession();
  const [handed, setHanded] = useState<(Handed & { record: string | null }) | null>(null);
  const { mine, full } = useRecords();
  const hash = leafOf(step, lang)?.hash ?? null;
  const loading = useLeaf<QuizLeaf>(hash);
  // While another language is on its way the questions stay in the one before.
  const [shown, setShown] = useState<{ hash: string; leaf: QuizLeaf } | null>(null);
  if (loading.state === 'ready' && hash && loading.leaf !== shown?.leaf) setShown({ hash, leaf: loading.leaf });
  const leaf = shown?.leaf;

  const finish = async ({ answers, mark }: Handed): Promise<void> => {
    if (!shown) return;
    // The leaf that was on screen is what was answered, also while another language is on its way.
    const entry = await append('quiz.submitted', { quiz: shown.leaf.id, snapshot: shown.hash, lang: shown.leaf.lang, answers }, { mark });
    setHanded({ answers, mark, record: entry?.id ?? null });
  };

  const narration = step.module.quiz.narration?.[lang];
  // Where there is nothing to hear it is said once, not on every question.
  const listen = (parts: string[], at: number): ReactNode => (narration || at === 0) && <Listen narration={narration} parts={parts} byEar facts={at === 0} />;
  const fateOf = (record: string | null): Fate => {
    if (!record) return 'notKept';
    if (mine.find(({ id }) => id === record)?.state === 'delivered') return 'sent';
    return full ? 'inPage' : 'kept';
  };
  const progressOf = (playing: Playing | null) => {
    if (handed) return { value: 1, max: 1, words: t('result.title') };
    return playing ? { value: playing.at - 1, max: playing.of, words: t('quiz.of', { n: playing.at, of: playing.of }) } : undefined;
  };
  const content = (playing: Playing | null): ReactNode => {
    if (leaf && handed)
      return (
        <Result leaf={leaf} answers={handed.answers} mark={handed.mark} fate={fateOf(handed.record)} listen={(parts) => (narration ? listen(parts, 1) : null)}>
          <AfterQuiz step={step} next={stepAfter(step)} passed={handed.mark.passed} onRetry={() => setHanded(null)} />
          {!handed.record && (
            <p className="small">
              <Link to="/sign-in">{t('lesson.signIn')}</Link>
            </p>
          )}
        </Result>
      );
    if (leaf && playing)
      return (
        <>
          <p className="small along">
            {t('quiz.of', { n: playing.at, of: playing.of })}
            {leaf.draft && <span className="draft"> · {t('quiz.draft')}</span>}
          </p>
          {playing.question}
        </>
      );
    if (loading.state === 'failed') return <Failed offline={loading.offline} again={loading.again} />;
    return <Awaited step={step} />;
  };
  return (
    <ListeningProvider course={step.course} of={step.module.quiz} flows={false}>
      <Quiz listen={listen} leaf={leaf ?? null} owner={status === 'unknown' ? null : (me?.person.id ?? 'visitor')} onFinish={(what) => void finish(what)}>
        {/* One frame around all states: the help numbers and the quick exit stay where they are while the rest changes. */}
        {(playing) => (
          <Screen kind="quiz" back number={numberOf(step)} title={`${n(step.moduleAt + 1)} · ${textIn(step.module.title, lang)}`} progress={progressOf(playing)}>
            {content(playing)}
          </Screen>
        )}
      </Quiz>
    </ListeningProvider>
  );
}
