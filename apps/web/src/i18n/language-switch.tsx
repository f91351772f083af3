import type { MouseEvent, ReactNode } from 'react';
import { ownName, switchLanguage } from './languages.ts';
import { useSpeaker } from './provider.tsx';
import { useSiteLanguages } from './site.ts';
import { useWords } from './words.ts';

/** The other languages of the site, each by its own name. A link, so that it works without JavaScript; with it, in place. */
export function LanguageSwitch(): ReactNode {
  const { words } = useSpeaker();
  const { t, lang } = useWords();
  const choose = (other: string) => (event: MouseEvent) => {
    event.preventDefault();
    // Without the words there is nothing to switch to; the link still leads to the server's page.
    switchLanguage(words, other).catch(() => location.assign(`?lang=${other}`));
  };
  return (
    <nav className="languages" aria-label={t('app.language')}>
      {useSiteLanguages()
        .filter((other) => other !== lang)
        .map((other) => (
          <a key={other} className="pill" href={`?lang=${other}`} hrefLang={other} lang={other} onClick={choose(other)}>
            {ownName(other)}
          </a>
        ))}
    </nav>
  );
}
