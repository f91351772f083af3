import type { ReactNode } from 'react';
import type { VideoBlock } from '@seek-justice/domain/curriculum/block.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import { Drawing } from '../drawing.tsx';
import { Recording } from '../recording.tsx';

/** Something to watch, in the page's place for it. */
export function Read({ block }: { block: VideoBlock<string> }): ReactNode {
  const { t } = useLateWords();
  const { hash, width, height } = block.media;
  const label = (
    <>
      <Drawing name="play" /> {t('video.label')}
    </>
  );
  return (
    <Recording block={block} label={label}>
      {/* Its words stand below it, to be read before it is paid for. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video controls playsInline preload="none" src={`/api/media/${hash}`} width={width} height={height} data-ms={block.media.ms} aria-label={block.title} />
    </Recording>
  );
}
