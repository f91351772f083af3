import { useState } from 'react';
import type { Problem } from '@seek-justice/contracts/problem.ts';
import { call } from '../../../local/api.ts';
import type { StaffKey } from '../words.ts';
import type { OfficeContact } from './shapes.ts';

/** What is done with a deed's outcome: the number as it is now, or a list that has to be read again. */
export interface Outcome {
  put: (one: OfficeContact) => void;
  again: () => void;
}

interface Deed {
  busy: boolean;
  trouble: StaffKey | null;
  /** Sends it. @returns whether it was done, or the problem. */
  send: (path: string, body: object) => Promise<OfficeContact | Problem | null>;
  quiet: () => void;
}

const BY_CODE: Partial<Record<string, StaffKey>> = { contact_moved_on: 'number.movedOn' };
const BY_STATUS: Partial<Record<number, StaffKey>> = { 0: 'number.unsure', 401: 'failed.signInText', 403: 'failed.notAllowedText' };

/** One thing that is done with a number, never sent twice at once. */
export function useDeed({ put, again }: Outcome): Deed {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<StaffKey | null>(null);
  const send = async (path: string, body: object): Promise<OfficeContact | Problem | null> => {
    if (busy) return null;
    setBusy(true);
    setTrouble(null);
    const answer = await call<OfficeContact>('POST', `/api/office/contacts${path}`, body);
    setBusy(false);
    if (answer.ok) {
      put(answer.body);
      return answer.body;
    }
    setTrouble(BY_CODE[answer.problem?.code ?? ''] ?? BY_STATUS[answer.status] ?? 'number.failed');
    // Somebody else was there, or nobody knows: what stands on the screen may be old.
    if (answer.status === 409 || answer.status === 0) again();
    return answer.problem;
  };
  return { busy, trouble, send, quiet: () => setTrouble(null) };
}

/** Whether a deed was done. */
export function isDone(outcome: OfficeContact | Problem | null): outcome is OfficeContact {
  return outcome !== null && 'contact' in outcome;
}
