import type { ReactNode } from 'react';
import { type Form, formIn, NOTES } from '@seek-justice/domain/curriculum/form.ts';
import type { MediaFile } from '@seek-justice/domain/curriculum/media.ts';
import { showReference } from '@seek-justice/domain/curriculum/reference.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../i18n/author-words.ts';
import { Written } from './both.tsx';

type Thing = Record<string, unknown>;

/** A line on paper. Its words stand in a box of their own, whose height the fonts of two scripts do not change: lines are counted there. */
export function PrintLine({ kind, children }: { kind?: 'kind' | 'missing'; children: ReactNode }): ReactNode {
  return (
    <p className={kind}>
      <span>{children}</span>
    </p>
  );
}

/** A text on paper; one that nobody has written in this language says so, for the pen. */
export function PrintText({ text, lang, strong = false }: { text: LocalizedText | undefined; lang: string; strong?: boolean }): ReactNode {
  const { sayIn } = useAuthorWords();
  const words = text?.[lang];
  if (!words) return <PrintLine kind="missing">[{sayIn(lang)('sheet.missing')}]</PrintLine>;
  return words.split(/\n\s*\n/).map((paragraph, index) => <p key={index}>{strong ? <b><Written text={paragraph} lang={lang} /></b> : <Written text={paragraph} lang={lang} />}</p>);
}

/** A picture on paper, its words below it. What cannot be printed has a code beside its block (`BlockCode`). */
function PrintedFile({ media, type }: { media: MediaFile; type: 'image' | 'audio' | 'video' }): ReactNode {
  return type === 'image' && <img className="printed" src={`/api/media/${media.hash}`} width={media.width} height={media.height} alt="" />;
}

/** A thing by its form, field by field: nothing that an author wrote is left off the paper. */
export function PrintFields({ thing, form, lang }: { thing: Thing; form: Form; lang: string }): ReactNode {
  const { sayIn } = useAuthorWords();
  return form.map((field) => {
    const value = thing[field.key];
    if (value === undefined) return null;
    switch (field.kind) {
      case 'line':
      case 'paragraphs':
        return <PrintText key={field.key} text={value as LocalizedText} lang={lang} strong={field.key === 'heading' || field.key === 'ask'} />;
      case 'list':
        return (
          <ol key={field.key} lang={lang}>
            {(value as (Thing & { id: string })[]).map((one) => (
              <li key={one.id}>
                <PrintFields thing={one} form={formIn(field, one)} lang={lang} />
              </li>
            ))}
          </ol>
        );
      case 'group':
        return <PrintFields key={field.key} thing={value as Thing} form={field.of()} lang={lang} />;
      case 'number':
        if (field.unit === 'percent') return null;
        return <PrintLine key={field.key}>{field.unit === 'minutes' ? sayIn(lang)('sheet.minutes', { minutes: Number(value) }) : sayIn(lang)('sheet.people', { people: Number(value) })}</PrintLine>;
      case 'flag':
        return field.key === 'good' ? <PrintLine key={field.key}>({sayIn(lang)(value ? 'slide.good' : 'slide.notGood')})</PrintLine> : null;
      case 'day':
        return <PrintLine key={field.key}>{digitsFor(lang, value as string)}</PrintLine>;
      case 'media':
        return <PrintedFile key={field.key} media={value as MediaFile} type={field.type} />;
      case 'reference':
        return (
          <p key={field.key}>
            <b>{showReference(value as string, lang, (digits) => digitsFor(lang, digits))}</b>
          </p>
        );
      default:
        return null;
    }
  });
}

/** Any thing that this build has no form for: whatever texts it holds, in their order. */
export function PrintLoose({ thing, lang }: { thing: unknown; lang: string }): ReactNode {
  if (typeof thing !== 'object' || thing === null) return null;
  const words = (thing as Thing)[lang];
  if (typeof words === 'string') return <PrintText text={thing as LocalizedText} lang={lang} />;
  return Object.entries(thing).map(([key, inner]) => (key === NOTES.key ? null : <PrintLoose key={key} thing={inner} lang={lang} />));
}
