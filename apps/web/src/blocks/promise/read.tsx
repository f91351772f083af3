import type { ReactNode } from 'react';
import type { PromiseBlock } from '@seek-justice/domain/curriculum/block.ts';
import { dayWords } from '../../i18n/day-words.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Drawing } from '../drawing.tsx';
import { Line } from '../rich.tsx';

/** What a unit promises, like a sheet on a wall: who, what, since when, and by when it is looked at again. */
export function Read({ block }: { block: PromiseBlock<string> }): ReactNode {
  const { t, lang } = useLateWords();
  return (
    <section className="promise" data-block={block.id}>
      <p className="label">
        <Drawing name="paper" /> {t('promise.label')}
      </p>
      <div data-part={block.id}>
        <h2>{block.heading}</h2>
        <p className="by">
          <Line text={block.by} />
        </p>
      </div>
      <ul>
        {block.items.map((item) => (
          <li key={item.id} data-part={`${block.id}.${item.id}`}>
            <Icon name="check" />
            <span>
              <Line text={item.text} />
            </span>
          </li>
        ))}
      </ul>
      <p className="days">
        <span>{t('promise.date', { date: dayWords(lang, block.date) })}</span> <span>{t('promise.review', { date: dayWords(lang, block.reviewBy) })}</span>
      </p>
    </section>
  );
}
