import { useCallback, useEffect, useRef, useState } from 'react';
import { type Microphone, microphones, type MicrophoneTrouble, openMicrophone, whyNot } from './microphone.ts';
import { joined } from './peaks.ts';
import type { Take } from './take.ts';
import { findSpeech, judge } from './trim.ts';

/** Nobody reads one part for so long; a forgotten microphone ends here. */
const MOST_S = 600;
const DEVICE = 'microphone';

export interface Recorder {
  phase: 'closed' | 'asking' | 'ready' | 'recording';
  trouble: MicrophoneTrouble | null;
  devices: readonly { id: string; name: string }[];
  device: string | undefined;
  /** How long it has been recording. */
  seconds: number;
  /** Names who is told how loud it is, many times a second, 0 to 1. */
  onLevel: (hear: ((loud: number) => void) | null) => void;
  open: (device?: string) => Promise<boolean>;
  start: () => void;
  stop: () => void;
}

/** A microphone and what is recorded with it; closed when the screen is left. */
export function useRecorder(onTake: (take: Take) => void): Recorder {
  const [phase, setPhase] = useState<Recorder['phase']>('closed');
  const [trouble, setTrouble] = useState<MicrophoneTrouble | null>(null);
  const [devices, setDevices] = useState<Recorder['devices']>([]);
  const [device, setDevice] = useState<string>();
  const [seconds, setSeconds] = useState(0);
  const microphone = useRef<Microphone | null>(null);
  const pieces = useRef<Float32Array<ArrayBuffer>[] | null>(null);
  const level = useRef<((loud: number) => void) | null>(null);
  const gone = useRef(false);
  const taken = useRef(onTake);
  taken.current = onTake;

  const onLevel = useCallback((hear: ((loud: number) => void) | null) => void (level.current = hear), []);

  const stop = useCallback(() => {
    const heard = pieces.current;
    const rate = microphone.current?.rate;
    pieces.current = null;
    if (!heard || !rate) return;
    setPhase('ready');
    const samples = joined(heard);
    if (samples.length === 0) return;
    const speech = findSpeech(samples, rate);
    taken.current({ samples, rate, stretch: speech ?? { from: 0, to: samples.length }, verdict: judge(samples, speech) });
  }, []);

  const open = useCallback(async (wanted?: string): Promise<boolean> => {
    setPhase('asking');
    setTrouble(null);
    microphone.current?.close();
    microphone.current = null;
    const chosen = wanted ?? localStorage.getItem(DEVICE) ?? undefined;
    let opened = await openMicrophone(chosen);
    // The headset of last time is not plugged in.
    if (opened === 'none' && chosen) opened = await openMicrophone();
    if (typeof opened === 'string') {
      setTrouble(opened);
      setPhase('closed');
      return false;
    }
    if (gone.current) {
      opened.close();
      return false;
    }
    microphone.current = opened;
    const most = MOST_S * opened.rate;
    let length = 0;
    opened.listen((piece) => {
      level.current?.(piece.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0));
      if (!pieces.current) return void (length = 0);
      pieces.current.push(piece);
      length += piece.length;
      setSeconds(Math.floor(length / opened.rate));
      if (length > most) stop();
    });
    if (wanted) localStorage.setItem(DEVICE, wanted);
    setDevice(opened.device);
    setPhase('ready');
    void microphones().then(setDevices);
    return true;
  }, [stop]);

  useEffect(() => {
    gone.current = false;
    // Said before anybody has read a line.
    void whyNot().then((not) => not && !gone.current && setTrouble(not));
    return () => {
      gone.current = true;
      microphone.current?.close();
      microphone.current = null;
    };
  }, []);

  return {
    phase,
    trouble,
    devices,
    device,
    seconds,
    onLevel,
    open,
    start: () => {
      pieces.current = [];
      setSeconds(0);
      setPhase('recording');
    },
    stop,
  };
}
