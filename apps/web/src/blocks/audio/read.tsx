import type { ReactNode } from 'react';
import type { AudioBlock } from '@seek-justice/domain/curriculum/block.ts';
import { useLateWords } from '../../i18n/late-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Recording } from '../recording.tsx';

/** Something to listen to: a person tells, a prayer, a song. */
export function Read({ block }: { block: AudioBlock<string> }): ReactNode {
  const { t } = useLateWords();
  const label = (
    <>
      <Icon name="sound" /> {t('audio.label')}
    </>
  );
  return (
    <Recording block={block} label={label}>
      {/* Its words stand below it, to be read before it is paid for. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio controls preload="none" src={`/api/media/${block.media.hash}`} data-ms={block.media.ms} aria-label={block.title} />
    </Recording>
  );
}
