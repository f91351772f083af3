import { useEffect } from 'react';
import { currentSession, type Me, refreshSession, useSession } from '../../auth/session.ts';
import { documentTitle } from '../document-title.ts';

/** Who is signed in to an office of the staff; its window has the neutral title of all pages. */
export function useOffice(lang: string): { isVisitor: boolean; me: Me | null } {
  const { status, me } = useSession();
  useEffect(() => {
    document.title = documentTitle(lang);
  }, [lang]);
  useEffect(() => {
    if (currentSession().status === 'unknown') void refreshSession();
  }, []);
  return { isVisitor: status === 'visitor', me };
}
