import { type ReactNode, useRef, useState } from 'react';
import { call } from '../../local/api.ts';
import { CodeCard } from './code-card.tsx';
import { FocusedHeading } from './focused-heading.tsx';
import { LinkField } from './link-field.tsx';
import { OfficeIcon } from './office-icon.tsx';
import { PrintCards } from './print-cards.tsx';
import { keepCard, useSessionCards } from './session-cards.ts';
import { isLearnerRole, type Row } from './shapes.ts';
import { type StaffKey, useStaffWords } from './words.ts';

type Step = 'closed' | 'asking' | 'busy' | 'made';

function troubleWords(status: number): StaffKey {
  // Without an answer nobody knows whether the old card has ended.
  return status === 0 ? 'open.newCardUnsure' : status === 401 ? 'failed.signInText' : 'open.newCardFailed';
}

/** A new card for somebody who lost the old one: says first what it does, then shows the code this once. */
export function NewCard({ person, onMade }: { person: Row; onMade: () => void }): ReactNode {
  const { t } = useStaffWords();
  const [step, setStep] = useState<Step>('closed');
  const [trouble, setTrouble] = useState<StaffKey | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [link, setLink] = useState<string | null>(null);
  const office = !person.roles.some(isLearnerRole);
  const made = useSessionCards().find((card) => card.person === person.id);
  const make = async (): Promise<void> => {
    if (step === 'busy') return;
    setStep('busy');
    setTrouble(null);
    const answer = await call<{ code: string | null; invitation: string | null }>('POST', `/api/people/${person.id}/code`);
    if (answer.ok) {
      // Who signs in with an e-mail address gets a link in place of a card.
      setLink(answer.body.invitation);
      if (answer.body.code !== null) {
        keepCard({ person: person.id, name: person.name, code: answer.body.code });
        onMade();
      }
      setStep('made');
    } else {
      setTrouble(troubleWords(answer.status));
      setStep('asking');
    }
  };
  const close = (): void => {
    setTrouble(null);
    setStep('closed');
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (step === 'made' && link)
    return (
      <div className="new-card">
        <FocusedHeading level={2}>{t('open.newLinkReady', { name: person.name })}</FocusedHeading>
        <p className="once">{t('link.once')}</p>
        <LinkField link={link} />
      </div>
    );
  if (step === 'made' && made)
    return (
      <div className="new-card">
        <FocusedHeading level={2}>{t('card.ready', { name: person.name })}</FocusedHeading>
        <p className="once">{t('card.once')}</p>
        <CodeCard code={made.code} />
        <div className="do">
          <PrintCards shown={made} />
        </div>
      </div>
    );
  if (step === 'closed')
    return (
      <div className="do">
        <button type="button" className="quiet" ref={opener} onClick={() => setStep('asking')}>
          <OfficeIcon name={office ? 'copy' : 'card'} /> {t(office ? 'open.newLink' : 'open.newCard')}
        </button>
      </div>
    );
  return (
    <div className="new-card" role="group" aria-labelledby={`new-${person.id}`}>
      <FocusedHeading level={2} id={`new-${person.id}`}>
        {t(office ? 'open.newLinkTitle' : 'open.newCardTitle', { name: person.name })}
      </FocusedHeading>
      <p>{t(office ? 'open.newLinkText' : 'open.newCardText')}</p>
      <p className="trouble-line" role="alert">
        {trouble && t(trouble)}
      </p>
      <div className="do">
        <button type="button" aria-disabled={step === 'busy'} onClick={() => void make()}>
          {t(step === 'busy' ? 'open.newCardBusy' : office ? 'open.newLink' : 'open.newCardYes')}
        </button>
        <button type="button" className="quiet" onClick={close}>
          {t(office ? 'open.newLinkNo' : 'open.newCardNo')}
        </button>
      </div>
    </div>
  );
}
