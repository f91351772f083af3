import type { ReactNode } from 'react';
import { useAuthorWords } from '../../../i18n/author-words.ts';

/** Whether a block is to show or play a file that nobody has chosen yet. */
export function lacksFile(block: { type: string; media?: unknown }): boolean {
  return ['image', 'audio', 'video'].includes(block.type) && !block.media;
}

/** In the preview, the place of a file that nobody has chosen yet. */
export function WithoutFile({ type }: { type: string }): ReactNode {
  const { say, t } = useAuthorWords();
  return (
    <p className="md-without">
      {say(`block.${type}`)}: {t('media.none')}
    </p>
  );
}
