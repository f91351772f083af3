import type { ReactNode } from 'react';
import type { Narration } from '@seek-justice/domain/curriculum/clip.ts';
import { type LateKey, useLateWords } from '../../i18n/late-words.ts';
import { useWords } from '../../i18n/words.ts';
import { useStore } from '../../local/store.ts';
import { player, speed, SPEEDS } from './player.ts';
import { type Playing, playing } from './scene.ts';

const PATHS = {
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8 5.5v13M16 5.5v13',
  before: 'M18 6v12l-8.5-6zM6.5 6v12',
  after: 'M6 6v12l8.5-6zM17.5 6v12',
};

function Drawing({ name }: { name: keyof typeof PATHS }): ReactNode {
  return (
    <svg className={`icon ${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

const SAID: Record<Playing['state'], LateKey> = {
  off: 'listen.ended',
  loading: 'listen.loading',
  playing: 'listen.playing',
  paused: 'listen.paused',
  ended: 'listen.ended',
  failed: 'listen.failed',
};

/** The player's controls, in the place of the control that began it: pause and on, back and next, how fast. */
export default function PlayerBar({ narration }: { narration: Narration }): ReactNode {
  const { t, n, lang } = useLateWords();
  const { t: say } = useWords();
  const { state, at } = useStore(playing);
  const now = useStore(speed);
  const plays = state === 'playing' || state === 'loading';
  const shown = lang === 'km' ? n(String(now)).replace('.', ',') : String(now);
  const faster = SPEEDS[(SPEEDS.findIndex((one) => one === now) + 1) % SPEEDS.length] as number;
  return (
    <div className="player" role="group" aria-label={say('listen.listen')}>
      <div className="keys">
        <button type="button" className="disc" onClick={() => player.toggle()} aria-label={t(plays ? 'listen.pause' : 'listen.goOn')}>
          <Drawing name={plays ? 'pause' : 'play'} />
        </button>
        <button type="button" onClick={() => player.step(-1)} aria-label={t('listen.before')}>
          <Drawing name="before" />
        </button>
        <button type="button" onClick={() => player.step(1)} aria-label={t('listen.after')}>
          <Drawing name="after" />
        </button>
        <button type="button" onClick={() => player.setSpeed(faster)} aria-label={`${t('listen.speed')}: ${shown}`}>
          <span aria-hidden="true">{shown}×</span>
        </button>
        <button type="button" onClick={() => player.quit()} aria-label={t('listen.stop')}>
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      <p className="small">
        {t(SAID[state])}
        {narration.stale.includes(at) && <span className="draft"> · {t('listen.stale')}</span>}
        {narration.missing.length > 0 && ` · ${t('listen.missing', { count: narration.missing.length })}`}
      </p>
    </div>
  );
}
