import { type ReactNode, useEffect, useRef } from 'react';
import type { Option } from '@seek-justice/domain/assessment/item.ts';
import { letterOf } from '@seek-justice/domain/assessment/letters.ts';
import { WHY } from '@seek-justice/domain/curriculum/clip.ts';
import { Hear } from '../../blocks/hear.tsx';
import { useListening } from '../../blocks/listening.ts';
import { Line } from '../../blocks/rich.tsx';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';

interface Props {
  option: Option;
  part: string;
  at: number;
  many: boolean;
  chosen: boolean;
  shown: boolean;
  onPick: () => void;
  /** Whether it stands where it should, where that is not the option's own. */
  right?: boolean;
  /** Said in place of the letter. */
  badge?: string | undefined;
  /** Whether it is its turn. */
  current?: boolean;
  /** What stands below its text. */
  children?: ReactNode;
}

/** One answer as a full-width row: its letter, its text and, once it was chosen, what is to be said to it. */
export function OptionRow(props: Props): ReactNode {
  const { option, part, at, many, chosen, shown, onPick, right = option.right, badge, current, children } = props;
  const { t, lang } = useWords();
  const { has } = useListening();
  const letter = letterOf(lang, at);
  const fate = shown ? (right ? ' right' : ' wrong') : chosen ? ' chosen' : '';
  const feedback = `f-${option.id}`;
  const row = useRef<HTMLLIElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    // What is said to a choice near the foot of the screen must not stay below it.
    if (shown && !before.current) row.current?.scrollIntoView?.({ block: 'nearest' });
    before.current = shown;
  }, [shown]);
  return (
    <li ref={row} className={`option${fate}${current ? ' current' : ''}`} data-part={part}>
      <button
        type="button"
        role={many ? 'checkbox' : undefined}
        aria-checked={many ? chosen : undefined}
        aria-pressed={many ? undefined : chosen}
        aria-describedby={shown ? feedback : undefined}
        onClick={onPick}
      >
        <span className={many ? 'letter square' : 'letter'} aria-hidden={!badge}>
          {many && chosen ? <Icon name="check" /> : (badge ?? letter)}
        </span>
        <span>
          <Line text={option.text} link={false} />
          {children}
        </span>
      </button>
      {has(part) && <Hear parts={[part]} name={t('listen.answer', { letter })} />}
      <div className="why" id={feedback} role="status" data-part={`${part}${WHY}`}>
        {shown && (
          <>
            <p className="verdict">
              <Icon name={right ? 'check' : 'turn-back'} /> {t(right ? 'quiz.right' : 'quiz.notQuite')}
            </p>
            <p>
              <Line text={option.feedback} />
            </p>
            {has(`${part}${WHY}`) && <Hear parts={[right ? '#right' : '#notQuite', `${part}${WHY}`]} name={t('listen.why')} />}
          </>
        )}
      </div>
    </li>
  );
}
