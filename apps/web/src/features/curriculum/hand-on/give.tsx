import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { useMounted } from '../../../ui/use-mounted.ts';
import { useOnDemand } from '../../../ui/on-demand.tsx';
import type { Given } from './given.ts';

const load = () => import('./copy-panel.tsx').then(({ CopyPanel }) => CopyPanel);

/** At the end of a lesson: a quiet way to hand it to somebody else. What makes the copy is loaded when it is wanted. */
export function GiveLesson(given: Given): ReactNode {
  const { t } = useWords();
  const mounted = useMounted();
  const [Copy, open] = useOnDemand(load);
  if (!mounted) return null;
  return (
    <section className="give">
      {Copy ? (
        <Copy {...given} />
      ) : (
        <button type="button" className="plain" onClick={open}>
          {t('lesson.give')}
        </button>
      )}
    </section>
  );
}
