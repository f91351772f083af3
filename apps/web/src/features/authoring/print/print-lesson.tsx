import { type ReactNode, useMemo } from 'react';
import type { LessonDraft } from '@seek-justice/domain/curriculum/draft.ts';
import { type PlayLengths, PlayLengthsContext } from '../../../blocks/print-code.tsx';
import { PrintText } from '../../../blocks/print.tsx';
import { PrintBlock } from '../../../blocks/print-block.tsx';
import { type Printing, Sheet, SheetRow, SourcesRow } from './sheet.tsx';

/** A lesson on paper, block by block; what is to be played has a code for a phone. */
export function PrintLesson({ lesson, heard, ...printing }: Printing & { lesson: LessonDraft; heard: PlayLengths['heard'] }): ReactNode {
  const { languages, sources } = printing;
  const lengths = useMemo(() => ({ lesson: lesson.id, heard }), [lesson.id, heard]);
  return (
    <PlayLengthsContext value={lengths}>
      <Sheet {...printing} kind="sheet.lesson" title={lesson.title}>
        <SheetRow languages={languages}>{(lang) => <PrintText text={lesson.title} lang={lang} strong />}</SheetRow>
        {lesson.blocks.map((block) => (
          <SheetRow key={block.id} languages={languages}>
            {(lang) => <PrintBlock block={block} lang={lang} />}
          </SheetRow>
        ))}
        <SourcesRow languages={languages} sources={sources} ids={new Set(lesson.blocks.flatMap((block) => block.sources ?? []))} />
      </Sheet>
    </PlayLengthsContext>
  );
}
