import type { ReactNode } from 'react';
import type { Choice } from '@seek-justice/domain/curriculum/block.ts';
import { useWords } from '../i18n/words.ts';
import { Icon } from '../ui/icon.tsx';
import { Line, Rich } from './rich.tsx';

/**
 * A choice that opens to what follows from it. `<details>`: it works before and without JavaScript and keeps nothing.
 * `group` closes the others where the browser can.
 */
export function ChoiceRow({ choice, at, group, children }: { choice: Choice<string>; at: string; group: string; children?: ReactNode }): ReactNode {
  const { t } = useWords();
  return (
    <details className={choice.good ? 'choice good' : 'choice'} id={at} name={group}>
      <summary>
        <span className="turn" aria-hidden="true" />
        <span>
          <Line text={choice.text} link={false} />
        </span>
      </summary>
      <div className="outcome">
        <p className="verdict">
          <Icon name={choice.good ? 'check' : 'turn-back'} /> {t(choice.good ? 'block.good' : 'block.notGood')}
        </p>
        <Rich text={choice.outcome} />
      </div>
      {children}
    </details>
  );
}
