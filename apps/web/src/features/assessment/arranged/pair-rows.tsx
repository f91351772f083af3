import { type ReactNode, useEffect, useRef, useState } from 'react';
import { shuffled } from '@seek-justice/domain/assessment/shuffle.ts';
import { MATCH } from '@seek-justice/domain/curriculum/clip.ts';
import { Hear } from '../../../blocks/hear.tsx';
import { useListening } from '../../../blocks/listening.ts';
import { Line } from '../../../blocks/rich.tsx';
import { useLateWords } from '../../../i18n/late-words.ts';
import { OptionRow } from '../option-row.tsx';
import { putTo } from './places.ts';
import type { RowsProps } from './rows-props.ts';

/** What may still be put to a pair. The numbers are those by which they are read out. */
function Choices(props: RowsProps & { onChoose: (id: string) => void }): ReactNode {
  const { item, places, onChoose } = props;
  const { t, n } = useLateWords();
  const { has } = useListening();
  return (
    <ul className="choices" aria-label={t('arrange.choices')}>
      {shuffled(item.id, item.options).map(({ id, match = '' }, at) => {
        const part = `${item.id}.${id}${MATCH}`;
        if (places.includes(id)) return null;
        return (
          <li key={id} data-part={part}>
            <button type="button" onClick={() => onChoose(id)}>
              <span className="number" aria-hidden="true">
                {n(at + 1)}
              </span>
              <span>
                <Line text={match} link={false} />
              </span>
            </button>
            {has(part) && <Hear parts={[part]} name={t('arrange.listen', { n: at + 1 })} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Pairs: below the line whose turn it is stands what may belong to it; a tap puts it there. */
export function PairRows(props: RowsProps): ReactNode {
  const { item, places, shown, onPlace } = props;
  const [opened, setOpened] = useState<number | null>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const current = opened ?? places.indexOf('');
  useEffect(() => {
    if (moved === null) return;
    // The button that was tapped is gone: on to the next line, or to the one that was filled when it was the last.
    const rows = list.current?.querySelectorAll<HTMLButtonElement>('.option > button:first-child');
    rows?.[current < 0 ? moved : current]?.focus({ preventScroll: true });
    list.current?.querySelector('.choices')?.scrollIntoView?.({ block: 'nearest' });
  }, [moved, current]);
  const partAt = (at: number): string[] => (item.options[at] ? [`#answer${at}`, `${item.id}.${item.options[at].id}`] : []);
  const onChoose = (id: string): void => {
    const next = putTo(places, current, id);
    setOpened(null);
    setMoved(current);
    onPlace(next, partAt(next.indexOf('')));
  };
  const onOpen = (at: number): void => {
    setOpened(at);
    setMoved(null);
    onPlace(putTo(places, at, ''), partAt(at));
  };
  return (
    <ul className="options pairs" aria-labelledby="question" ref={list}>
      {item.options.map((option, at) => {
        const match = item.options.find(({ id }) => id === places[at])?.match;
        return [
          <OptionRow
            key={option.id}
            option={option}
            part={`${item.id}.${option.id}`}
            at={at}
            many={false}
            chosen={match !== undefined}
            shown={shown}
            right={places[at] === option.id}
            current={at === current}
            onPick={() => onOpen(at)}
          >
            {match !== undefined && (
              <span className="match">
                <Line text={match} link={false} />
              </span>
            )}
          </OptionRow>,
          at === current && (
            <li key="choices">
              <Choices {...props} onChoose={onChoose} />
            </li>
          ),
        ];
      })}
    </ul>
  );
}
