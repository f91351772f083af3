import type { ReactNode } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { Difference } from '../difference.tsx';
import type { SourceFields } from './source-store.ts';

type Said = Partial<SourceFields> | null;

const TEXTS = ['title', 'supports'] as const;
const PLAIN = ['publisher', 'where', 'date', 'verifiedOn', 'reviewBy'] as const;

/** What differs between two versions of a source, field by field: taken away struck through, added underlined. `null`: not there. */
export function SourceDifference({ before, after, languages }: { before: Said; after: Said; languages: readonly string[] }): ReactNode {
  const { t, say, lang, n } = useAuthorWords();
  const tongues = [...new Set([...languages, ...TEXTS.flatMap((key) => [before, after].flatMap((one) => Object.keys(one?.[key] ?? {})))])];
  const texts = TEXTS.flatMap((key) =>
    tongues.map((tongue) => ({ key: `${key} ${tongue}`, name: `${say(`source.${key === 'title' ? 'name' : key}`)} · ${say(`lang.${tongue}`)}`, lang: tongue, was: before?.[key]?.[tongue] ?? '', is: after?.[key]?.[tongue] ?? '' })),
  );
  const days: readonly string[] = ['date', 'verifiedOn', 'reviewBy'];
  const shown = (key: (typeof PLAIN)[number], value: string | null | undefined): string => (value ? (days.includes(key) ? n(value) : value) : '');
  const plain = PLAIN.map((key) => ({ key, name: say(`source.${key}`), lang, was: shown(key, before?.[key]), is: shown(key, after?.[key]) }));
  const differ = [...texts, ...plain].filter(({ was, is }) => was !== is);
  if (differ.length === 0) return <p className="faint">{t('history.same')}</p>;
  return (
    <div className="src-difference">
      {differ.map((one) => (
        <div key={one.key}>
          <span className="field-name">{one.name}</span>
          <Difference before={one.was} after={one.is} lang={one.lang} />
        </div>
      ))}
    </div>
  );
}
