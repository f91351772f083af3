import { type ReactNode, useId } from 'react';
import type { Term } from '@seek-justice/domain/curriculum/glossary.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';

export type TermText = Pick<Term, 'words' | 'also' | 'note'>;

/** Other forms are written in one line, parted by commas of either script. */
const APART = /[,;،៖\n]+/;

function read(form: HTMLFormElement, languages: readonly string[]): TermText {
  const data = new FormData(form);
  const of = (name: string, lang: string): string => {
    const written = data.get(`${name}.${lang}`);
    return typeof written === 'string' ? written.trim() : '';
  };
  return {
    words: Object.fromEntries(languages.map((lang) => [lang, of('word', lang)])),
    also: Object.fromEntries(languages.map((lang) => [lang, of('also', lang).split(APART).map((one) => one.trim()).filter(Boolean)])),
    note: Object.fromEntries(languages.map((lang) => [lang, of('note', lang)])),
  };
}

/** Writes a word of the glossary in every language, with other forms of it and a note. */
export function TermForm({ term, languages, onSave, onCancel }: { term: TermText | null; languages: readonly string[]; onSave: (text: TermText) => void; onCancel: () => void }): ReactNode {
  const { t, say } = useAuthorWords();
  const id = useId();
  return (
    <form
      className="term-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(read(event.currentTarget, languages));
      }}
    >
      <div className="pair">
        {languages.map((lang) => (
          <div key={lang}>
            <label>
              <span className="field-name">{say(`lang.${lang}`)}</span>
              <input name={`word.${lang}`} lang={lang} required maxLength={120} defaultValue={term?.words[lang] ?? ''} />
            </label>
            <label>
              <span className="field-name">{t('glossary.also')}</span>
              <input name={`also.${lang}`} lang={lang} maxLength={600} defaultValue={term?.also[lang]?.join(', ') ?? ''} aria-describedby={id} />
            </label>
            <label>
              <span className="field-name">{t('glossary.note')}</span>
              <textarea name={`note.${lang}`} lang={lang} rows={2} maxLength={600} defaultValue={term?.note[lang] ?? ''} />
            </label>
          </div>
        ))}
      </div>
      <p className="faint" id={id}>
        {t('glossary.alsoAbout')}
      </p>
      <p className="list-do">
        <button type="submit">{t('glossary.save')}</button>
        <button type="button" className="quiet" onClick={onCancel}>
          {t('glossary.cancel')}
        </button>
      </p>
    </form>
  );
}
