import { type ReactNode, useRef, useState } from 'react';
import { type StaffKey, useStaffWords } from '../words.ts';
import { ConfirmNumber } from './confirm-number.tsx';
import { NamedTexts } from './named-texts.tsx';
import { NumberFacts } from './number-facts.tsx';
import { NumberForm } from './number-form.tsx';
import { NumberHistory } from './number-history.tsx';
import { RetireNumber } from './retire-number.tsx';
import type { OfficeContact } from './shapes.ts';
import { isDone, type Outcome, useDeed } from './use-deed.ts';

interface Props extends Outcome {
  one: OfficeContact;
  today: string;
  mayWrite: boolean;
  /** What was said of it before it was opened. */
  news: StaffKey | null;
}

type Doing = 'nothing' | 'confirm' | 'change' | 'retire';

/** What is behind a line of the list: all that is known of a number, and what is done with it, one thing at a time. */
export function NumberPanel({ one, today, mayWrite, news, put, again }: Props): ReactNode {
  const { t } = useStaffWords();
  const [doing, setDoing] = useState<Doing>('nothing');
  const [said, setSaid] = useState<StaffKey | null>(news);
  const buttons = useRef<HTMLDivElement>(null);
  const { busy, trouble, send, quiet } = useDeed({ put, again });
  const begin = (what: Doing): void => {
    setSaid(null);
    quiet();
    setDoing(what);
  };
  const close = (words: StaffKey | null): void => {
    setSaid(words);
    setDoing('nothing');
    requestAnimationFrame(() => buttons.current?.querySelector('button')?.focus());
  };
  const shared = { one, put, again, onClose: () => close(null) };
  const restore = async (): Promise<void> => {
    if (isDone(await send(`/${one.contact.id}/retire`, { version: one.version, retired: false }))) close('number.restoredNow');
  };
  if (doing === 'change') return <NumberForm {...shared} onDone={() => close('number.changedNow')} />;
  return (
    <>
      <NumberFacts one={one} />
      {doing === 'confirm' && <ConfirmNumber {...shared} today={today} onDone={() => close('number.confirmedNow')} />}
      {doing === 'retire' && <RetireNumber {...shared} onDone={() => close('number.retiredNow')} />}
      {doing === 'nothing' && (
        <div className="do" ref={buttons}>
          {one.state !== 'retired' && (
            <button type="button" className={one.state === 'confirmed' ? 'quiet' : undefined} onClick={() => begin('confirm')}>
              {t('number.rung')}
            </button>
          )}
          {mayWrite && (
            <button type="button" className="quiet" onClick={() => begin('change')}>
              {t('number.change')}
            </button>
          )}
          {mayWrite && one.state !== 'retired' && (
            <button type="button" className="quiet" onClick={() => begin('retire')}>
              {t('number.retire')}
            </button>
          )}
          {mayWrite && one.state === 'retired' && (
            <button type="button" className="quiet" aria-disabled={busy} onClick={() => void restore()}>
              {t(busy ? 'number.busy' : 'number.restore')}
            </button>
          )}
          <p className={trouble ? 'done-said trouble-line' : 'done-said'} role="status">
            {trouble ? t(trouble) : said && t(said)}
          </p>
        </div>
      )}
      {doing !== 'retire' && <NamedTexts one={one} />}
      <NumberHistory one={one} />
    </>
  );
}
