import '../../ui/late.css';
import '../../ui/carry.css';
import { type ReactNode, useState } from 'react';
import { QrCode } from '../../ui/qr-code.tsx';
import { HandOn } from '../../features/progress/carry/hand-on.tsx';
import { TakeOver } from '../../features/progress/carry/take-over.tsx';
import { WhatWaits } from '../../features/progress/carry/what-waits.tsx';
import { useLateWords } from '../../i18n/late-words.ts';
import { Screen } from '../screen.tsx';

function drawCode(text: string, label: string): ReactNode {
  return <QrCode text={text} label={label} ecc="L" />;
}

/** Answers on foot: handed on to somebody who comes to a network sooner, or taken over from another phone. For everybody, also without a network. */
export function CarryScreen(): ReactNode {
  const { t } = useLateWords();
  // Who comes by another phone's code is told at once what came of it.
  const [byCode] = useState(() => location.hash.length > 1);
  const take = (
    <section>
      <h2>{t('take.title')}</h2>
      <TakeOver />
    </section>
  );
  return (
    <Screen kind="on-phone carry" back>
      <h1 tabIndex={-1}>{t('carry.title')}</h1>
      <p className="hint">{t('carry.lead')}</p>
      {byCode && take}
      <section>
        <h2>{t('carry.handOn')}</h2>
        <HandOn draw={drawCode} />
      </section>
      {!byCode && take}
      <section>
        <h2>{t('carry.here')}</h2>
        <WhatWaits />
      </section>
    </Screen>
  );
}
