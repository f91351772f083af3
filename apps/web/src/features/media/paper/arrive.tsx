import { createRoot } from 'react-dom/client';
import type { Clips } from '@seek-justice/domain/curriculum/clip.ts';
import { Hear } from '../../../blocks/hear.tsx';
import { lateWordsIn } from '../../../i18n/late-words.ts';
import { lengthOf } from '../../../i18n/length.ts';
import { comeTo } from '../../../ui/come-to.ts';
import { type Scene, scene } from '../scene.ts';
import { heardBlock } from './heard-blocks.ts';

/** The scene of the page, as soon as there is one. */
function sceneHere(): Promise<Scene> {
  return new Promise((resolve) => {
    const look = (): void => {
      const now = scene.get();
      if (!now) return;
      stop();
      resolve(now);
    };
    const stop = scene.subscribe(look);
    look();
  });
}

/** Brings who came by a code on paper to its block, with the way to hear it under the thumb. Nothing sounds unasked. */
export function arrive(block: string, clipsOf: (of: Scene) => Promise<Clips>): void {
  comeTo(block, (element) => {
    const player = element.querySelector<HTMLElement>('audio, video');
    if (player) return player.focus({ preventScroll: true });
    void sceneHere().then(async (now) => {
      const heard = heardBlock(element, await clipsOf(now), now.contacts);
      if (!heard || !element.isConnected) return;
      const { t, n } = lateWordsIn(element.closest<HTMLElement>('[lang]')?.lang ?? '');
      const length = n(lengthOf(heard.ms));
      const host = document.createElement('div');
      host.className = 'listening';
      element.prepend(host);
      createRoot(host).render(
        <Hear parts={heard.parts} name={`${t('paper.hear')} · ${length}`}>
          <span>
            {t('paper.hear')} <span className="meta">· {length}</span>
          </span>
        </Hear>,
      );
    });
  });
}
