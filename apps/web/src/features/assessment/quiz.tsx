import { type ReactNode, useState } from 'react';
import type { QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { type Mark, score } from '@seek-justice/domain/assessment/score.ts';
import type { Answers } from '@seek-justice/domain/records/answers.ts';
import { useWords } from '../../i18n/words.ts';
import { goTo, handIn } from './attempt.ts';
import { Question } from './question.tsx';
import { useAttempt } from './use-attempt.ts';

export interface Handed {
  answers: Answers;
  mark: Mark;
}

interface Props {
  leaf: QuizLeaf;
  /** Whose half-done answers these are; null while that is not known. */
  owner: string | null;
  /** Called once, with what was handed in. */
  onFinish: (handed: Handed) => void;
  /** Tells the frame which question is on screen, from 1. */
  children: (at: number, of: number, question: ReactNode) => ReactNode;
}

/** The player of a quiz: its questions in turn, answers kept on the way. */
export function Quiz({ leaf, owner, onFinish, children }: Props): ReactNode {
  const { t } = useWords();
  const { attempt, found, change, clear } = useAttempt(owner, leaf.id);
  const [moved, setMoved] = useState(false);
  const of = leaf.items.length;
  const at = Math.min(attempt.at, of - 1);
  const item = leaf.items[at];
  if (!item) return null;
  const onNext = (): void => {
    setMoved(true);
    window.scrollTo(0, 0);
    const open = leaf.items.findIndex(({ id }, index) => index > at && attempt.counted[id] === undefined);
    if (at + 1 < of) return change(goTo(attempt, open === -1 ? at + 1 : open));
    const answers = handIn(attempt, leaf.items);
    clear();
    onFinish({ answers, mark: score(leaf, answers) });
  };
  return children(
    at + 1,
    of,
    <>
      {found && <p className="note">{t('quiz.again')}</p>}
      <Question
        item={item}
        attempt={attempt}
        onChange={change}
        onward={t(at + 1 < of ? 'quiz.next' : 'quiz.finish')}
        onNext={onNext}
        focus={moved}
      />
    </>,
  );
}
