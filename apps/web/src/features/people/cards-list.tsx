import type { ReactNode } from 'react';
import { codeGroups } from './code-groups.ts';
import { type SessionCard, useSessionCards } from './session-cards.ts';
import { useStaffWords } from './words.ts';

/** The cards of this session by name, each of which can be shown again until the page is closed. */
export function CardsList({ shown, onShow }: { shown: string | null; onShow: (card: SessionCard) => void }): ReactNode {
  const { t } = useStaffWords();
  const cards = useSessionCards();
  if (cards.length === 0) return null;
  return (
    <aside className="cards-list" aria-labelledby="cards-list">
      <h2 id="cards-list">{t('card.session')}</h2>
      <ul>
        {cards.map((card) => (
          <li key={card.code}>
            <button type="button" className="plain" aria-current={card.code === shown} onClick={() => onShow(card)}>
              {card.name}
            </button>
            <span className="code">{codeGroups(card.code).join(' ')}</span>
            <span className="faint">{t(card.printed ? 'card.printed' : 'card.notPrinted')}</span>
          </li>
        ))}
      </ul>
      <p className="hint">{t('card.sessionHint')}</p>
      <p className="hint">{t('card.lost')}</p>
    </aside>
  );
}
