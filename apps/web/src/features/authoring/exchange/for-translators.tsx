import type { ReactNode } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { BringIn } from './bring-in.tsx';
import { TakeOut } from './take-out.tsx';
import { XliffResult, type XliffTaken } from './xliff-result.tsx';

/** A document for a translator, and what comes back. `into`: languages that it may be translated into. */
export function ForTranslators({ id, into, mayWrite }: { id: string; into: readonly string[]; mayWrite: boolean }): ReactNode {
  const { t, say } = useAuthorWords();
  return (
    <section className="exchange-part">
      <h2>{t('exchange.translator')}</h2>
      <p>{t('exchange.translatorAbout')}</p>
      {into.map((lang) => (
        <TakeOut key={lang} path={`/api/drafts/${id}/xliff?to=${lang}`}>
          {t('exchange.into', { lang: say(`lang.${lang}`) })}
        </TakeOut>
      ))}
      {mayWrite && (
        <BringIn<XliffTaken> path={`/api/drafts/${id}/xliff`} type="application/xliff+xml" accept=".xlf,.xliff,application/xliff+xml" label={t('exchange.back')}>
          {(answer) => <XliffResult answer={answer} />}
        </BringIn>
      )}
    </section>
  );
}
