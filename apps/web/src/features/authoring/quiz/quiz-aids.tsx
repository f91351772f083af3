import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Document, QuizBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { call } from '../../../local/api.ts';
import { useEditing } from '../editing.ts';
import { BankPanel } from './bank-panel.tsx';
import { OriginNote, useOrigins } from './origins.tsx';
import { quizNotes } from './quiz-notes.ts';
import { ItemNotes, QuizSummary } from './quiz-summary.tsx';

/** What helps an author with a quiz, and where it stands among its questions. */
export interface QuizAids {
  head: ReactNode;
  below: (item: string) => ReactNode;
  end: ReactNode;
  onPutAside: (item: { id: string }) => void;
}

/** Advice, copies and the questions that were written earlier. */
export function useQuizAids(document: Document): QuizAids {
  const { t } = useAuthorWords();
  const { store, languages } = useEditing();
  const [said, setSaid] = useState('');
  const { items } = document.body as QuizBody;
  // Typing comes first; what is to be said of it follows.
  const calm = useDeferredValue(document);
  const notes = useMemo(() => quizNotes(calm, languages), [calm, languages]);
  const origins = useOrigins(document.id, items);
  const onPutAside = useCallback(
    (item: { id: string }) => {
      const put = async (): Promise<void> => {
        // What was written just now goes first: the server keeps what it has.
        await store.save();
        const answer = await call('POST', `/api/drafts/${store.state.document.id}/put-aside`, { was: item as Json });
        setSaid(answer.ok ? t('bank.putAsideDone') : (answer.problem?.title ?? t('state.offline')));
        if (answer.ok) await store.save();
      };
      void put();
    },
    [store, t],
  );
  return {
    head: (
      <>
        <QuizSummary notes={notes} order={items.map(({ id }) => id)} />
        <p role="status">{said}</p>
      </>
    ),
    below: (id) => {
      const mine = items.find((item) => item.id === id);
      return (
        <>
          <ItemNotes notes={notes.filter(({ thing }) => thing === id)} />
          {mine && <OriginNote mine={mine} origin={origins.find(({ item }) => item === id)} />}
        </>
      );
    },
    end: <BankPanel />,
    onPutAside,
  };
}
