import { type ReactNode, useMemo } from 'react';
import { type FoundReference, referencesIn } from '@seek-justice/domain/curriculum/bible/references-in.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';

const KEYS = { chapter: 'reference.chapter', verse: 'reference.verse', order: 'reference.order', 'one chapter': 'reference.unclear' } as const;

/** What is wrong with a reference, in words. */
export function useReferenceWords(): (text: string, wrong: NonNullable<FoundReference['wrong']>) => string {
  const { t } = useAuthorWords();
  return (text, wrong) => t(KEYS[wrong.lacks], { text, ...('last' in wrong ? { last: wrong.last } : {}) });
}

/** Below a text: each reference in it that no Bible has, and why. A range over two chapters is none of a passage, and right in a text. */
export function ReferenceNotes({ text }: { text: string }): ReactNode {
  const say = useReferenceWords();
  const wrong = useMemo(() => referencesIn(text).filter((found) => found.wrong && found.wrong.lacks !== 'one chapter'), [text]);
  if (wrong.length === 0) return null;
  return (
    <ul className="reference-notes">
      {wrong.map((found) => found.wrong && <li key={found.from}>{say(text.slice(found.from, found.to), found.wrong)}</li>)}
    </ul>
  );
}
