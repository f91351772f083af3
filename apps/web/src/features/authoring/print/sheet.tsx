import { type ReactNode } from 'react';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import type { Source } from '@seek-justice/domain/curriculum/draft.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { ShowingContext } from '../../../blocks/both.tsx';
import { PrintLine, PrintText } from '../../../blocks/print.tsx';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import '../../../ui/sheet.css';

/** What every printed thing of the curriculum is printed with. */
export interface Printing {
  languages: readonly string[];
  /** A code that says which state of the text this is. */
  version: string;
  /** Day (YYYY-MM-DD) of printing. */
  date: string;
  contacts: readonly Contact[];
  sources: readonly Source[];
}

const LINES = Array.from({ length: 120 }, (_, index) => index + 1);

/** A row of the sheet: the same thing in each language, side by side, with line numbers for whoever corrects by pen. */
export function SheetRow({ languages, children }: { languages: readonly string[]; children: (lang: string) => ReactNode }): ReactNode {
  return (
    <tr>
      {languages.map((lang) => (
        <td key={lang} lang={lang}>
          <div className="numbered">
            <div className="lines" aria-hidden="true">
              {LINES.map((line) => (
                <span key={line}>{digitsFor(lang, line)}</span>
              ))}
            </div>
            <div>{children(lang)}</div>
          </div>
        </td>
      ))}
    </tr>
  );
}

/** A printed thing: what it is, date and version at the head of every page, then its rows. */
export function Sheet(props: Printing & { kind: 'sheet.lesson' | 'sheet.quiz' | 'sheet.module'; title: LocalizedText; children: ReactNode }): ReactNode {
  const { languages, version, date, contacts, kind, title, children } = props;
  const { sayIn } = useAuthorWords();
  return (
    <ShowingContext value={{ languages, contacts }}>
      <table className={languages.length > 1 ? 'proof-sheet two' : 'proof-sheet'} role="presentation">
        <thead>
          <tr>
            {languages.map((lang) => (
              <th key={lang} lang={lang}>
                {sayIn(lang)(kind)} · {title[lang]} · {digitsFor(lang, date)} · {sayIn(lang)('sheet.version', { code: version })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ShowingContext>
  );
}

/** The sources that stand behind a sheet, as its last row. */
export function SourcesRow({ languages, sources, ids }: { languages: readonly string[]; sources: readonly Source[]; ids: ReadonlySet<string> }): ReactNode {
  const { sayIn } = useAuthorWords();
  const behind = sources.filter(({ id }) => ids.has(id));
  if (behind.length === 0) return null;
  return (
    <SheetRow languages={languages}>
      {(lang) => (
        <>
          <PrintLine kind="kind">{sayIn(lang)('sheet.sources')}</PrintLine>
          {behind.map((source) => (
            <PrintText key={source.id} text={source.title} lang={lang} />
          ))}
        </>
      )}
    </SheetRow>
  );
}
