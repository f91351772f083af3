import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { call } from '../../../local/api.ts';
import { ClipQueue, type WaitingClip } from './clip-queue.ts';
import { type NarrationPart, placeOf, type Standing } from './narration.ts';

export interface Narration {
  /** Null until they are here. */
  parts: readonly NarrationPart[] | null;
  trouble: string | null;
  look: () => void;
  queue: ClipQueue;
  clips: ReadonlyMap<string, WaitingClip>;
  standing: (key: string) => Standing;
  remove: (key: string) => Promise<void>;
  /** Puts a recording back that was taken away, by its file. */
  putBack: (key: string, media: string) => Promise<void>;
}

/** What of a document is read aloud in a language, what was recorded of it, and what is on its way. */
export function useNarration({ id, lang, person }: { id: string; lang: string; person: string }): Narration {
  const [found, setFound] = useState<{ lang: string; parts: readonly NarrationPart[] } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const put = useCallback((of: string, part: NarrationPart) => {
    setFound((before) => (before?.lang === of ? { lang: of, parts: before.parts.map((one) => (one.key === part.key ? part : one)) } : before));
  }, []);
  const queue = useMemo(() => new ClipQueue({ person, document: id, onPart: put }), [person, id, put]);
  useEffect(() => {
    void queue.begin();
    return () => queue.close();
  }, [queue]);
  const look = useCallback(() => {
    setTrouble(null);
    void call<{ parts: NarrationPart[] }>('GET', `/api/drafts/${id}/narration?lang=${lang}`).then((answer) => {
      // What nobody has written yet, nobody can read.
      if (answer.ok) setFound({ lang, parts: answer.body.parts.filter(({ text }) => text !== '') });
      else setTrouble(answer.problem?.title ?? '');
    });
  }, [id, lang]);
  useEffect(look, [look]);
  const change = async (what: 'remove' | 'restore', body: { key: string; media?: string }): Promise<void> => {
    setTrouble(null);
    const answer = await call<NarrationPart>('POST', `/api/drafts/${id}/clips/${what}`, { lang, ...body });
    if (answer.ok) put(lang, answer.body);
    else setTrouble(answer.problem?.title ?? '');
  };
  const clips = useSyncExternalStore(queue.follow, () => queue.clips);
  const parts = found?.lang === lang ? found.parts : null;
  return {
    parts,
    trouble,
    look,
    queue,
    clips,
    standing: (key) => {
      const waiting = clips.get(placeOf(lang, key));
      if (waiting) return waiting.state?.phase === 'refused' ? 'refused' : 'sending';
      return parts?.find((part) => part.key === key)?.state ?? 'missing';
    },
    remove: (key) => change('remove', { key }),
    putBack: (key, media) => change('restore', { key, media }),
  };
}
