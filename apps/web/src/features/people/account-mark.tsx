import type { ReactNode } from 'react';
import { isLearnerRole, type Row } from './shapes.ts';
import { useStaffWords } from './words.ts';

/** Whether somebody has signed in yet, in a word with a shape of its own. */
export function AccountMark({ person }: { person: Pick<Row, 'account' | 'roles'> }): ReactNode {
  const { t } = useStaffWords();
  const card = person.roles.some(isLearnerRole);
  if (person.account === 'none') return <span className="account-mark none">{t('account.none')}</span>;
  if (person.account === 'no-card') return <span className="account-mark none">{t('account.noCard')}</span>;
  if (person.account === 'active')
    return (
      <span className="account-mark active">
        <i aria-hidden="true" />
        {t('account.active')}
      </span>
    );
  return (
    <span className="account-mark new">
      <i aria-hidden="true" />
      {t(card ? 'account.new' : 'account.newStaff')}
    </span>
  );
}
