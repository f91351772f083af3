import { type ReactNode, useEffect, useRef } from 'react';
import { type Item, picksMany } from '@seek-justice/domain/assessment/item.ts';
import { isRight } from '@seek-justice/domain/assessment/score.ts';
import { useListening } from '../../blocks/listening.ts';
import { Line, Rich } from '../../blocks/rich.tsx';
import { useWords } from '../../i18n/words.ts';
import { type Attempt, check, pick } from './attempt.ts';
import { OptionRow } from './option-row.tsx';
import { spokenFeedback, spokenQuestion } from './spoken.ts';

export interface QuestionProps {
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

/** What is asked, read out when it comes on screen, and in words how to answer it. */
export function Asked({ item, attempt, focus, listen, spoken, how }: QuestionProps & { spoken: string[]; how: string }): ReactNode {
  const { t } = useWords();
  const { say } = useListening();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
    say(spoken);
    // Only when another question comes on screen.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [item.id]);
  return (
    <>
      {item.situation && (
        <div className="situation" id="situation">
          <Rich text={item.situation} />
        </div>
      )}
      <h1 ref={heading} tabIndex={-1} className="question" id="question" aria-describedby={item.situation && 'situation'} data-part={item.id}>
        <Line text={item.question} />
      </h1>
      {listen(spoken)}
      <p className="small how">
        {how} {attempt.at === 0 && t('quiz.first')}
      </p>
    </>
  );
}

/** What is said to the whole of an answer that has several parts, and the ways on. Without `onCheck` each choice is checked at once. */
export function Onward(props: QuestionProps & { ready?: boolean; onCheck?: (() => void) | undefined }): ReactNode {
  const { item, attempt, onward, onNext, ready, onCheck } = props;
  const { t } = useWords();
  const shown = attempt.shown[item.id] ?? [];
  const done = attempt.counted[item.id] !== undefined;
  return (
    <>
      {onCheck && (
        <p className="small together" role="status">
          {shown.length > 0 && t(isRight(item, shown) ? 'quiz.allRight' : 'quiz.tryAgain')}
        </p>
      )}
      <div className="actions">
        {onCheck && shown.length === 0 && (
          <button type="button" className={done ? 'quiet' : ''} disabled={!ready} onClick={onCheck}>
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

/** One question a screen, with feedback in place. */
export function Question(props: QuestionProps): ReactNode {
  const { item, attempt, onChange } = props;
  const { t } = useWords();
  const { say } = useListening();
  const many = picksMany(item);
  const picked = attempt.picked[item.id] ?? [];
  const shown = attempt.shown[item.id] ?? [];
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
      <Asked {...props} spoken={spokenQuestion(item)} how={t(many ? 'quiz.chooseMany' : 'quiz.chooseOne')} />
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
      <Onward {...props} ready={picked.length > 0} onCheck={many ? onCheck : undefined} />
    </>
  );
}
