import type { ReactNode } from 'react';
import type { Me } from '../../auth/session.ts';
import { NumbersView } from '../../features/people/numbers/numbers-view.tsx';
import { useStaffWords } from '../../features/people/words.ts';

/** Numbers to call: who rang which when, and what they say. */
export function NumbersScreen({ me }: { me: Me }): ReactNode {
  const { t } = useStaffWords();
  return (
    <div className="numbers-screen">
      <h1 tabIndex={-1}>{t('number.title')}</h1>
      <NumbersView mayWrite={me.can.includes('contacts.write')} />
    </div>
  );
}
