import { diffArrays } from 'diff';
import type { ReactNode } from 'react';

/** Words and what stands between them; Khmer writes without spaces, so words are found by dictionary. */
function words(text: string, lang: string): string[] {
  return [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/** What has changed between two texts: taken away struck through, added underlined; both also said to who cannot see it. */
export function Difference({ before, after, lang }: { before: string; after: string; lang: string }): ReactNode {
  return (
    <p className="difference" lang={lang}>
      {diffArrays(words(before, lang), words(after, lang)).map(({ added, removed, value }, at) => {
        const text = value.join('');
        if (added) return <ins key={at}>{text}</ins>;
        return removed ? <del key={at}>{text}</del> : <span key={at}>{text}</span>;
      })}
    </p>
  );
}
