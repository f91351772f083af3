import type { ReactNode } from 'react';
import type { LessonLeaf } from '@seek-justice/domain/curriculum/leaf.ts';
import { ReadBlock } from '../../blocks/read.tsx';
import { useWords } from '../../i18n/words.ts';

/** A lesson as a page of a book: title, what is to be known of it, its blocks, and where it comes from. */
export function LessonText({ leaf }: { leaf: LessonLeaf }): ReactNode {
  const { t } = useWords();
  const sources = Object.values(leaf.sources);
  return (
    <>
      <header>
        <h1 tabIndex={-1}>{leaf.title}</h1>
        <p className="small">
          {t('lesson.minutes', { n: leaf.minutes })}
          {leaf.draft && <span className="draft"> · {t('lesson.draft')}</span>}
        </p>
      </header>
      {leaf.blocks.map((block) => (
        <ReadBlock key={block.id} block={block} />
      ))}
      {sources.length > 0 && (
        <footer className="sources">
          <p>
            <b>{t('lesson.sources')}</b> · {t('lesson.toConfirm')}
          </p>
          <ul>
            {sources.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </footer>
      )}
    </>
  );
}
