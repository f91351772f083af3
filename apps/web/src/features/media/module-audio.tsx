import { type ReactNode, useEffect, useState } from 'react';
import type { CourseManifest, ManifestModule } from '@seek-justice/domain/curriculum/leaf.ts';
import { useReading } from '../../blocks/reading.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import { sizeWords } from '../../i18n/size-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { loadPlayer, loadPlayerBar } from './load-player.ts';
import { dropSounds, fetchSounds, isHere, narrationsOf } from './module-files.ts';

type State = { is: 'away' | 'here' | 'failed' } | { is: 'coming'; done: number; of: number };

/** A module's sound for times without a network: what it costs, fetching it, and letting it go again. */
export function ModuleAudio({ course, module }: { course: CourseManifest; module: ManifestModule }): ReactNode {
  const words = useLateWords();
  const { t, lang } = words;
  const { contacts } = useReading();
  const [state, setState] = useState<State>({ is: 'away' });
  const narrations = narrationsOf(course, module, lang);
  const hashes = narrations.map(({ hash }) => hash).join();
  useEffect(() => {
    let wanted = true;
    void isHere(narrations)
      .catch(() => false)
      .then((here) => wanted && setState({ is: here ? 'here' : 'away' }));
    return () => {
      wanted = false;
    };
    // The hashes say all that there is to know of the narrations.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [hashes]);
  if (narrations.length === 0) return <p className="small unheard">{t('sound.none')}</p>;

  const bytes = narrations.reduce((sum, one) => sum + one.bytes, 0);
  const minutes = Math.max(1, Math.round(narrations.reduce((sum, one) => sum + one.ms, 0) / 60_000));
  const missing = narrations.reduce((sum, one) => sum + one.missing.length, 0);
  const size = sizeWords(words, bytes);
  const fetchAll = (): void => {
    setState({ is: 'coming', done: 0, of: 0 });
    // Without the player there is nothing to hear them with.
    const tools = Promise.all([loadPlayer(), loadPlayerBar()]);
    Promise.all([tools, fetchSounds(narrations, contacts, lang, (done, of) => setState({ is: 'coming', done, of }))]).then(
      () => setState({ is: 'here' }),
      () => setState({ is: 'failed' }),
    );
  };
  const remove = (): void => void dropSounds(course, module, lang).then(() => setState({ is: 'away' }));
  return (
    <div className="module-audio">
      <p className="small" role="status">
        {t('sound.about', { minutes, size })}
        {missing > 0 && ` · ${t('sound.some', { n: missing })}`}
        {state.is === 'coming' && state.of > 0 && ` · ${t('sound.fetching', { done: state.done, of: state.of })}`}
        {state.is === 'here' && (
          <span className="sure">
            {' · '}
            <Icon name="check" /> {t('sound.here')}
          </span>
        )}
        {state.is === 'failed' && <span className="draft"> · {t('sound.failed')}</span>}
      </p>
      {state.is === 'coming' && <progress value={state.done} max={Math.max(1, state.of)} aria-label={t('sound.fetch')} />}
      {(state.is === 'away' || state.is === 'failed') && (
        <button type="button" className="plain" onClick={fetchAll}>
          {t('sound.fetch')}
        </button>
      )}
      {state.is === 'here' && (
        <button type="button" className="plain" onClick={remove}>
          {t('sound.remove')}
        </button>
      )}
    </div>
  );
}
