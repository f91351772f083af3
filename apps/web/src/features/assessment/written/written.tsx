import './written.css';
import { type ReactNode, useId, useState } from 'react';
import { WHY } from '@seek-justice/domain/curriculum/clip.ts';
import { Hear } from '../../../blocks/hear.tsx';
import { useListening } from '../../../blocks/listening.ts';
import { Line } from '../../../blocks/rich.tsx';
import { useLateWords } from '../../../i18n/late-words.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Question, type QuestionProps } from '../question.tsx';
import { saysIt } from './says-it.ts';

const MOST_LETTERS = 1_000;

/**
 * A question that is answered in one's own words, or only in thought. What is written stands in this page alone: it is
 * sent to nobody, kept nowhere, and marked by nobody. Then it says what others say.
 */
export function Written(props: QuestionProps): ReactNode {
  const { item, attempt } = props;
  const { t } = useLateWords();
  const { has } = useListening();
  const [words, setWords] = useState('');
  const field = useId();
  const shown = (attempt.shown[item.id] ?? []).length > 0;
  const parts = item.options.flatMap(({ id }) => [`${item.id}.${id}`, `${item.id}.${id}${WHY}`]);
  const rows = (
    <div className="in-words">
      <label htmlFor={field}>{t('written.field')}</label>
      <textarea id={field} rows={3} maxLength={MOST_LETTERS} autoComplete="off" autoCorrect="off" spellCheck={false} value={words} onChange={({ target }) => setWords(target.value)} aria-describedby={`${field}-stays`} />
      <p className="small" id={`${field}-stays`}>
        {t('written.stays')}
      </p>
      <div role="status">
        {shown && (
          <>
            <h2>{t('written.others')}</h2>
            <ul className="others">
              {item.options.map(({ id, text, feedback }) => {
                const part = `${item.id}.${id}`;
                return (
                  <li key={id} data-part={part}>
                    <b>
                      <Line text={text} />
                    </b>
                    {saysIt(words, text) && (
                      <span className="yours">
                        <Icon name="check" /> {t('written.yours')}
                      </span>
                    )}
                    <p data-part={`${part}${WHY}`}>
                      <Line text={feedback} />
                    </p>
                    {has(part) && <Hear parts={[part, `${part}${WHY}`]} name={t('written.hear')} />}
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </div>
    </div>
  );
  return <Question {...props} inPlace={{ rows, how: t('written.how'), asked: [item.id, '#think'], feedback: [...parts, '#onward'], ready: true, show: t('written.show') }} />;
}
