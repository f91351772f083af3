import type { ReactNode } from 'react';
import type { CalloutBlock } from '@seek-justice/domain/curriculum/block.ts';
import { useWords } from '../../i18n/words.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Rich } from '../rich.tsx';

const ICONS: Record<CalloutBlock<string>['kind'], IconName> = { remember: 'star', care: 'heart', danger: 'warning' };

/** One sentence that is set apart: to remember, a content note, or a danger. */
export function Read({ block }: { block: CalloutBlock<string> }): ReactNode {
  const { t } = useWords();
  return (
    <section className={`callout ${block.kind}`} data-block={block.id} data-part={block.id}>
      <p className="label">
        <Icon name={ICONS[block.kind]} /> {t(`block.${block.kind}`)}
      </p>
      <Rich text={block.text} />
    </section>
  );
}
