import { lazy, type ReactNode, Suspense } from 'react';
import type { Narration } from '@seek-justice/domain/curriculum/clip.ts';
import { Hear } from '../../blocks/hear.tsx';
import { useWords } from '../../i18n/words.ts';
import { useStore } from '../../local/store.ts';
import { loadPlayerBar } from './load-player.ts';
import { playing } from './scene.ts';

const PlayerBar = lazy(loadPlayerBar);

/** The first control of a page that can be heard: what it takes in time and data; while it plays, the player's own controls. */
export function Listen(props: { narration: Narration | undefined; parts: readonly string[]; byEar?: boolean; facts?: boolean }): ReactNode {
  const { narration, parts, byEar = false, facts = true } = props;
  const { t } = useWords();
  const { state } = useStore(playing);
  if (!narration)
    return <p className="small unheard">{t('listen.none')}</p>;
  const cost = `${t('learn.minutes', { n: Math.max(1, Math.round(narration.ms / 60_000)) })} · ${t('learn.kb', { n: Math.max(1, Math.round(narration.bytes / 1024)) })}`;
  const start = (
    <Hear parts={parts} byEar={byEar} name={facts ? `${t('listen.listen')} · ${cost}` : t('listen.listen')}>
      <span>
        {t('listen.listen')} {facts && <span className="meta">· {cost}</span>}
      </span>
    </Hear>
  );
  return (
    <div className={state === 'off' ? 'listening' : 'listening on'}>
      {state === 'off' ? start : (
        <Suspense fallback={start}>
          <PlayerBar narration={narration} />
        </Suspense>
      )}
    </div>
  );
}
