import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { CardSheets } from './card-sheets.tsx';
import { OfficeIcon } from './office-icon.tsx';
import { markPrinted, type SessionCard, useSessionCards } from './session-cards.ts';
import { isThisComputerAlone } from '../../local/this-computer.ts';
import { useStaffWords } from './words.ts';

/** Prints the shown card, or all of this session. Printing from the browser's own menu prints the shown card too. */
export function PrintCards({ shown }: { shown: SessionCard }): ReactNode {
  const { t } = useStaffWords();
  const all = useSessionCards();
  const [chosen, setChosen] = useState<readonly SessionCard[] | null>(null);
  const print = (cards: readonly SessionCard[]): void => {
    // The sheets must stand in the page before the browser's dialogue takes it over, and until it has closed.
    flushSync(() => setChosen(cards));
    const after = (): void => {
      markPrinted(cards.map(({ code }) => code));
      setChosen(null);
    };
    window.addEventListener('afterprint', after, { once: true });
    window.print();
  };
  return (
    <>
      {isThisComputerAlone() && <p className="this-computer">{t('card.thisComputer')}</p>}
      <button type="button" onClick={() => print([shown])}>
        <OfficeIcon name="print" /> {t('card.print')}
      </button>
      {all.length > 1 && (
        <button type="button" className="quiet" onClick={() => print(all)}>
          {t('card.printAll', { count: all.length })}
        </button>
      )}
      <CardSheets cards={chosen ?? [shown]} />
    </>
  );
}
