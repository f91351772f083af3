import type { ReactNode } from 'react';
import { Link } from '../../ui/router.tsx';
import { failureWords } from './failure-words.ts';
import { OfficeIcon } from './office-icon.tsx';
import { useStaffWords } from './words.ts';

/** A failed request in words, in the place of what it should have brought. */
export function Failure({ status, again }: { status: number; again: () => void }): ReactNode {
  const { t } = useStaffWords();
  const { title, text, way } = failureWords(status);
  return (
    <div className="say failed" role="alert">
      <OfficeIcon name="look" />
      <div>
        <h2>{t(title)}</h2>
        <p>{t(text)}</p>
        {way === 'again' && (
          <button type="button" onClick={again}>
            {t('staff.again')}
          </button>
        )}
        {way === 'sign-in' && (
          <Link className="btn" to="/sign-in">
            {t('failed.signIn')}
          </Link>
        )}
      </div>
    </div>
  );
}
