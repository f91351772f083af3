import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Document, QuizBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { call } from '../../../local/api.ts';
import { useEditing } from '../editing.ts';
import { whenSaved } from '../when-saved.ts';
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
  const [put, setPut] = useState<{ ok: boolean; title: string } | null>(null);
  const { items } = document.body as QuizBody;
  // Typing comes first; what is to be said of it follows.
  const calm = useDeferredValue(document);
  const notes = useMemo(() => quizNotes(calm, languages), [calm, languages]);
  const origins = useOrigins(document.id, items);
  const onPutAside = useCallback(
    (item: { id: string }) => {
      const putAside = async (): Promise<void> => {
        // What was written just now goes first: the server keeps what it has.
        if (!(await whenSaved(store))) return setPut({ ok: false, title: '' });
        const answer = await call('POST', `/api/drafts/${store.state.document.id}/put-aside`, { was: item as Json });
        setPut({ ok: answer.ok, title: answer.ok ? '' : (answer.problem?.title ?? '') });
        if (answer.ok) await store.save();
      };
      void putAside();
    },
    // The same for every card while letters are typed: words are put to it when it is shown.
    [store],
  );
  return {
    head: (
      <>
        <QuizSummary notes={notes} order={items.map(({ id }) => id)} />
        <p role="status">{put && (put.ok ? t('bank.putAsideDone') : put.title || t('state.offline'))}</p>
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
