import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';

const WORDS = ['listen', 'question', 'confront', 'quiet', 'call'] as const;

/** The five words of safe action, in their order. */
export function FiveWords(): ReactNode {
  const { t, n } = useWords();
  return (
    <section className="five" aria-labelledby="five">
      <h2 id="five">{t('help.five')}</h2>
      <ol>
        {WORDS.map((word, index) => (
          <li key={word}>
            <b aria-hidden="true">{n(index + 1)}</b>
            <span>
              <strong>{t(`help.${word}`)}</strong>
              <span className="small">{t(`help.${word}Text`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
