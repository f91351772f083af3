import type { ReactNode } from 'react';
import type { Slide } from '@seek-justice/domain/curriculum/slides.ts';
import { digitsFor } from '@seek-justice/domain/language/digits.ts';
import { Both, useShowing } from '../both.tsx';

/** The numbers to call, as large as they can be. */
export function ContactsSlide({ slide }: { slide: Slide }): ReactNode {
  const { contacts, languages } = useShowing();
  return (
    <>
      {slide.text && (
        <div className="quiet">
          <Both text={slide.text} />
        </div>
      )}
      <ul className="to-call">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <b>{digitsFor(languages[0] ?? 'en', contact.number)}</b>
            <Both text={contact.name} />
          </li>
        ))}
      </ul>
    </>
  );
}
