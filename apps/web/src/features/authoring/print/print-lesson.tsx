import type { ReactNode } from 'react';
import type { LessonDraft } from '@seek-justice/domain/curriculum/draft.ts';
import { PrintText } from '../../../blocks/print.tsx';
import { PrintBlock } from '../../../blocks/print-block.tsx';
import { type Printing, Sheet, SheetRow, SourcesRow } from './sheet.tsx';

/** A lesson on paper, block by block. */
export function PrintLesson({ lesson, ...printing }: Printing & { lesson: LessonDraft }): ReactNode {
  const { languages, sources } = printing;
  return (
    <Sheet {...printing} kind="sheet.lesson" title={lesson.title}>
      <SheetRow languages={languages}>{(lang) => <PrintText text={lesson.title} lang={lang} strong />}</SheetRow>
      {lesson.blocks.map((block) => (
        <SheetRow key={block.id} languages={languages}>
          {(lang) => <PrintBlock block={block} lang={lang} />}
        </SheetRow>
      ))}
      <SourcesRow languages={languages} sources={sources} ids={new Set(lesson.blocks.flatMap((block) => block.sources ?? []))} />
    </Sheet>
  );
}
