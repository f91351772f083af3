import type { ReactNode } from 'react';
import type { Me } from '../../auth/session.ts';
import { AddPeople } from '../../features/people/add-people.tsx';

/** Adding people of the reader's provinces. */
export function AddScreen({ me }: { me: Me }): ReactNode {
  return <AddPeople scope={me.scope.provinces} mayInvite={me.can.includes('staff.invite')} />;
}
