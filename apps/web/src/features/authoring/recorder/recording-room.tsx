import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useReading } from '../../../blocks/reading.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { lengthOf } from '../../../i18n/length.ts';
import { encode } from './encode.ts';
import { LanguageTabs } from './language-tabs.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { Level } from './level.tsx';
import { isAllowed } from './microphone.ts';
import { BROWSERS, MicrophoneBox, MicrophoneChoice } from './microphone-box.tsx';
import { nextKey, placeOf, sha256 } from './narration.ts';
import { PartList } from './part-list.tsx';
import { PartReader } from './part-reader.tsx';
import { shownText } from './shown-text.ts';
import type { Take } from './take.ts';
import { TakePanel } from './take-panel.tsx';
import { useLeaving } from './use-leaving.ts';
import { useNarration } from './use-narration.ts';
import { useRecorder } from './use-recorder.ts';
import { useSpace } from './use-space.ts';

interface Props {
  id: string;
  lang: string;
  person: string;
  mayWrite: boolean;
  /** The part to begin with. */
  first: string;
  languages: readonly string[];
  onLang: (lang: string) => void;
}

/** Where a document is read aloud: one part at a time, in large letters, recorded, heard, kept, and on to the next. */
export function RecordingRoom({ id, lang, person, mayWrite, first, languages, onLang }: Props): ReactNode {
  const { t, n } = useAuthorWords();
  const { contacts } = useReading();
  const { parts, trouble, look, queue, clips, standing, remove, putBack } = useNarration({ id, lang, person });
  const [chosen, setChosen] = useState(first);
  const [takes, setTakes] = useState<ReadonlyMap<string, Take>>(new Map());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const record = useRef<HTMLButtonElement>(null);
  const at = parts?.findIndex(({ key }) => key === chosen) ?? -1;
  const part = parts?.[at] ?? parts?.find(({ state }) => state !== 'recorded') ?? parts?.[0];
  const place = part ? placeOf(lang, part.key) : '';
  const take = takes.get(place);
  const put = useCallback((where: string, next: Take | null) => {
    setTakes((before) => new Map([...[...before].filter(([one]) => one !== where), ...(next ? [[where, next] as const] : [])]));
  }, []);
  const recorder = useRecorder((taken) => put(place, taken));
  const { phase, open } = recorder;
  useEffect(() => {
    // Who has allowed it once is not asked again.
    if (mayWrite) void isAllowed().then((allowed) => allowed && open());
  }, [mayWrite, open]);
  const unkept = [...clips.values()].filter(({ kept }) => kept === false).length;
  const storing = [...clips.values()].some(({ kept }) => kept === null);
  // A take that nobody has kept, or that found no room on this computer, would be lost with the page.
  const leaving = useLeaving(takes.size > 0 || phase === 'recording' || unkept > 0 || storing);
  const again = (): void => {
    put(place, null);
    setProblem('');
    recorder.start();
  };
  useSpace(!mayWrite || !part || busy ? null : phase === 'recording' ? recorder.stop : phase === 'ready' && !take ? again : null);
  useEffect(() => {
    // The text stays where it is: it is what is needed next.
    if (phase === 'ready' && !take) record.current?.focus({ preventScroll: true });
  }, [phase, take, place]);
  const show = (text: string): string => shownText(text, lang, contacts);

  const keep = async (): Promise<void> => {
    if (!take || !part || !parts) return;
    setBusy(true);
    const blob = await encode(take);
    if (!blob) {
      setBusy(false);
      return setProblem(t('record.trouble.unsupported', { browsers: BROWSERS }));
    }
    const ms = Math.round(((take.stretch.to - take.stretch.from) * 1000) / take.rate);
    await queue.keep(blob, { lang, key: part.key, text: part.text, source: await sha256(part.text), ms });
    put(place, null);
    setBusy(false);
    const next = nextKey(parts, standing, part.key);
    if (next) setChosen(next);
  };

  const question = leaving.asked && <LeaveQuestion {...leaving} />;
  if (!parts || !part)
    return (
      <>
        {question}
        <LanguageTabs languages={languages} lang={lang} disabled={false} onLang={onLang} />
        {trouble !== null && (
          <p role="alert">
            {trouble || t('state.offline')}{' '}
            <button type="button" className="plain" onClick={look}>
              {t('state.again')}
            </button>
          </p>
        )}
        {trouble === null && (parts ? <p className="nothing">{t('record.nothing')}</p> : <p role="status">{t('state.loading')}</p>)}
      </>
    );
  const count = (state: string): number => parts.filter(({ key }) => standing(key) === state).length;
  const [missing, stale] = [count('missing'), count('stale')];
  return (
    <div className="nar-room">
      {question}
      <LanguageTabs languages={languages} lang={lang} disabled={phase === 'recording' || busy} onLang={onLang} />
      <p className="nar-counts" role="status">
        {[
          ...(missing === 0 && stale === 0 ? [t('record.all')] : []),
          ...(missing > 0 ? [t('record.missing', { n: n(missing) })] : []),
          ...(stale > 0 ? [t('record.old', { n: n(stale) })] : []),
          ...(clips.size > unkept ? [t('record.kept', { n: n(clips.size - unkept) })] : []),
          ...(unkept > 0 ? [t('record.unkeptCount', { n: n(unkept) })] : []),
        ].join(' · ')}
      </p>
      {trouble !== null && <p role="alert">{trouble || t('state.offline')}</p>}
      <div className="nar-columns">
        <PartReader
          key={place}
          part={part}
          lang={lang}
          place={{ at: parts.indexOf(part) + 1, of: parts.length }}
          standing={standing(part.key)}
          waiting={clips.get(place)}
          show={show}
          mayWrite={mayWrite}
          onDrop={() => void queue.drop(place)}
          onRemove={() => void remove(part.key)}
          onPutBack={() => part.removed && void putBack(part.key, part.removed.media)}
        >
          {mayWrite && (
            <div className={take && phase !== 'recording' ? 'rec-box' : 'rec-box is-short'}>
              {phase === 'closed' || phase === 'asking' ? (
                <MicrophoneBox recorder={recorder} />
              ) : (
                <>
                  {phase === 'recording' ? (
                    <button ref={record} type="button" className="rec-main is-on" onClick={recorder.stop}>
                      <span className="rec-dot" aria-hidden="true" /> {t('record.stop')} <span className="rec-time">{n(lengthOf(recorder.seconds * 1000))}</span> <kbd>{t('record.space')}</kbd>
                    </button>
                  ) : (
                    !take && (
                      <button ref={record} type="button" className="rec-main" onClick={again}>
                        <span className="rec-dot" aria-hidden="true" /> {t(standing(part.key) === 'missing' ? 'record.start' : 'record.startAgain')} <kbd>{t('record.space')}</kbd>
                      </button>
                    )
                  )}
                  {!take && <Level onLevel={recorder.onLevel} />}
                  {take && phase !== 'recording' && (
                    <TakePanel key={place} take={take} busy={busy} onStretch={(stretch) => put(place, { ...take, stretch })} onAgain={again} onKeep={() => void keep()} />
                  )}
                  {problem && <p role="alert">{problem}</p>}
                  <MicrophoneChoice recorder={recorder} />
                </>
              )}
            </div>
          )}
        </PartReader>
        <PartList parts={parts} lang={lang} current={part.key} standing={standing} show={show} disabled={phase === 'recording' || busy} onChoose={setChosen} />
      </div>
    </div>
  );
}
