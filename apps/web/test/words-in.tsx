import { type ReactNode } from 'react';
import { WordsProvider } from '../src/i18n/provider.tsx';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { ReadingContext } from '../src/blocks/reading.ts';
import { SeldomBlock } from '../src/blocks/seldom-block.tsx';
import { seldomBlock } from '../src/blocks/seldom.tsx';
import { Speaker } from '../src/i18n/speaker.ts';
import { wordsOf } from '../src/render/words-of.ts';

export const HOTLINE: Contact = {
  id: 'hotline-police',
  number: '1288',
  name: { en: 'Police hotline', km: 'លេខប៉ូលីស' },
  answers: { en: 'The police answer.', km: 'ប៉ូលីសទទួលទូរស័ព្ទ។' },
  kind: 'police',
  free: null,
  hours: null,
  languages: ['km'],
  anonymous: null,
  reportsTo: 'police',
  source: 'aple',
  verifiedOn: null,
  reviewBy: null,
};

/** Surroundings in which a screen's part can be shown by itself. */
export function WordsIn({ lang, children }: { lang: string; children: ReactNode }): ReactNode {
  return (
    <WordsProvider words={new Speaker(lang, wordsOf(lang))}>
      <ReadingContext.Provider value={{ contacts: [HOTLINE], refresh: () => undefined }}>
        <SeldomBlock.Provider value={seldomBlock}>{children}</SeldomBlock.Provider>
      </ReadingContext.Provider>
    </WordsProvider>
  );
}
