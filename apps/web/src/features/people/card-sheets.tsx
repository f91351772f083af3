import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { CodeCard } from './code-card.tsx';
import { dayIn, dayWords } from './day-words.ts';
import type { SessionCard } from './session-cards.ts';
import { useSiteData } from './site-data.tsx';
import { useStaffWords } from './words.ts';

const PER_SHEET = 10;

/** Cards in the order in which they were made, ten to a sheet. */
export function sheetsOf<T>(cards: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(cards.length / PER_SHEET) }, (_, sheet) => cards.slice(sheet * PER_SHEET, (sheet + 1) * PER_SHEET));
}

/** What the printer gets in the place of the screen: sheets of cards with cutting lines, a name strip beside each, a footer. */
export function CardSheets({ cards }: { cards: readonly SessionCard[] }): ReactNode {
  const { t, lang } = useStaffWords();
  const { timeZone } = useSiteData();
  const sheets = sheetsOf(cards);
  const date = dayWords(lang, dayIn(timeZone));
  // While sheets stand in the page, they are what is printed and nothing else.
  useEffect(() => {
    document.documentElement.classList.add('prints-cards');
    return () => document.documentElement.classList.remove('prints-cards');
  }, []);
  return createPortal(
    <div className="sheets">
      {sheets.map((sheet, index) => (
        <section className="sheet" key={sheet[0]?.code}>
          <div className="sheet-cards">
            {sheet.map((card) => (
              <div className="cut" key={card.code}>
                <p className="strip">
                  <b>{card.name}</b>
                  <span>{t('card.strip')}</span>
                </p>
                <CodeCard code={card.code} />
              </div>
            ))}
          </div>
          <footer>
            <span>{t('card.sheet', { date })}</span>
            <span>{t('card.sheetKeep')}</span>
            <span>{t('card.page', { n: index + 1, of: sheets.length })}</span>
          </footer>
        </section>
      ))}
    </div>,
    document.body,
  );
}
