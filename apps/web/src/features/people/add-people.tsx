import { type ReactNode, useEffect, useState } from 'react';
import { useReading } from '../../blocks/reading.ts';
import { AddForm, type Added } from './add-form.tsx';
import { AddedCard } from './added-card.tsx';
import { AddedLink } from './added-link.tsx';
import { CardsList } from './cards-list.tsx';
import { type Draft, EMPTY_DRAFT, nextDraft } from './draft.ts';
import { FocusedHeading } from './focused-heading.tsx';
import { Failure } from './failure.tsx';
import { keepCard, useSessionCards } from './session-cards.ts';
import { useSiteData } from './site-data.tsx';
import { useStaffWords } from './words.ts';

interface Props {
  scope: readonly string[] | null;
  mayInvite: boolean;
}

type Shown = { kind: 'form' } | { kind: 'card'; code: string } | { kind: 'link'; name: string; email: string; link: string };

/** Adding people one after the other: form, then card or link, then the form again with the place kept. */
export function AddPeople({ scope, mayInvite }: Props): ReactNode {
  const { t } = useStaffWords();
  const site = useSiteData();
  const { refresh } = useReading();
  const cards = useSessionCards();
  const only = scope?.length === 1 ? (scope[0] ?? '') : '';
  const [start, setStart] = useState<Draft>({ ...EMPTY_DRAFT, role: 'pastor', province: only });
  const [shown, setShown] = useState<Shown>({ kind: 'form' });
  // A card carries the numbers as they stand today.
  useEffect(refresh, [refresh]);
  const added = ({ person, code, invitation }: Added, draft: Draft): void => {
    setStart(nextDraft(draft));
    window.scrollTo(0, 0);
    if (code) {
      keepCard({ person: person.id, name: person.name, code });
      setShown({ kind: 'card', code });
    } else setShown({ kind: 'link', name: person.name, email: draft.email.trim(), link: invitation ?? '' });
  };
  const another = (): void => setShown({ kind: 'form' });
  const card = shown.kind === 'card' && cards.find(({ code }) => code === shown.code);
  return (
    <div className="add">
      <div>
        {card && <AddedCard key={card.code} card={card} onAnother={another} />}
        {shown.kind === 'link' && <AddedLink {...shown} onAnother={another} />}
        {shown.kind === 'form' && (
          <>
            <FocusedHeading level={1}>{t('add.title')}</FocusedHeading>
            <p className="add-lead">{t('add.lead')}</p>
            {site.state === 'failed' ? <Failure status={site.status} again={site.again} /> : <AddForm start={start} scope={scope} mayInvite={mayInvite} onAdded={added} />}
          </>
        )}
      </div>
      <CardsList shown={card ? card.code : null} onShow={({ code }) => setShown({ kind: 'card', code })} />
    </div>
  );
}
