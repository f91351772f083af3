import { type ReactNode, useEffect, useMemo } from 'react';
import type { Narration } from '@seek-justice/domain/curriculum/clip.ts';
import type { RenderCourse } from '@seek-justice/contracts/render.ts';
import { useSession } from '../../auth/session.ts';
import { ListeningContext } from '../../blocks/listening.ts';
import { useReading } from '../../blocks/reading.ts';
import { useWords } from '../../i18n/words.ts';
import { kept } from '../../local/kept.ts';
import { loadPlayer } from './load-player.ts';
import { BY_EAR, byEar, chooseByEar, playing, scene } from './scene.ts';

/** Has the player read parts out. */
async function hear(parts: readonly string[]): Promise<void> {
  playing.set({ state: 'loading', at: '' });
  const { player } = await loadPlayer().catch(() => ({ player: null }));
  if (player) await player.hear(parts);
  else playing.set({ state: 'failed', at: '' });
}

function onClick(event: MouseEvent): void {
  const control = (event.target as Element).closest<HTMLElement>('[data-hear]');
  if (!control) return;
  event.preventDefault();
  if (control.dataset.byEar) chooseByEar(true);
  void hear(control.dataset.hear?.split(' ') ?? []);
}

/** Plays what a Listen control anywhere in the page names: controls in text that the server made have no handler of their own. */
export function startListening(): void {
  document.addEventListener('click', onClick);
  void kept<boolean>(BY_EAR).then((chosen) => chosen && byEar.set(true));
}

interface Props {
  course: RenderCourse;
  /** The lesson or quiz. */
  of: { id: string; narration?: Record<string, Narration> };
  flows: boolean;
  children: ReactNode;
}

/** Tells what of the page can be heard, and ends the sound when the page is left. */
export function ListeningProvider({ course, of, flows, children }: Props): ReactNode {
  const { lang } = useWords();
  const { contacts } = useReading();
  const { me, status } = useSession();
  const narration = of.narration?.[lang];
  const phrases = course.manifest.phrases?.[lang];
  const owner = status === 'unknown' ? null : (me?.person.id ?? 'visitor');
  useEffect(() => scene.set({ of: of.id, owner, narration, phrases, contacts, flows }), [of.id, owner, narration, phrases, contacts, flows]);
  useEffect(() => () => scene.set(null), [of.id, lang]);
  const value = useMemo(() => {
    const has = (part: string): boolean => (part.startsWith('#') ? !!phrases && !phrases.missing.includes(part.slice(1)) : !!narration && !narration.missing.includes(part));
    const say = (parts: readonly string[]): void => {
      if (narration && byEar.get()) void hear(parts);
    };
    return { has, say };
  }, [narration, phrases]);
  return <ListeningContext.Provider value={value}>{children}</ListeningContext.Provider>;
}
