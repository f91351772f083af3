import type { ReactNode } from 'react';
import type { Choice } from '@seek-justice/domain/curriculum/block.ts';
import { OUTCOME } from '@seek-justice/domain/curriculum/clip.ts';
import { useWords } from '../i18n/words.ts';
import { Icon } from '../ui/icon.tsx';
import { Line, Rich } from './rich.tsx';

/**
 * A choice that opens to what follows from it. `<details>`: it works before and without JavaScript and keeps nothing.
 * `group` closes the others where the browser can; `part` is the key under which it is read aloud.
 */
export function ChoiceRow(props: { choice: Choice<string>; at: string; group: string; part: string; children?: ReactNode }): ReactNode {
  const { choice, at, group, part, children } = props;
  const { t } = useWords();
  return (
    <details className={choice.good ? 'choice good' : 'choice'} id={at} name={group}>
      <summary data-part={part}>
        <span className="turn" aria-hidden="true" />
        <span>
          <Line text={choice.text} link={false} />
        </span>
      </summary>
      <div className="outcome" data-part={`${part}${OUTCOME}`}>
        <p className="verdict">
          <Icon name={choice.good ? 'check' : 'turn-back'} /> {t(choice.good ? 'block.good' : 'block.notGood')}
        </p>
        <Rich text={choice.outcome} />
      </div>
      {children}
    </details>
  );
}
