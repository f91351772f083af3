import type { ReactNode } from 'react';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../i18n/author-words.ts';
import { Both, BothWords, useShowing } from './both.tsx';

/** What a slide is about, above its text. */
export function Heading({ text }: { text: LocalizedText | undefined }): ReactNode {
  return (
    text && (
      <div className="heading">
        <Both text={text} />
      </div>
    )
  );
}

/** Minutes as a large number. */
export function Minutes({ minutes }: { minutes: number }): ReactNode {
  const { sayIn } = useAuthorWords();
  const { languages } = useShowing();
  return (
    <div className="figure">
      <b>{digitsFor(languages[0] ?? 'en', minutes)}</b>
      <BothWords words={(lang) => sayIn(lang)('slide.minutes')} />
    </div>
  );
}
