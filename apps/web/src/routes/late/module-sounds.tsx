import type { ReactNode } from 'react';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import { textIn } from '@seek-justice/domain/language/localized-text.ts';
import { ModuleAudio } from '../../features/media/module-audio.tsx';
import { useLateWords } from '../../i18n/late-words.ts';

/** What of a course can be listened to without a network, module by module; one line where nobody has recorded any of it. */
export function ModuleSounds({ course }: { course: RenderCourse }): ReactNode {
  const { t, lang } = useLateWords();
  const { manifest } = course;
  const any = manifest.modules.some(({ lessons, quiz }) => [...lessons, quiz].some(({ narration }) => narration?.[lang]));
  return (
    <section className="sounds">
      <h2>{t('sound.title')}</h2>
      {!any && <p className="small">{t('sound.noneAtAll')}</p>}
      {any &&
        manifest.modules.map((module) => (
          <div key={module.id}>
            <h3>{textIn(module.title, lang)}</h3>
            <ModuleAudio course={manifest} module={module} />
          </div>
        ))}
    </section>
  );
}
