import type { ReactNode } from 'react';
import { shuffled } from '@seek-justice/domain/assessment/shuffle.ts';
import { useWords } from '../../../i18n/words.ts';
import { OptionRow } from '../option-row.tsx';
import { inTurn } from './places.ts';
import type { RowsProps } from './rows-props.ts';

/** Steps to be tapped one after another; each then bears its number. */
export function StepRows({ item, places, shown, onPlace }: RowsProps): ReactNode {
  const { n } = useWords();
  return (
    <ul className="options" aria-labelledby="question">
      {shuffled(item.id, item.options).map((option, at) => {
        const place = places.indexOf(option.id);
        const next = inTurn(places, option.id);
        return (
          <OptionRow
            key={option.id}
            option={option}
            part={`${item.id}.${option.id}`}
            at={at}
            many={false}
            chosen={place >= 0}
            shown={shown}
            right={item.options[place]?.id === option.id}
            badge={place < 0 ? undefined : n(place + 1)}
            onPick={() => onPlace(next, place < 0 ? [`#n${next.length}`] : [])}
          />
        );
      })}
    </ul>
  );
}
