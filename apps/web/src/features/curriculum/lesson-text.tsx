import { Fragment, type ReactNode } from 'react';
import { TITLE } from '@seek-justice/domain/curriculum/clip.ts';
import type { LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { ReadBlock } from '../../blocks/read.tsx';
import { useWords } from '../../i18n/words.ts';

/** The text of a lesson: what is to be known of it, its blocks, and where it comes from. Its title stands above it. */
export function LessonText({ leaf }: { leaf: LessonLeaf }): ReactNode {
  const { t } = useWords();
  const sources = Object.values(leaf.sources);
  return (
    <>
      <p className="small about">
        {t('lesson.minutes', { n: leaf.minutes })}
        {leaf.draft && <span className="draft"> · {t('lesson.draft')}</span>}
      </p>
      {leaf.stale?.includes(TITLE) && <p className="small older">{t('lesson.stale')}</p>}
      {leaf.blocks.map((block) => (
        <Fragment key={block.id}>
          <ReadBlock block={block} />
          {leaf.stale?.includes(block.id) && <p className="small older">{t('lesson.stale')}</p>}
        </Fragment>
      ))}
      {sources.length > 0 && (
        <p className="sources">
          <b>{t('lesson.sources')}:</b> {sources.join(' · ')}. <span className="draft">{t('lesson.toConfirm')}</span>
        </p>
      )}
    </>
  );
}
