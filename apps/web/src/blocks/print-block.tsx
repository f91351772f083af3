import type { ReactNode } from 'react';
import type { Block } from '@seek-justice/domain/curriculum/block.ts';
import { formOf, NOTES } from '@seek-justice/domain/curriculum/form.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { kindKey, useAuthorWords } from '../i18n/author-words.ts';
import { PrintLadder } from './ladder/print.tsx';
import { PrintOfficer } from './officer/print.tsx';
import { BlockCode } from './print-code.tsx';
import { PrintPoll } from './poll/print.tsx';
import { PrintFields, PrintLine, PrintLoose, PrintText } from './print.tsx';
import { PrintPromise } from './promise/print.tsx';
import { PrintRolePlay } from './roleplay/print.tsx';

/** What a block says on paper: in a form of its own where lines one below the other would read poorly. */
function Said({ block, lang }: { block: Block<LocalizedText>; lang: string }): ReactNode {
  switch (block.type) {
    case 'ladder':
      return <PrintLadder block={block} lang={lang} />;
    case 'officer':
      return <PrintOfficer block={block} lang={lang} />;
    case 'poll':
      return <PrintPoll block={block} lang={lang} />;
    case 'promise':
      return <PrintPromise block={block} lang={lang} />;
    case 'roleplay':
      return <PrintRolePlay block={block} lang={lang} />;
    default: {
      const form = formOf((block as Block<LocalizedText>).type)?.filter((field) => field !== NOTES);
      return form ? <PrintFields thing={{ ...(block as object) }} form={form} lang={lang} /> : <PrintLoose thing={block} lang={lang} />;
    }
  }
}

/** One block on paper in one language, with what its leader has in hand. */
export function PrintBlock({ block, lang }: { block: Block<LocalizedText>; lang: string }): ReactNode {
  const { sayIn } = useAuthorWords();
  return (
    <>
      <BlockCode block={block} lang={lang} />
      <PrintLine kind="kind">{sayIn(lang)(kindKey(block.type, 'kind' in block ? block.kind : undefined))}</PrintLine>
      <Said block={block} lang={lang} />
      {block.notes && (
        <>
          <PrintLine kind="kind">{sayIn(lang)(block.type === 'officer' ? 'sheet.officerNotes' : 'sheet.notes')}</PrintLine>
          <PrintText text={block.notes} lang={lang} />
        </>
      )}
    </>
  );
}
