import type { ReactNode } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { pageMayAsk } from './microphone.ts';
import type { Recorder } from './use-recorder.ts';

/** Those that record, and make of it what the server takes. */
export const BROWSERS = 'Chrome, Edge, Firefox, Safari';

/** What is said before the browser asks for the microphone, and what to do where it stays shut. */
export function MicrophoneBox({ recorder }: { recorder: Recorder }): ReactNode {
  const { t } = useAuthorWords();
  const { phase, trouble, open } = recorder;
  if (!pageMayAsk())
    return (
      <div className="rec-ask">
        <p>{t('record.pageAnew')}</p>
        <button type="button" onClick={() => location.reload()}>
          {t('record.pageAnewDo')}
        </button>
      </div>
    );
  return (
    <div className="rec-ask">
      {trouble ? <p role="alert">{t(`record.trouble.${trouble}`, { browsers: BROWSERS })}</p> : <p>{t('record.ask')}</p>}
      <p className="hint">{t('record.voice')}</p>
      {trouble !== 'unsupported' && trouble !== 'insecure' && (
        <button type="button" disabled={phase === 'asking'} onClick={() => void open()}>
          {t(phase === 'asking' ? 'record.asking' : trouble ? 'state.again' : 'record.allow')}
        </button>
      )}
    </div>
  );
}

/** Which microphone listens, where there are several: the headset is seldom the first. */
export function MicrophoneChoice({ recorder }: { recorder: Recorder }): ReactNode {
  const { t } = useAuthorWords();
  const { devices, device, open, phase } = recorder;
  if (devices.length < 2) return null;
  // Their names are the computer's own, in whatever language it has.
  return (
    <label className="plain-field">
      <span>{t('record.microphone')}</span>
      <select value={device} lang="en" disabled={phase === 'recording'} onChange={({ target }) => void open(target.value)}>
        {devices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
