import type { ReactNode } from 'react';
import type { RolePlayBlock } from '@seek-justice/domain/curriculum/block.ts';
import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { PrintText } from '../print.tsx';

/** A scene to play on paper; each role is a card to cut out. */
export function PrintRolePlay({ block, lang }: { block: RolePlayBlock<LocalizedText>; lang: string }): ReactNode {
  const { sayIn } = useAuthorWords();
  const { heading, minutes, scene, roles, after } = block;
  return (
    <>
      <PrintText text={heading} lang={lang} strong />
      <p>{sayIn(lang)('sheet.minutes', { minutes })}</p>
      <PrintText text={scene} lang={lang} />
      {roles.map(({ id, name, task }) => (
        <div key={id} className="role-card">
          <PrintText text={name} lang={lang} strong />
          <PrintText text={task} lang={lang} />
        </div>
      ))}
      <p className="kind">{sayIn(lang)('slide.after')}</p>
      <PrintText text={after} lang={lang} />
    </>
  );
}
