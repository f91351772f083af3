import { type ReactNode, useEffect } from 'react';
import { useAddress } from '../../ui/router.tsx';
import { ContactCard } from '../../blocks/contacts/card.tsx';
import { ProvinceBlank } from '../../blocks/contacts/province.tsx';
import { useReading } from '../../blocks/reading.ts';
import { FiveWords } from '../../features/directory/five-words.tsx';
import { OwnPeople } from '../../features/directory/own-people.tsx';
import { useWords } from '../../i18n/words.ts';
import { Screen } from '../screen.tsx';

/** Numbers to call, for everybody: first the numbers, then the five words, then the way for a worry about our own. */
export function HelpScreen(): ReactNode {
  const { t } = useWords();
  const { contacts, refresh } = useReading();
  const { how } = useAddress();
  useEffect(() => {
    // A page that has just been loaded holds today's numbers; one that has long been open may not.
    if (how !== 'POP') refresh();
  }, [how, refresh]);
  return (
    <Screen kind="help" back spread>
      <h1 tabIndex={-1}>{t('help.title')}</h1>
      <p className="hint">{t('help.lead')}</p>
      <div className="help-columns">
        <div className="contacts">
          {contacts.length === 0 && (
            <p role="status">
              {t('contact.none')}{' '}
              <button type="button" className="plain" onClick={refresh}>
                {t('state.again')}
              </button>
            </p>
          )}
          {contacts.map((contact) => (
            <ContactCard key={contact.id} contact={contact} />
          ))}
          <ProvinceBlank />
        </div>
        <div>
          <FiveWords />
          <OwnPeople />
        </div>
      </div>
    </Screen>
  );
}
