import { type ReactNode, useState } from 'react';
import { isChosen } from '@seek-justice/domain/assessment/item.ts';
import type { QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { type Mark, score } from '@seek-justice/domain/assessment/score.ts';
import type { Answers } from '@seek-justice/domain/records/answers.ts';
import { useWords } from '../../i18n/words.ts';
import { goTo, handIn } from './attempt.ts';
import { LateQuestion } from './late-question.tsx';
import { Question } from './question.tsx';
import { useAttempt } from './use-attempt.ts';

export interface Handed {
  answers: Answers;
  mark: Mark;
}

interface Props {
  /** Null while the questions are on their way. */
  leaf: QuizLeaf | null;
  /** Whose half-done answers these are; null while that is not known. */
  owner: string | null;
  /** The Listen control for parts, on a question from 0; nothing unless given. */
  listen?: (parts: string[], at: number) => ReactNode;
  /** Called once, with what was handed in. */
  onFinish: (handed: Handed) => void;
  /** The frame, which stays while what is in it changes. Null: there is no question yet. */
  children: (playing: Playing | null) => ReactNode;
}

/** The question on screen, its number from 1, and of how many. */
export interface Playing {
  at: number;
  of: number;
  question: ReactNode;
}

/** The player of a quiz: its questions in turn, answers kept on the way. */
export function Quiz({ leaf, owner, listen, onFinish, children }: Props): ReactNode {
  const { t } = useWords();
  const { attempt, found, change, clear } = useAttempt(leaf && owner, leaf?.id ?? '');
  const [moved, setMoved] = useState(false);
  const of = leaf?.items.length ?? 0;
  const at = Math.min(attempt.at, of - 1);
  const item = leaf?.items[at];
  if (!leaf || !item) return children(null);
  const onNext = (): void => {
    setMoved(true);
    window.scrollTo(0, 0);
    const open = leaf.items.findIndex(({ id }, index) => index > at && attempt.counted[id] === undefined);
    if (at + 1 < of) return change(goTo(attempt, open === -1 ? at + 1 : open));
    const answers = handIn(attempt, leaf.items);
    clear();
    onFinish({ answers, mark: score(leaf, answers) });
  };
  const Asking = isChosen(item) ? Question : LateQuestion;
  const question = (
    <>
      {found && <p className="note">{t('quiz.again')}</p>}
      {leaf.stale?.includes(item.id) && <p className="small older">{t('lesson.stale')}</p>}
      <Asking
        item={item}
        attempt={attempt}
        onChange={change}
        onward={t(at + 1 < of ? 'quiz.next' : 'quiz.finish')}
        onNext={onNext}
        focus={moved}
        listen={(parts) => listen?.(parts, at)}
      />
    </>
  );
  return children({ at: at + 1, of, question });
}
