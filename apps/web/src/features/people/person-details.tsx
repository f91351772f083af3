import type { ReactNode } from 'react';
import { ageWords } from './age-words.ts';
import type { Person } from './shapes.ts';
import { useStaffWords } from './words.ts';

/** The few things that are known of a person beside the list's columns; what was not said is left out. */
export function PersonDetails({ person }: { person: Person }): ReactNode {
  const { t, n } = useStaffWords();
  const facts = [
    ...person.roles.map((role) => t(`role.${role}`)),
    ...(person.gender === 'not-said' ? [] : [t(`gender.${person.gender}`)]),
    ...(person.ageBand === 'not-said' ? [] : [ageWords(t, person.ageBand)]),
  ];
  return (
    <p className="details">
      {facts.join(' · ')}
      {person.phone && (
        <>
          {' · '}
          {t('open.phone')} <a href={`tel:${person.phone.replace(/[^\d+]/g, '')}`}>{n(person.phone)}</a>
        </>
      )}
    </p>
  );
}
