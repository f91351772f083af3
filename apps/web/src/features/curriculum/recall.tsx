import { type ReactNode, useEffect } from 'react';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import type { ManifestLesson } from '@seek-justice/domain/curriculum/leaf.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { useWords } from '../../i18n/words.ts';
import { useStore } from '../../local/store.ts';
import { news } from '../../local/worker.ts';
import { Icon } from '../../ui/icon.tsx';
import { useCourses } from './courses.tsx';

/** A text that was called back is replaced while it is being read; every other change waits for the map. */
export function useRecall({ manifest }: RenderCourse, lesson: string, hash: string): void {
  const { renew } = useCourses();
  const newer = useStore(news)?.courses?.find((course) => course.manifest.id === manifest.id);
  useEffect(() => {
    const found = newer?.manifest.modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === lesson);
    if (newer && found?.recalls?.some(({ leaves }) => leaves.includes(hash))) renew([newer]);
  }, [newer, lesson, hash, renew]);
}

/** What was wrong in a former text of the lesson, for whoever may have followed it. */
export function RecallNote({ lesson }: { lesson: ManifestLesson }): ReactNode {
  const { t, lang } = useWords();
  const last = lesson.recalls?.at(-1);
  return (
    last && (
      <p className="note recalled">
        <Icon name="warning" /> <b>{t('lesson.recalled')}</b> {textIn(last.note, lang)}
      </p>
    )
  );
}
