import type { ReactNode } from 'react';
import type { Problem } from '@seek-justice/contracts/problem.ts';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';

/** What went wrong with a form: our own words, the server's, or no answer at all. */
export type Fault = { words: string } | { problem: Problem | null; offline: boolean };

/** Says kindly what went wrong, and when another try makes sense. */
export function Trouble({ fault }: { fault: Fault | null }): ReactNode {
  const { t } = useWords();
  if (!fault) return <div role="alert" />;
  const words = 'words' in fault ? fault.words : (fault.problem?.title ?? t(fault.offline ? 'state.offline' : 'state.failed'));
  const wait = 'words' in fault ? undefined : fault.problem?.retryAfter;
  return (
    <div className="trouble" role="alert">
      <Icon name="turn-back" />
      <p>
        {words}
        {wait ? ` ${t('signIn.wait', { n: wait })}` : ''}
      </p>
    </div>
  );
}
