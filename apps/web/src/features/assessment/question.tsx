import { type ReactNode, useEffect, useRef } from 'react';
import { type Item, picksMany } from '@seek-justice/domain/assessment/item.ts';
import { isRight } from '@seek-justice/domain/assessment/score.ts';
import { useListening } from '../../blocks/listening.ts';
import { Line } from '../../blocks/rich.tsx';
import { useWords } from '../../i18n/words.ts';
import { type Attempt, check, pick } from './attempt.ts';
import { OptionRow } from './option-row.tsx';
import { spokenFeedback, spokenQuestion } from './spoken.ts';

interface Props {
  item: Item;
  attempt: Attempt;
  onChange: (next: Attempt) => void;
  /** Label of the way on. */
  onward: string;
  onNext: () => void;
  /** Put the reader's focus on the question: not on the first one, which nobody has moved to. */
  focus: boolean;
  /** The Listen control for parts. */
  listen: (parts: string[]) => ReactNode;
}

/** One question a screen, with feedback in place. */
export function Question({ item, attempt, onChange, onward, onNext, focus, listen }: Props): ReactNode {
  const { t } = useWords();
  const { say } = useListening();
  const many = picksMany(item);
  const picked = attempt.picked[item.id] ?? [];
  const shown = attempt.shown[item.id] ?? [];
  const done = attempt.counted[item.id] !== undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
    say(spokenQuestion(item));
    // Only when another question comes on screen.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [item.id]);
  const onPick = (option: string): void => {
    onChange(pick(attempt, item, option));
    if (!many) say(spokenFeedback(item, [option]));
  };
  const onCheck = (): void => {
    onChange(check(attempt, item));
    say(spokenFeedback(item, picked));
  };
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="question" id="question" data-part={item.id}>
        <Line text={item.question} />
      </h1>
      {listen(spokenQuestion(item))}
      <p className="small how">
        {t(many ? 'quiz.chooseMany' : 'quiz.chooseOne')} {attempt.at === 0 && t('quiz.first')}
      </p>
      <ul className="options" aria-labelledby="question">
        {item.options.map((option, at) => (
          <OptionRow
            key={option.id}
            option={option}
            part={`${item.id}.${option.id}`}
            at={at}
            many={many}
            chosen={picked.includes(option.id)}
            shown={shown.includes(option.id)}
            onPick={() => onPick(option.id)}
          />
        ))}
      </ul>
      {many && (
        <p className="small together" role="status">
          {shown.length > 0 && t(isRight(item.options, shown) ? 'quiz.allRight' : 'quiz.tryAgain')}
        </p>
      )}
      <div className="actions">
        {many && shown.length === 0 && (
          <button type="button" className={done ? 'quiet' : ''} disabled={picked.length === 0} onClick={onCheck}>
            {t('quiz.check')}
          </button>
        )}
        {done && (
          <button type="button" onClick={onNext}>
            {onward}
          </button>
        )}
      </div>
    </>
  );
}
