import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { ReadingContext } from '../../blocks/reading.ts';
import { call } from '../../local/api.ts';
import { news } from '../../local/worker.ts';
import { useStore } from '../../local/store.ts';

/** Provides the numbers to call to everything below, beginning with those of the page. */
export function ContactsProvider({ initial, children }: { initial: readonly Contact[]; children: ReactNode }): ReactNode {
  const [contacts, setContacts] = useState(initial);
  const refresh = useCallback(() => {
    void call<{ contacts: Contact[] }>('GET', '/api/contacts').then((answer) => {
      if (answer.ok && Array.isArray(answer.body?.contacts)) setContacts(answer.body.contacts);
    });
  }, []);
  const newer = useStore(news)?.contacts;
  // Numbers to call are changed at once, whatever is being read.
  useEffect(() => {
    if (newer) setContacts(newer);
  }, [newer]);
  const value = useMemo(() => ({ contacts, refresh }), [contacts, refresh]);
  return <ReadingContext.Provider value={value}>{children}</ReadingContext.Provider>;
}
