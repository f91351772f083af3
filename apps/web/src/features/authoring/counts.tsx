import type { ReactNode } from 'react';
import { useAuthorWords } from '../../i18n/author-words.ts';
import type { LanguageState } from './api.ts';

/** What is still to be done in each language, in words; nothing where nothing is. */
export function Counts({ id, states, comments }: { id: string; states: Record<string, LanguageState>; comments: number }): ReactNode {
  const { t, n } = useAuthorWords();
  const parts = Object.entries(states).flatMap(([lang, state]) => {
    const name = t(`lang.${lang}` as 'lang.km');
    return [
      ...(state.missing > 0 ? [{ kind: 'missing', text: `${name}: ${n(state.missing)} ${t('count.missing')}` }] : []),
      ...(state.stale > 0 ? [{ kind: 'stale', text: `${name}: ${n(state.stale)} ${t('count.stale')}` }] : []),
      ...(state.things > 0 ? [{ kind: state.reviewed === state.things ? 'reviewed' : 'draft', text: `${name}: ${n(state.reviewed)} / ${n(state.things)} ${t('count.reviewed')}` }] : []),
      ...(state.unheard > 0 ? [{ kind: 'draft', text: `${name}: ${n(state.unheard)} ${t('count.unheard')}`, to: `/author/listen/${id}#${lang}` }] : []),
    ];
  });
  return (
    <span className="counts">
      {parts.map(({ kind, text, ...part }) => (
        <span key={text} className={`is-${kind}`}>
          {'to' in part ? <a href={part.to}>{text}</a> : text}
        </span>
      ))}
      {comments > 0 && (
        <span className="is-stale">
          {t('comment.open', { count: comments })}
        </span>
      )}
    </span>
  );
}
