import type { ReactNode } from 'react';
import type { PassageBlock } from '@seek-justice/domain/curriculum/block.ts';
import { showReference } from '@seek-justice/domain/curriculum/reference.ts';
import { keepTogether } from '@seek-justice/domain/language/keep-together.ts';
import { useWords } from '../../i18n/words.ts';
import { Rich } from '../rich.tsx';

/** A passage of the Bible: where to open it, and our own retelling, set apart by a river rule. */
export function Read({ block }: { block: PassageBlock<string> }): ReactNode {
  const { t, n, lang } = useWords();
  return (
    <section className="passage" data-block={block.id} data-part={block.id}>
      <h2 className="label">
        {t('block.passage')} <cite>{keepTogether(showReference(block.reference, lang, n), lang)}</cite>
      </h2>
      <Rich text={block.text} />
    </section>
  );
}
