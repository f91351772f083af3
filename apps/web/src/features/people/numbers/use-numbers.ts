import { useCallback, useEffect, useState } from 'react';
import { call } from '../../../local/api.ts';
import type { OfficeContact, OfficeContacts } from './shapes.ts';

/** The numbers to call as the office sees them. */
export interface Numbers {
  phase: 'loading' | 'ready' | 'failed';
  /** HTTP status of a failure; 0 without an answer. */
  status: number;
  contacts: readonly OfficeContact[];
  /** Today by the server, in the site's time zone. */
  today: string;
}

const EMPTY: Numbers = { phase: 'loading', status: 200, contacts: [], today: '' };

/** Fetches them; what is there already stays in sight while they are fetched again. */
export function useNumbers(): Numbers & { again: () => void; put: (one: OfficeContact) => void } {
  const [list, setList] = useState<Numbers>(EMPTY);
  const again = useCallback(() => {
    setList((old) => (old.phase === 'failed' ? EMPTY : old));
    void call<OfficeContacts>('GET', '/api/office/contacts').then((answer) => {
      setList((old) => (answer.ok ? { phase: 'ready', status: 200, ...answer.body } : old.phase === 'ready' ? old : { ...EMPTY, phase: 'failed', status: answer.status }));
    });
  }, []);
  useEffect(again, [again]);
  const put = useCallback((one: OfficeContact) => {
    const same = (known: OfficeContact): boolean => known.contact.id === one.contact.id;
    setList((old) => ({ ...old, contacts: old.contacts.some(same) ? old.contacts.map((known) => (same(known) ? one : known)) : [...old.contacts, one] }));
  }, []);
  return { ...list, again, put };
}
