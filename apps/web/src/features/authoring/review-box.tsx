import { type ReactNode, useState } from 'react';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { call } from '../../local/api.ts';
import type { Review } from './api.ts';
import { useEditing, useReview } from './editing.ts';

const YEAR_MS = 365 * 86_400_000;

/** The day, a year from now, until which a signature holds. */
function nextYear(): string {
  return new Date(Date.now() + YEAR_MS).toISOString().slice(0, 10);
}

/** Who answers for a block, and what is said of it. */
export function ReviewBox({ thing, unsigned, signed }: { thing: string; unsigned: Review['unsigned']; signed: Review['signed'] }): ReactNode {
  const { t, say, n } = useAuthorWords();
  const { store } = useEditing();
  const { review, setReview } = useReview();
  const [trouble, setTrouble] = useState('');
  const { id } = store.state.document;
  const send = async (path: string, body: object): Promise<boolean> => {
    const answer = await call<Review>('POST', `/api/drafts/${id}/${path}`, body);
    setTrouble(answer.ok ? '' : (answer.problem?.title ?? t('state.offline')));
    if (answer.ok) setReview(answer.body);
    return answer.ok;
  };
  const sign = (competence: string, withdraw: boolean): void =>
    void send('sign-offs', { version: store.state.version, things: [thing], competence, reviewBy: nextYear(), withdraw });
  return (
    <div className="review-box">
      <ul>
        {signed.map(({ competence, by, reviewBy, brought }) => (
          <li key={competence}>
            ✓ {say(`competence.${competence}`)} · {by} {brought && `(${t('sign.brought')}) `}· {t('sign.until', { day: n(reviewBy) })}
            {review?.mine.includes(competence) && (
              <button type="button" className="plain" onClick={() => sign(competence, true)}>
                {t('sign.withdraw')}
              </button>
            )}
          </li>
        ))}
        {unsigned.map(({ competence }) => (
          <li key={competence}>
            ○ {say(`competence.${competence}`)}
            {review?.mine.includes(competence) ? (
              <button type="button" onClick={() => sign(competence, false)}>
                {t('sign.do')}
              </button>
            ) : (
              <span className="faint"> · {t('sign.waits')}</span>
            )}
          </li>
        ))}
      </ul>
      {review?.comments.filter((one) => one.thing === thing).map((comment) => (
        <div key={comment.id} className={comment.settled ? 'comment settled' : 'comment'}>
          <p>
            <b>{comment.by}</b> {comment.text}
          </p>
          <button type="button" className="plain" onClick={() => void send('comments/settle', { comment: comment.id, settled: !comment.settled })}>
            {t(comment.settled ? 'comment.again' : 'comment.settle')}
          </button>
        </div>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const text = (form.elements.namedItem('text') as HTMLTextAreaElement).value.trim();
          if (text) void send('comments', { id: newId(), thing, text }).then((sent) => sent && form.reset());
        }}
      >
        <label>
          <span className="field-name">{t('comment.write')}</span>
          <textarea name="text" rows={2} maxLength={2000} />
        </label>
        <button type="submit">{t('comment.send')}</button>
      </form>
      {trouble && <p role="alert">{trouble}</p>}
    </div>
  );
}
