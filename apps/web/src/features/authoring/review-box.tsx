import { type ReactNode, useState } from 'react';
import { newId } from '@seek-justice/domain/kernel/ids.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { call } from '../../local/api.ts';
import type { Review } from './api.ts';
import { sourcesBehind } from '@seek-justice/domain/curriculum/authoring/signed-sources.ts';
import { useEditing, useReview } from './editing.ts';
import { SignedSources } from './sources/signed-sources.tsx';
import { refreshSources, useSources } from './sources/source-store.ts';

const YEAR_MS = 365 * 86_400_000;

/** The day, a year from now, until which a signature holds. */
function nextYear(): string {
  return new Date(Date.now() + YEAR_MS).toISOString().slice(0, 10);
}

/** Who answers for a block, and what is said of it. */
export function ReviewBox({ thing, unsigned, signed }: { thing: string; unsigned: Review['unsigned']; signed: Review['signed'] }): ReactNode {
  const { t, say, n } = useAuthorWords();
  const { store, languages } = useEditing();
  const { review, setReview } = useReview();
  const [trouble, setTrouble] = useState('');
  const { entries } = useSources();
  const { id } = store.state.document;
  const behind = sourcesBehind(store.state.document, thing, 'law');
  const forLaw = [...unsigned, ...signed].some(({ competence }) => competence === 'law');
  // Somebody has changed a source since: what it says now is shown before anything is signed.
  const lookAgain = async (): Promise<void> => {
    const [answer] = await Promise.all([call<{ review: Review }>('GET', `/api/drafts/${id}`), refreshSources()]);
    if (answer.ok) setReview(answer.body.review);
  };
  const send = async (path: string, body: object): Promise<boolean> => {
    const answer = await call<Review>('POST', `/api/drafts/${id}/${path}`, body);
    setTrouble(answer.ok ? '' : (answer.problem?.title ?? t('state.offline')));
    if (answer.ok) setReview(answer.body);
    else if (answer.problem?.code === 'source_moved_on') await lookAgain();
    return answer.ok;
  };
  const sign = (competence: string, withdraw: boolean): void =>
    void send('sign-offs', {
      version: store.state.version,
      things: [thing],
      competence,
      reviewBy: nextYear(),
      withdraw,
      sources: Object.fromEntries(sourcesBehind(store.state.document, thing, competence).map((one) => [one, entries?.find((entry) => entry.id === one)?.version ?? 0])),
    });
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
              <button type="button" disabled={competence === 'law' && behind.length > 0 && !entries} onClick={() => sign(competence, false)}>
                {t('sign.do')}
              </button>
            ) : (
              <span className="faint"> · {t('sign.waits')}</span>
            )}
          </li>
        ))}
      </ul>
      {forLaw && <SignedSources ids={behind} changed={review?.sourcesChanged.filter((one) => one.thing === thing) ?? []} languages={languages} />}
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
