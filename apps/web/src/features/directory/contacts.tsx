import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import { ReadingContext } from '../../blocks/reading.ts';
import { call } from '../../local/api.ts';

/** Provides the numbers to call to everything below; `children` is given a way to ask for them anew. */
export function ContactsProvider({ initial, children }: { initial: readonly Contact[]; children: (refresh: () => void) => ReactNode }): ReactNode {
  const [contacts, setContacts] = useState(initial);
  const refresh = useCallback(() => {
    void call<{ contacts: Contact[] }>('GET', '/api/contacts').then((answer) => {
      if (answer.ok && Array.isArray(answer.body?.contacts)) setContacts(answer.body.contacts);
    });
  }, []);
  const value = useMemo(() => ({ contacts }), [contacts]);
  return <ReadingContext.Provider value={value}>{children(refresh)}</ReadingContext.Provider>;
}
