import { createContext, type ReactNode, useContext } from 'react';
import type { Block } from '@seek-justice/domain/curriculum/block.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../i18n/author-words.ts';
import { lengthOf } from '../i18n/length.ts';
import { PlayCode } from './play-code.tsx';

/** What can be heard of the lesson that is printed: milliseconds by language, then by block. */
export interface PlayLengths {
  lesson: string;
  heard: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const PlayLengthsContext = createContext<PlayLengths | null>(null);

/** The code of a block on an author's paper, where the block is to be played. */
export function BlockCode({ block, lang }: { block: Block<LocalizedText>; lang: string }): ReactNode {
  const lengths = useContext(PlayLengthsContext);
  const { sayIn } = useAuthorWords();
  if (!lengths) return null;
  const file = block.type === 'audio' || block.type === 'video' ? (block as { media?: { ms?: number } }).media?.ms : undefined;
  const ms = file ?? lengths.heard[lang]?.[block.id];
  if (!ms) return null;
  const said = sayIn(lang)(block.type === 'video' ? 'sheet.watch' : 'sheet.listen', { length: digitsFor(lang, lengthOf(ms)) });
  return <PlayCode place={{ lesson: lengths.lesson, block: block.id, lang }} said={said} label={sayIn(lang)('sheet.code')} />;
}
