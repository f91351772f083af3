import type { ReactNode } from 'react';
import type { RolePlayBlock } from '@seek-justice/domain/curriculum/block.ts';
import { AFTER } from '@seek-justice/domain/curriculum/clip.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import { useWords } from '../../i18n/words.ts';
import { Drawing } from '../drawing.tsx';
import { Line, Rich } from '../rich.tsx';

/** A made-up scene to play: what has happened, a task for each, and what to talk about afterwards. */
export function Read({ block }: { block: RolePlayBlock<string> }): ReactNode {
  const { t } = useLateWords();
  const words = useWords();
  return (
    <section className="roleplay" data-block={block.id}>
      <p className="label">
        <Drawing name="masks" /> {t('roleplay.label')} <span className="meta">· {words.t('block.prayerMeta', { minutes: block.minutes })}</span>
      </p>
      <div data-part={block.id}>
        <h2>{block.heading}</h2>
        <Rich text={block.scene} />
      </div>
      <ul className="roles">
        {block.roles.map((role) => (
          <li key={role.id} data-part={`${block.id}.${role.id}`}>
            <h3>
              <Line text={role.name} />
            </h3>
            <Rich text={role.task} />
          </li>
        ))}
      </ul>
      <p className="hint">{t('roleplay.hint')}</p>
      <div className="after">
        <h3>{t('roleplay.after')}</h3>
        <div data-part={`${block.id}${AFTER}`}>
          <Rich text={block.after} />
        </div>
      </div>
    </section>
  );
}
