import type { ReactNode } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';

/** In which language is read aloud; not to be changed while somebody reads. */
export function LanguageTabs({ languages, lang, disabled, onLang }: { languages: readonly string[]; lang: string; disabled: boolean; onLang: (lang: string) => void }): ReactNode {
  const { t } = useAuthorWords();
  return (
    <div className="nar-tabs" role="group" aria-label={t('record.language')}>
      {languages.map((one) => (
        <button key={one} type="button" className="plain" aria-pressed={one === lang} disabled={disabled} onClick={() => onLang(one)}>
          {t(`lang.${one}` as 'lang.km')}
        </button>
      ))}
    </div>
  );
}
