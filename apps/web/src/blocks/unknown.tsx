import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

/** Stands where this build has nothing to show a block with: it says so instead of vanishing. */
export function Unknown(): ReactNode {
  const { t } = useWords();
  return <p className="hint">{t('block.unknown')}</p>;
}
