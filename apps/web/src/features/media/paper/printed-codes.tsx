import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { Clips } from '@seek-justice/domain/curriculum/clip.ts';
import { PlayCode } from '../../../blocks/play-code.tsx';
import { lateWordsIn } from '../../../i18n/late-words.ts';
import { lengthOf } from '../../../i18n/length.ts';
import { ARTICLE_ID } from '../../../local/page-data.ts';
import type { Scene } from '../scene.ts';
import { heardBlock } from './heard-blocks.ts';

/**
 * Codes that open on a phone what is heard in a lesson. They are in its page as long as that is being printed, each
 * before the text of its block, so that the text runs beside it; the text itself may be the server's, which nobody here drew.
 */
export class PrintedCodes {
  /** The lesson that is open, with what was recorded of it; null as long as that is not known. */
  ready: { scene: Scene; clips: Clips } | null = null;
  #put: { root: Root; host: HTMLElement }[] = [];

  /** The browser prints what stands there when this returns. */
  put(): void {
    this.takeAway();
    const article = document.getElementById(ARTICLE_ID);
    if (!this.ready || !article) return;
    const { scene, clips } = this.ready;
    const { lang } = article;
    const { t, n } = lateWordsIn(lang);
    for (const element of article.querySelectorAll<HTMLElement>('[data-block]')) {
      const heard = heardBlock(element, clips, scene.contacts);
      if (!heard) continue;
      const host = document.createElement('div');
      element.prepend(host);
      element.classList.add('coded');
      const root = createRoot(host);
      const said = t(`paper.${heard.kind}`, { length: n(lengthOf(heard.ms)) });
      flushSync(() => root.render(<PlayCode place={{ lesson: scene.of, block: heard.id, lang }} said={said} label={t('paper.code')} />));
      this.#put.push({ root, host });
    }
  }

  takeAway(): void {
    for (const { root, host } of this.#put) {
      root.unmount();
      host.parentElement?.classList.remove('coded');
      host.remove();
    }
    this.#put = [];
  }
}
