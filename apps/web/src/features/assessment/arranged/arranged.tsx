import './arranged.css';
import type { ReactNode } from 'react';
import type { Item } from '@seek-justice/domain/assessment/item.ts';
import { MATCH } from '@seek-justice/domain/curriculum/clip.ts';
import { useListening } from '../../../blocks/listening.ts';
import { Line } from '../../../blocks/rich.tsx';
import { useLateWords } from '../../../i18n/late-words.ts';
import { Question, type QuestionProps } from '../question.tsx';
import { PairRows } from './pair-rows.tsx';
import { arrange, isFull, placesOf } from './places.ts';
import { spokenArranged, spokenPlaced } from './spoken-arranged.ts';
import { StepRows } from './step-rows.tsx';

/** A question whose options are put in their places, all by tapping, with feedback for each place. */
function Placing(props: QuestionProps): ReactNode {
  const { item, attempt, onChange } = props;
  const { t } = useLateWords();
  const { say } = useListening();
  const places = placesOf(attempt, item);
  const Rows = item.type === 'ordering' ? StepRows : PairRows;
  const rows = (
    <Rows
      key={item.id}
      item={item}
      places={places}
      shown={(attempt.shown[item.id] ?? []).length > 0}
      onPlace={(next, parts) => {
        onChange(arrange(attempt, item, next));
        say(parts);
      }}
    />
  );
  const how = t(item.type === 'ordering' ? 'arrange.inOrder' : 'arrange.pairs');
  return <Question {...props} inPlace={{ rows, how, asked: spokenArranged(item), feedback: spokenPlaced(item, places), ready: isFull(places, item) }} />;
}

/** Where a step was put that belongs elsewhere, or what a pair was given that belongs to another. */
function Yours({ item, at, chosen }: { item: Item; at: number; chosen: readonly string[] }): ReactNode {
  const { t } = useLateWords();
  const id = item.options[at]?.id ?? '';
  const place = chosen.indexOf(id);
  const given = item.options.find((option) => option.id === chosen[at])?.match;
  if (item.type === 'ordering') return place >= 0 && t('arrange.yourPlace', { n: place + 1 });
  return (
    given && (
      <>
        {t('arrange.yourMatch')} <Line text={given} />
      </>
    )
  );
}

/** An arranged question as it should stand, with what was said to each place and what was put there. */
function Again({ item, chosen }: AgainProps): ReactNode {
  const { t, n } = useLateWords();
  return (
    <>
      <p className="small">{t(item.type === 'ordering' ? 'arrange.rightOrder' : 'arrange.rightPairs')}</p>
      {item.options.map(({ id, text, match, feedback }, at) => {
        const right = chosen[at] === id;
        const part = `${item.id}.${id}`;
        return (
          <p key={id} className={right ? 'right' : 'wrong'} data-part={part}>
            {match === undefined && <b>{n(at + 1)}. </b>}
            <Line text={text} />
            {match !== undefined && (
              <span className="match" data-part={`${part}${MATCH}`}>
                <Line text={match} />
              </span>
            )}
            {!right && (
              <span className="small">
                <Yours item={item} at={at} chosen={chosen} />
              </span>
            )}
            <span className="small">
              <Line text={feedback} />
            </span>
          </p>
        );
      })}
    </>
  );
}

export interface AgainProps {
  item: Item;
  /** What was handed in. */
  chosen: readonly string[];
}

/** An arranged question to be answered, or to be read again. */
export function Arranged(props: QuestionProps | AgainProps): ReactNode {
  return 'chosen' in props ? <Again {...props} /> : <Placing {...props} />;
}
