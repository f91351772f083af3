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

/** What takes the place of options to choose from. */
export interface InPlace {
  rows: ReactNode;
  /** How to answer, in words. */
  how: string;
  /** The question and the feedback as they are read aloud. */
  asked: string[];
  feedback: string[];
  /** Whether it may be checked. */
  ready: boolean;
  /** Where nothing is marked: what the button shows instead. */
  show?: string;
}

/** One question a screen, with feedback in place. */
export function Question({ item, attempt, onChange, onward, onNext, focus, listen, inPlace }: QuestionProps & { inPlace?: InPlace }): ReactNode {
  const { t } = useWords();
  const { say } = useListening();
  const many = picksMany(item);
  const checked = many || inPlace;
  const picked = attempt.picked[item.id] ?? [];
  const shown = attempt.shown[item.id] ?? [];
  const done = attempt.counted[item.id] !== undefined;
  const asked = inPlace?.asked ?? spokenQuestion(item);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
    say(asked);
    // Only when another question comes on screen.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [item.id]);
  const onPick = (option: string): void => {
    onChange(pick(attempt, item, option));
    if (!many) say(spokenFeedback(item, [option]));
  };
  const onCheck = (): void => {
    onChange(check(attempt, item));
    say(inPlace?.feedback ?? spokenFeedback(item, picked));
  };
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
      {listen(asked)}
      <p className="small how">
        {inPlace?.how ?? t(many ? 'quiz.chooseMany' : 'quiz.chooseOne')} {attempt.at === 0 && t('quiz.first')}
      </p>
      {inPlace?.rows ?? (
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
      )}
      {checked && (
        <p className="small together" role="status">
          {shown.length > 0 && !inPlace?.show && t(isRight(item, shown) ? 'quiz.allRight' : 'quiz.tryAgain')}
        </p>
      )}
      <div className="actions">
        {checked && shown.length === 0 && (
          <button type="button" className={done ? 'quiet' : ''} disabled={!(inPlace?.ready ?? picked.length)} onClick={onCheck}>
            {inPlace?.show ?? t('quiz.check')}
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
