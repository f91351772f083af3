import type { ReactNode } from 'react';
import type { Me } from '../../auth/session.ts';
import { BringCourse } from '../../features/authoring/exchange/bring-course.tsx';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { Link } from '../../ui/router.tsx';

/** Whether somebody may bring a course in: authors, and coordinators of the country, who vouch for the other office's signatures. */
export function mayBring(me: Me): boolean {
  return me.can.includes('curriculum.write') || me.can.includes('staff.invite');
}

/** A course from another office. */
export function BringScreen({ me }: { me: Me }): ReactNode {
  const { t } = useAuthorWords();
  return (
    <div className="author-screen exchange">
      <p className="way-back">
        <Link to="/author">{t('tree.title')}</Link>
      </p>
      <h1 tabIndex={-1}>{t('package.title')}</h1>
      {mayBring(me) ? <BringCourse /> : <p>{t('author.notAllowed')}</p>}
    </div>
  );
}
