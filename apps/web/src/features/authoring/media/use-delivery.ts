import { useCallback, useEffect, useRef, useState } from 'react';
import type { MediaFile } from '@seek-justice/domain/curriculum/media.ts';
import { currentSession } from '../../../auth/session.ts';
import { Delivery, type DeliveryState, handInMedia } from './delivery.ts';
import { type KeptFile, keptFiles, type Use } from './kept-files.ts';
import { lighterSound } from './lighter-sound.ts';
import { smallerPicture } from './smaller-picture.ts';

/** What is done to a file here, so that a bad line carries it. */
const LIGHTER: Partial<Record<Use, (file: Blob) => Promise<Blob>>> = { image: smallerPicture, audio: lighterSound };

/** The file that a field is waiting for: what to show of it, and what may be done. */
export interface Waiting {
  state: DeliveryState | null;
  send: (file: Blob) => void;
  pause: () => void;
  goOn: () => void;
  cancel: () => void;
}

/**
 * Brings a file into a field. What was on its way when the page was left goes on by itself when it is opened again.
 * @param of the document, `at` the path in it.
 */
export function useDelivery({ of, at, use, active, onDone }: { of: string; at: string; use: Use; active: boolean; onDone: (media: MediaFile) => void }): Waiting {
  const [state, setState] = useState<DeliveryState | null>(null);
  const delivery = useRef<Delivery<MediaFile> | null>(null);
  const done = useRef(onDone);
  done.current = onDone;
  const person = currentSession().me?.person.id ?? '';
  /** Counts what was chosen: of two files that are made lighter, the later one goes. */
  const turn = useRef(0);
  const begin = useCallback((file: KeptFile) => {
    delivery.current?.close();
    const begun = new Delivery<MediaFile>({
      file,
      handIn: handInMedia,
      onChange: (next) => delivery.current === begun && setState(next),
      onDone: (media) => {
        if (delivery.current === begun) setState(null);
        done.current(media);
      },
    });
    delivery.current = begun;
    setState(begun.state);
    void begun.start();
  }, []);
  useEffect(() => {
    let wanted = active;
    if (active)
      void keptFiles(person, of).then((files) => {
        const left = files.find((file) => file.at === at);
        if (left && wanted && !delivery.current) begin(left);
      });
    return () => {
      wanted = false;
      turn.current += 1;
      delivery.current?.close();
      delivery.current = null;
    };
  }, [person, of, at, active, begin]);
  return {
    state,
    send: (file) => {
      const last = delivery.current;
      delivery.current = null;
      turn.current += 1;
      const mine = turn.current;
      setState({ phase: 'preparing', sent: 0, of: file.size, kept: false });
      void Promise.all([LIGHTER[use]?.(file) ?? file, last?.cancel()]).then(([lighter]) => mine === turn.current && begin({ person, of, at, use, file: lighter, since: Date.now() }));
    },
    pause: () => delivery.current?.pause(),
    goOn: () => delivery.current?.goOn(),
    cancel: () => {
      turn.current += 1;
      void delivery.current?.cancel();
      delivery.current = null;
      setState(null);
    },
  };
}
