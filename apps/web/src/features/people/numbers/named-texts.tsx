import type { ReactNode } from 'react';
import { Link } from '../../../ui/router.tsx';
import { inLanguage } from '../site-data.tsx';
import { useStaffWords } from '../words.ts';
import type { OfficeContact } from './shapes.ts';

/** Links to texts that name a number. */
export function TextLinks({ texts, written = false }: { texts: OfficeContact['published']; written?: boolean }): ReactNode {
  const { t, lang } = useStaffWords();
  return (
    <ul className="number-texts">
      {texts.map(({ id, kind, title }) => {
        const words = kind === 'quiz' ? t('number.namedQuiz', { title: inLanguage(title, lang) }) : inLanguage(title, lang);
        return (
          <li key={id}>
            <Link to={`/author/${id}`}>{written ? t('number.namedDraft', { title: words }) : words}</Link>
          </li>
        );
      })}
    </ul>
  );
}

/** Where a number is named: published, and being written. */
export function NamedTexts({ one: { published, drafts } }: { one: OfficeContact }): ReactNode {
  const { t } = useStaffWords();
  if (published.length + drafts.length === 0) return null;
  return (
    <details className="number-more">
      <summary>{t('number.named', { count: published.length + drafts.length })}</summary>
      {published.length > 0 && <TextLinks texts={published} />}
      {drafts.length > 0 && <TextLinks texts={drafts} written />}
    </details>
  );
}
