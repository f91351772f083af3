import { type ReactNode, useEffect, useRef } from 'react';
import type { QuizLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { isArranged, isWritten, picksMany } from '@seek-justice/domain/assessment/item.ts';
import { isRight, type Mark } from '@seek-justice/domain/assessment/score.ts';
import type { Answers } from '@seek-justice/domain/records/answers.ts';
import { useListening } from '../../blocks/listening.ts';
import { Line } from '../../blocks/rich.tsx';
import { type Key, useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { LateQuestion } from './late-question.tsx';
import { spokenResult } from './spoken.ts';

/** How an option stands to what was chosen: chosen and right, chosen and not, or the better choice that was missed. */
function fateOf(right: boolean, chosen: boolean, many: boolean): Key {
  if (chosen) return right ? 'quiz.right' : 'result.yours';
  return many ? 'quiz.alsoRight' : 'result.better';
}

/** Where the answers are: with the server, on this phone, in this page alone because the phone is full, or nowhere. */
export type Fate = 'sent' | 'kept' | 'inPage' | 'notKept';

/** What a quiz came to: the mark in words and numbers, whether it is kept, and what is worth reading again. */
export function Result(props: { leaf: QuizLeaf; answers: Answers; mark: Mark; fate: Fate; listen?: (parts: string[]) => ReactNode; children: ReactNode }): ReactNode {
  const { leaf, answers, mark, fate, listen, children } = props;
  const { t, n } = useWords();
  const { say } = useListening();
  const spoken = spokenResult(leaf.items, answers, mark);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    say(spoken);
    // Once, when the result comes on screen.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const again = leaf.items.filter((item) => !isWritten(item) && !isRight(item, answers[item.id] ?? []));
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('result.title')}
      </h1>
      <section className={mark.passed ? 'mark-card passed' : 'mark-card'}>
        <p className="big">
          {mark.passed && <Icon name="check" />} {n(mark.percent)}%
        </p>
        <p className="of">{t('result.mark', { right: mark.right, of: mark.of })}</p>
        <p>{mark.passed ? t('result.passed') : t('result.notYet', { n: leaf.passMark })}</p>
      </section>
      {listen?.(spoken)}
      <p className={fate === 'sent' || fate === 'kept' ? 'small' : 'small draft'} role="status">
        {t(`result.${fate}`)}
      </p>
      {children}
      <h2>{t('result.again')}</h2>
      {again.length === 0 && <p>{t('result.allRight')}</p>}
      <ul className="reread">
        {again.map((item) => (
          <li key={item.id}>
            <p className="asked" data-part={item.id}>
              {item.situation && <Line text={`${item.situation} `} />}
              <Line text={item.question} />
            </p>
            {leaf.stale?.includes(item.id) && <p className="small older">{t('lesson.stale')}</p>}
            {isArranged(item) ? (
              <LateQuestion item={item} chosen={answers[item.id] ?? []} />
            ) : (
              item.options
                .filter((option) => option.right || answers[item.id]?.includes(option.id))
                .map((option) => (
                  <p key={option.id} className={option.right ? 'right' : 'wrong'} data-part={`${item.id}.${option.id}`}>
                    <b>{t(fateOf(option.right, answers[item.id]?.includes(option.id) ?? false, picksMany(item)))}:</b> <Line text={option.text} />
                    <span className="small">
                      <Line text={option.feedback} />
                    </span>
                  </p>
                ))
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
