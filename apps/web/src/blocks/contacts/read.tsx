import type { ReactNode } from 'react';
import type { ContactsBlock } from '@seek-justice/domain/curriculum/block.ts';
import { useReading } from '../reading.ts';
import { Rich } from '../rich.tsx';
import { ContactCard } from './card.tsx';
import { ProvinceBlank } from './province.tsx';

/** The numbers to call, as they stand today. */
export function Read({ block }: { block: ContactsBlock<string> }): ReactNode {
  const { contacts } = useReading();
  return (
    <section className="contacts" data-block={block.id}>
      <div data-part={block.id}>
        <Rich text={block.intro} />
      </div>
      {contacts.map((contact) => (
        <ContactCard key={contact.id} contact={contact} />
      ))}
      <ProvinceBlank />
    </section>
  );
}
