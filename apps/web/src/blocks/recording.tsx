import type { ReactNode } from 'react';
import type { AudioBlock, VideoBlock } from '@seek-justice/domain/curriculum/block.ts';
import { SAID } from '@seek-justice/domain/curriculum/clip.ts';
import { useLateWords } from '../i18n/late-words.ts';
import { lengthOf } from '../i18n/length.ts';
import { sizeWords } from '../i18n/size-words.ts';
import { Rich } from './rich.tsx';

/**
 * A recording: its title, how long it lasts, what it costs, the player, and its words. The browser's own player works
 * without script and fetches nothing before it is tapped.
 */
export function Recording(props: { block: AudioBlock<string> | VideoBlock<string>; label: ReactNode; children: ReactNode }): ReactNode {
  const { block, label, children } = props;
  const words = useLateWords();
  const { t, n } = words;
  return (
    <section className={`recording ${block.type}`} data-block={block.id}>
      <p className="label">
        {label}{' '}
        <span className="meta cost">
          · {n(lengthOf(block.media.ms ?? 0))} · {sizeWords(words, block.media.bytes)}
        </span>
      </p>
      <h2 data-part={block.id}>{block.title}</h2>
      {children}
      <p className="hint cost">{t('media.tap')}</p>
      <details className="said">
        <summary>
          <span className="turn" aria-hidden="true" /> {t('media.said')}
        </summary>
        <div data-part={block.type === 'video' ? `${block.id}${SAID}` : undefined}>
          <Rich text={block.transcript} />
        </div>
      </details>
    </section>
  );
}
